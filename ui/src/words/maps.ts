import { count, many } from "./numbers.ts";

/** The list of maps. */
export const maps = {
  title: "Mapas",
  name: "Mapa",
  committee: "Comité",
  purpose: "Propósito principal",
  functions: "Funciones",
  new: "Nuevo mapa",
  sample: "Cargar el mapa de ejemplo",
  none: "Todavía no hay mapas funcionales",
  noneSays:
    "Un mapa va del propósito de un sector a las funciones que realiza una persona; de ellas nacen los estándares.",
  one: "Mapa",
  noTitle: "Sin título",
  noCommittee: "Sin comité",
  noPurpose: "Sin propósito",
  filter: "Filtrar mapas",
  noMatch: "Ningún mapa coincide",
  clear: "Quitar el filtro",
  shown: (n: number) => many(n, "mapa", "mapas"),
};

/** Beginning a map. */
export const newMap = {
  label: "Sector o área",
  help: "De qué es el mapa. Se puede cambiar después.",
  do: "Comenzar el mapa",
};

/** A map as it is drawn. */
export const drawing = {
  outline: "Esquema",
  tree: "Árbol",
  history: "Historial",
  compare: "Comparación",
  views: "Vista del mapa",
  alone: "Sólo el mapa",
  name: "Mapa",
  committee: "Comité",
  functions: (n: number, levels: number) =>
    `${many(n, "función", "funciones")} en ${many(levels, "nivel", "niveles")}`,
  clean: "Nada falta",
  loading: "Abriendo el mapa…",
  unwritten: "Sin redactar",
  placeholder: "Verbo en infinitivo + objeto + condición",
  purposePlaceholder: "Para qué existe el sector: verbo + objeto + condición",
  label: (number: string, level: string) =>
    number ? `${number}, ${level}` : level,
  undo: "Deshacer",
  redo: "Rehacer",
  undoWhat: (what: string, key: string) => `Deshacer ${key}: ${what}`,
  redoWhat: (what: string) => `Rehacer: ${what}`,
  fold: (number: string) => `Plegar ${number}`,
  unfold: (number: string) => `Desplegar ${number}`,
  inside: (n: number) => many(n, "función plegada", "funciones plegadas"),
  insideShort: (n: number) => `+${n}`,
  candidate: "candidata a EC",
  ofStandard: (code: string) => code || "EC en redacción",
};

/** The drawn tree. */
export const treeWords = {
  label: "Mapa funcional dibujado",
  closer: "Acercar",
  further: "Alejar",
  fit: "Ajustar",
  zoom: (percent: number) => `${percent} %`,
  closerKey: "+",
  furtherKey: "−",
  fitKey: "F",
};

/** The function one is at. */
export const functionWords = {
  aside: "Función elegida",
  whatFor: "¿Para qué?",
  personShort: "Función individual",
  tag: "Hacer estándar de esta función",
  makeElement: "Hacer elemento",
  link: "Enlazar…",
  standard: "Es la función de un estándar",
  element: "Es parte de un estándar",
  open: "Abrir el estándar",
  found: "Lo que falta aquí",
  nothing: "Nada falta en esta función.",
  said: "Lo atestado",
  retract: "Retirar",
  why: "Por qué",
  hide: "Ocultar",
  yes: "Sí, atestar",
  mend: "Corregir",
  attestAll: (n: number) =>
    n === 1
      ? "Atestar lo pendiente de esta rama"
      : `Atestar lo pendiente de esta rama (${n})`,
  missing: (n: number) => (n === 0 ? "No falta nada" : `Faltan ${count(n)}`),
  missingSays: "En todo el mapa, los errores y avisos primero.",
  asides: (n: number) =>
    `${many(n, "hallazgo apartado", "hallazgos apartados")} con su motivo, en su función.`,
  more: (n: number) => `y ${count(n)} más`,
  purpose: "Propósito",
  wholeMap: "Mapa",
};

/** What the palette does in a map, beside what buttons do. */
export const mapActs = {
  sibling: "Función hermana",
  child: "Función hija",
  indent: "Llevar adentro",
  outdent: "Llevar afuera",
  up: "Subir la función",
  down: "Bajar la función",
  merge: "Unir a la función anterior",
  remove: "Quitar la función, con las de abajo",
  attest: "Atestar lo pendiente de la rama",
  next: "Ir al hallazgo siguiente",
  keys: {
    indent: "Alt →",
    outdent: "Alt ←",
    up: "Alt ↑",
    down: "Alt ↓",
    remove: "Ctrl Supr",
    redo: "Ctrl Mayús Z",
    outline: "Alt 1",
    tree: "Alt 2",
    standing: "Alt 3",
  },
};

/** Which element a function is. */
export const linking = {
  title: (number: string) => `Enlazar la función ${number}`,
  isStandard: (title: string) => `Es la función del estándar «${title}».`,
  unlinkStandard: "Quitar el enlace con el estándar",
  says: "Elija de qué elemento es esta función. El enlace permanece aunque se redacten o se muevan.",
  none: "El estándar de la función de arriba todavía no tiene elementos.",
  untitled: "Sin título",
  now: "Es esta función",
  taken: (number: string) => `Hoy es la ${number}, que dejaría de serlo`,
  free: "Sin función en el mapa",
  unlink: "Quitar el enlace con su elemento",
};

/** What an element asks for, seen from its function. */
export const threadWords = {
  criteria: (n: number) =>
    `Lo que pide: ${many(n, "criterio", "criterios")}, con sus reactivos`,
  reached: (n: number, of: number) => `· ${n} de ${of} con reactivo`,
};

/** A function becomes a standard. */
export const becoming = {
  title: "Hacer estándar de esta función",
  label: "Título del estándar",
  help: "La propuesta pasa el verbo en infinitivo a sustantivo de acción; cámbiela si hace falta.",
  elements: (n: number) =>
    n === 1
      ? "Nace con un elemento, que es la función de abajo:"
      : `Nace con ${n} elementos, que son las funciones de abajo:`,
  noElements:
    "Esta función todavía no se desglosa: las que se escriban debajo serán los elementos.",
  references: "Referencias que se proponen, de «de acuerdo con…»",
  do: "Hacer el estándar",
};

/** What others point to is taken out. */
export const attestMany = {
  title: (n: number) => `Atestar ${count(n)} afirmaciones`,
  says: (n: number, functions: number, number: string) =>
    `Se atestan ${count(n)} afirmaciones de ${many(functions, "función", "funciones")}: ${number === "" ? "todo lo pendiente del mapa" : `lo pendiente de la función ${number} y de las de abajo`}. ¿El grupo las revisó una por una?`,
  stays:
    "Cada una queda escrita con el nombre de quien firma y el día de hoy. Deshacer las retira todas; también se retiran una por una.",
  do: (n: number) => `Sí, atestar las ${count(n)}`,
};

export const breaking = {
  title: (number: string) => `Quitar la función ${number}`,
  functions: (n: number) =>
    n === 1
      ? "Se quita una función."
      : `Se quitan ${n} funciones: ésta y las de abajo.`,
  standard: (title: string) =>
    `Es la función del estándar «${title}», que se queda sin función en el mapa.`,
  elements: (n: number) =>
    n === 1
      ? "Un elemento de un estándar se queda sin función en el mapa."
      : `${n} elementos de estándares se quedan sin función en el mapa.`,
  stays:
    "Los estándares no cambian. Deshacer lo devuelve todo, con sus enlaces.",
  do: "Quitar",
};

/** The way from a standard to its function. */
export const fromStandard = {
  function: (number: string) => `Función ${number} del mapa`,
};
