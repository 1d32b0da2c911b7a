// The official lists, and what is like what somebody writes.
import { count, many } from "./numbers.ts";

export type CatalogueKind = "SCIAN" | "SINCO" | "RENEC";

export const catalogues = {
  title: "Catálogos",
  intro:
    "Se importan completos de los archivos que descarga la oficina, en CSV o en Excel. Si algo está mal en un archivo se dice renglón por renglón, y no se importa nada de él.",
  names: {
    SCIAN: "SCIAN, actividades económicas",
    SINCO: "SINCO, ocupaciones",
    RENEC: "RENEC, estándares vigentes",
  },
  says: {
    SCIAN:
      "Con él se eligen sector, subsector, rama, subrama y clase al redactar, y se comparan claves y nombres.",
    SINCO: "Con él se elige el grupo unitario al redactar.",
    RENEC:
      "Con él se avisa si ya existe un estándar igual o parecido. Se reemplaza completo con cada consulta.",
  },
  none: "No se ha importado.",
  inUse: "en uso",
  entries: (n: number) => many(n, "registro", "registros"),
  from: (file: string, by: string, at: string) => `De «${file}», ${by}, ${at}`,
  import: "Importar…",
  importOf: (name: string) => `Importar ${name}…`,
  reading: "Leyendo el archivo…",
  edition: "Edición",
  editionHelp: "El año de la edición (2023); si lo deja vacío se reconoce.",
  day: "Día de la consulta (si lo deja vacío, hoy)",
  again: "Revisar otra vez",
  do: (name: string) => `Importar ${name}`,
  report: (file: string) => `Lo que trae «${file}»`,
  line: (n: number) => (n === 0 ? "Archivo" : `Renglón ${count(n)}`),
  blocks: "impide importar",
  warns: "aviso",
  more: (n: number) => `y ${many(n, "cosa", "cosas")} más`,
  level: (name: string, n: number) => `${name}: ${count(n)}`,
  replaces: (name: string, added: number, removed: number, changed: number) =>
    `Toma el lugar de ${name}: ${count(added)} nuevos, ${count(removed)} que ya no están, ${count(changed)} con cambios.`,
  close: "Cerrar",
  levels: "Niveles del Sistema Nacional de Competencias",
  level1: (word: string) => `Nivel ${word}`,
  pending: "por confirmar",
  attitudes: "Actitudes, hábitos y valores",
  pack: (id: string) => `Del paquete de reglas ${id}`,
  find: "Buscar una clave o un nombre",
};

export const picking = {
  scian: "Buscar en el SCIAN: actividad o clave",
  scianHelp:
    "Al elegir una clase se llenan los niveles de arriba. También puede escribirlos a mano.",
  noScian:
    "No se ha importado el SCIAN: escriba claves y nombres, o impórtelo en Catálogos.",
  noSinco:
    "No se ha importado el SINCO: escriba clave y nombre, o impórtelo en Catálogos.",
  options: (n: number) =>
    `${many(n, "opción", "opciones")}: flecha abajo para elegir, Entrar para tomarla, Esc para seguir escribiendo.`,
  related: "Estándares que existen",
};

export const alike = {
  equal: "Ya existe uno igual",
  like: "Ya existe algo parecido",
  with: (register: string) => `en el ${register} y en este espacio de trabajo`,
  here: "en este espacio de trabajo (no se ha importado el RENEC)",
  preparing: (register: string) =>
    `El ${register} se está preparando; en un momento se busca en él. Puede seguir escribiendo.`,
  level: (n: number) => `nivel ${n}`,
  draft: "borrador",
  same: "igual",
  near: "parecido",
  open: "Abrir",
};

/** What the office writes its own way. */
export const officeTexts = {
  covacec: "Integración del COVACEC",
  covacecSays:
    "Quién ocupa cada asiento y desde cuándo. Las sesiones guardan la integración de su día: para cambiarla se agrega otra con su fecha.",
  covacecText: "Integraciones, con su fecha",
  covacecHelp:
    "Un asiento por renglón: número | calidad | puesto | titular | suplente | voto | encargo.",
  letters: "Oficios de los comités",
  lettersSays:
    "Uno por cada acto que lo lleva. Los que la oficina no escriba salen de los que trae la aplicación.",
  lettersText: "Oficios",
  lettersHelp:
    "[ACTO] Título; == encabezado; - viñeta. Entre llaves van los campos, como {comité} y {fecha}.",
  save: "Guardar",
  shipped: "Volver a los de la aplicación",
};
