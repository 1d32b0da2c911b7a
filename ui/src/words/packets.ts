import { count, many } from "./numbers.ts";

export const packets = {
  title: "Paquetes",
  others: "Exportar, verificar y tomar",
  destinations: {
    covacec: "Paquete para COVACEC",
    "technical-committee": "Paquete para el Comité Técnico",
    dof: "Paquete para el DOF",
    renec: "Paquete para el RENEC",
  } as Record<string, string>,
  missing: (n: number) =>
    n === 1
      ? "No sale todavía: falta 1 requisito"
      : `No sale todavía: faltan ${count(n)} requisitos`,
  ready: "Nada falta. El paquete se puede armar.",
  make: "Armar paquete",
  making: "Armando el paquete…",
  made: "Paquete armado",
  files: (n: number) => many(n, "archivo", "archivos"),
  reveal: "Mostrar la carpeta",
  digest: "Huella",
  before: "Armados antes",
  supplied:
    "Textos fijos que puso Cauce porque el documento no los traía o los traía distintos:",
  export: "Exportar el documento",
  exportSays: "En el formato oficial, con la edición que está en pantalla.",
  formats: { PDF: "PDF", DOCX: "Word", JSON: "JSON" } as Record<string, string>,
  /** What a document is called that has neither code nor title. */
  document: "Estándar",
  exporting: "Escribiendo el documento…",
  exported: (path: string) => `Escrito en ${path}`,
  exists: "Ya hay un archivo con ese nombre.",
  replace: "Reemplazarlo",
  keep: "Dejarlo como está",
  verify: "Verificar un paquete",
  verifySays: "Comprueba un paquete sin nada más que el paquete.",
  choose: "Elegir paquete",
  verifyDo: "Elegir y verificar",
  takeDo: "Elegir y tomar",
  onlyVerify: "Sólo verificar",
  verifying: "Verificando el paquete…",
  sound: "El paquete está íntegro: todo es lo que dice ser.",
  unsound: (n: number) =>
    `El paquete no está íntegro: ${many(n, "diferencia", "diferencias")}`,
  import: "Tomar un paquete",
  importSays:
    "Trae a este espacio de trabajo un caso con su historial. Nada se mezcla en silencio.",
  importing: "Tomando el paquete…",
  open: "Abrir el caso",
  outcomes: {
    NEW: "El caso entró con su historial completo.",
    SAME: "El caso ya estaba aquí, igual.",
    AHEAD: "El paquete iba más adelante: el caso avanzó hasta ahí.",
    BEHIND:
      "Este espacio de trabajo va más adelante que el paquete. Nada cambió.",
    DIVERGES:
      "El paquete y este espacio de trabajo siguieron caminos distintos. No se mezcló nada.",
  } as Record<string, string>,
  onlySee: "Ver qué trae",
  takeIt: "Tomarlo",
  /** What would come of a packet that was only looked at. */
  dryOutcomes: {
    NEW: "Todavía no se tomó nada: entraría el caso con su historial completo.",
    SAME: "El caso ya está aquí, igual.",
    AHEAD:
      "Todavía no se tomó nada: el caso de aquí avanzaría hasta donde lo trae el paquete.",
    BEHIND:
      "Este espacio de trabajo va más adelante que el paquete. Nada cambiaría.",
    DIVERGES:
      "El paquete y este espacio de trabajo siguieron caminos distintos. Nada se mezclaría.",
  } as Record<string, string>,
  beside: "Lo que acompaña al caso",
  openOurs: "Abrir el caso de aquí",
  common: (n: number) =>
    n === 0
      ? "No coinciden en ningún acto. Esto hizo cada uno:"
      : `Coinciden hasta el acto ${count(n)}. Desde ahí, esto hizo cada uno:`,
  forkNext: "Qué puede hacer",
  forkWays: [
    "Decida con la otra oficina cuál de los dos sigue. Aquí nada cambió.",
    "Si sigue el de aquí, mande su paquete: la otra oficina lo toma en un espacio de trabajo nuevo.",
    "Si sigue el del paquete, tómelo en un espacio de trabajo nuevo y continúe ahí.",
    "Lo que sólo tenga el que no sigue se captura a mano en el otro, con esta lista a la vista.",
  ],
  ours: "Aquí siguió",
  theirs: "En el paquete siguió",
};
