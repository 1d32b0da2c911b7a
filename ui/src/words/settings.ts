export const settings = {
  title: "Ajustes",
  person: "Persona",
  personSays:
    "Con este nombre quedan firmados sus actos en el historial de cada caso.",
  name: "Nombre completo",
  letterhead: "Membrete",
  letterheadSays:
    "Se imprime al inicio de cada página del documento. Hasta cuatro renglones; sin sellos ni logotipos.",
  lines: "Renglones del membrete",
  days: "Días en que no se labora",
  daysSays:
    "Además de los sábados, los domingos y los que señala la ley. Uno por renglón: 25 de marzo de 2027 | Jueves Santo; o varios: 20/12/2027 a 31/12/2027 | Vacaciones. Con ellos se cuentan los plazos.",
  daysLines: "Días o periodos, con su motivo",
  appearance: "Apariencia",
  appearanceSays: "Claro, oscuro o como lo tenga el sistema.",
  letters: "Tamaño de la letra",
  lettersSays:
    "También con Ctrl + y Ctrl −, en cualquier sala. Es de este equipo: no viaja con el archivo.",
  saved: "Guardado.",
  workspace: "Espacio de trabajo",
  workspaceSays: "Un solo archivo guarda todos los casos. Respáldelo entero.",
  file: "Archivo",
  version: "Versión de Cauce",
  rulePacks: "Paquetes de reglas",
  check: "Comprobar",
  checkSays: "Revisa cada sello y todo lo que sellan.",
  checking: "Comprobando el espacio de trabajo…",
  sound: (acts: number) =>
    acts === 1
      ? "1 acto comprobado: nada cambió."
      : `${String(acts)} actos comprobados: nada cambió.`,
  unsound: "Algo cambió desde que se selló:",
  nameMissing: "Escriba su nombre: sin él los actos no se pueden firmar.",
};

export const appearances: Record<"system" | "light" | "dark", string> = {
  system: "Como el sistema",
  light: "Claro",
  dark: "Oscuro",
};

export const letterSizes = [100, 110, 125, 150, 175, 200].map((size) => ({
  value: String(size),
  name: `${size} %`,
}));
