// Drafting: the names of texts and lists, as the form prints them.

export const tabs = {
  sheet: "Ficha",
  draft: "Estándar",
  instrument: "Instrumento",
  group: "Grupo",
  support: "Soporte",
  review: "Revisión",
  history: "Historial",
  compare: "Comparación",
  packets: "Paquetes",
} as const;

export const fields: Record<string, string> = {
  code: "Código",
  title: "Título",
  purpose: "Propósito del Estándar de Competencia",
  generalDescription: "Descripción general del Estándar de Competencia",
  updateParagraph: "Párrafo de actualización",
  sncLevel: "Nivel en el Sistema Nacional de Competencias",
  levelText: "Texto del nivel",
  committee: "Comité de Gestión por Competencias que lo desarrolló",
  approvalDate: "Fecha de aprobación por el Comité Técnico",
  publicationDate: "Fecha de publicación en el DOF",
  reviewPeriod: "Periodo sugerido de revisión",
  certificateValidity: "Vigencia del certificado",
  text: "Texto",
  name: "Nombre",
  manner: "Manera en que se muestra",
  level: "Nivel",
  situation: "Situación emergente",
  term: "Término",
  definition: "Definición",
  duration: "Duración estimada de la evaluación",
};

/** What helps with a field before it is written. */
export const hints: Record<string, string> = {
  code: "se asigna después de la aprobación",
  title: "Acción, objeto y condición, sin punto final",
  elementTitle: "Verbo en infinitivo, objeto y condición, sin punto final",
  purpose:
    "Servir como referente para la evaluación y certificación de las personas que…",
  generalDescription:
    "Qué hace la persona, desde el inicio hasta el fin de la función",
  updateParagraph: "Sólo si actualiza un estándar publicado",
  committee: "de… (continúa «Comité de Gestión por Competencias»)",
  reviewPeriod: "por ejemplo, 2 años",
  certificateValidity: "por ejemplo, 3 años",
};

interface ListWords {
  name: string;
  one: string;
  add: string;
}

const list = (name: string, one: string, another = "Agregar"): ListWords => ({
  name,
  one,
  add: `${another} ${one}`,
});

export const lists: Record<string, ListWords> = {
  elements: list("Elementos", "elemento"),
  sincoUnitGroups: list("Grupo unitario (SINCO)", "grupo unitario"),
  associatedOccupations: list("Ocupaciones asociadas", "ocupación"),
  unlistedOccupations: list(
    "Ocupaciones no contenidas en el SINCO",
    "ocupación",
  ),
  sectors: list("Sector", "sector"),
  subsectors: list("Subsector", "subsector"),
  branches: list("Rama", "rama"),
  subbranches: list("Subrama", "subrama"),
  industryClasses: list("Clase", "clase"),
  participatingOrganizations: list(
    "Organizaciones participantes",
    "organización",
  ),
  relatedStandards: list("Relación con otros estándares", "estándar"),
  practiceDetails: list("Detalles de la práctica", "detalle"),
  requirements: list("Apoyos y requerimientos", "apoyo o requerimiento"),
  references: list("Referencias de información", "referencia"),
  performances: list("Desempeños", "desempeño"),
  products: list("Productos", "producto"),
  knowledge: list("Conocimientos", "conocimiento"),
  attitudes: list("Actitudes, hábitos y valores", "actitud"),
  contingencies: list("Situaciones emergentes", "situación"),
  glossary: list("Glosario", "término"),
  characteristics: list("Características", "característica"),
  details: list("Detalles", "detalle"),
  expectedResponses: list("Respuestas esperadas", "respuesta"),
};

/** The phrase that introduces each block of an element. */
export const phrases: Record<string, string> = {
  performances: "La persona es competente cuando demuestra los siguientes:",
  products: "La persona es competente cuando obtiene los siguientes:",
  knowledge: "La persona es competente cuando posee los siguientes:",
  attitudes: "La persona es competente cuando demuestra las siguientes:",
  contingencies: "La persona es competente cuando demuestra las siguientes:",
  glossary: "",
};

export const newHints: Record<string, string> = {
  performances: "Revisa…:",
  products: "El… elaborado:",
  knowledge: "Lo que se debe saber",
  attitudes: "Orden",
  contingencies: "Lo que puede pasar",
  glossary: "Término",
  characteristics: "Cómo, con qué, cuándo",
  expectedResponses: "Lo que hace la persona",
  details: "Un detalle",
};

export const sections = {
  general: "I.- Datos generales",
  brand: "Hoja del estándar de marca",
  identity: "Identificación",
  levelAndCommittee: "Nivel, comité y vigencia",
  occupations: "Ocupaciones (SINCO)",
  industries: "Clasificación industrial (SCIAN)",
  organizations: "Organizaciones y otros estándares",
  evaluation: "Aspectos relevantes de la evaluación",
  references: "Referencias",
  elements: "III.- Elementos",
};

export const editor = {
  outline: "Contenido",
  pages: (n: number) => `${n} ${n === 1 ? "página" : "páginas"}`,
  elementOf: (index: number, count: number) => `Elemento ${index} de ${count}`,
  noTitle: "Sin título",
  empty: "vacío",
  up: "Subir",
  down: "Bajar",
  remove: "Quitar",
  drag: "Arrastrar a otro lugar",
  tooMuch:
    "Lo pegado es más largo de lo que admite una lista. No se escribió nada y lo anterior sigue ahí: péguelo por partes.",
  removeElement: "Quitar el elemento",
  elementUp: "Subir el elemento",
  elementDown: "Bajar el elemento",
  noLevel: "Sin nivel",
  levels: ["Uno", "Dos", "Tres", "Cuatro", "Cinco"],
  levelHelp: "El texto del nivel viene del catálogo.",
  desk: "Minutos en gabinete",
  field: "Minutos en campo",
  total: (words: string) => `En total, ${words}`,
  printed: (text: string) => `El documento decía: «${text}»`,
  sncCode: "Clave",
  sncName: "Nombre",
  knowledgeLevels: ["Conocimiento", "Comprensión", "Aplicación"],
  levelOther: (word: string) => `${word} (como se leyó)`,
  levelNone: "Nivel…",
  goDraft: "Ir a Estándar",
  tallyNone: "Sin hallazgos",
  tallyHelp:
    "Para validar: 0 errores.\nLos avisos se corrigen o se justifican.",
  loading: "Abriendo el estándar…",
};

/** What is said of undoing where the text is not seen. */
export const undoing = {
  elsewhere: (what: string) =>
    `Aquí no se deshizo nada: un acto del camino no se deshace, y los cambios del texto se deshacen en Estándar${what ? ` (el último: ${what})` : ""}.`,
  undone: (what: string) => `Se deshizo el cambio en «${what}».`,
  redone: (what: string) => `Se rehízo el cambio en «${what}».`,
};

export const frozen = {
  says: (state: string) => `Este texto está congelado en «${state}».`,
  refuses: (state: string) =>
    `Este texto está congelado en «${state}», y nada cambió. Para cambiarlo, pulse «Reabrir para editar» en Estándar.`,
  reopen: "Reabrir para editar",
  warns:
    "Al primer cambio, el caso regresará a «Estándar en elaboración» y habrá que recorrer de nuevo lo que sigue. Deshacer el cambio devuelve el texto, pero no la etapa.",
  stays: (was: string, now: string) =>
    `El texto volvió a ser el de «${was}», pero el caso sigue en «${now}»: lo hecho en el expediente no se deshace. Para regresar a «${was}», haga de nuevo sus actos en Ficha.`,
  do: "Reabrir",
  leave: "Dejarlo así",
};

export const page = {
  title: "Página oficial",
  form: "F21-COOPYD-01, v. 08",
  of: (n: number, total: number) => `${n} de ${total}`,
  name: (n: number, total: number) => `Página ${n} de ${total} del documento`,
  refreshing: "Componiendo la página…",
  stopped: "Se detuvo: la página no tiene los últimos cambios.",
  compose: "Componerla",
  missing: (characters: string) =>
    `Ninguna letra tipográfica tiene estos caracteres: ${characters}. En la página salen como un cuadro.`,
  hint: "Un clic en la página lleva al campo.",
};

/** What a removal would break, asked before it is made. */
export const breaking = {
  title: "Quitar lo que otros señalan",
  orphans: (codes: string[]) =>
    codes.length === 1
      ? `El reactivo ${codes[0] ?? ""} del instrumento se queda sin criterio.`
      : `${codes.length} reactivos del instrumento se quedan sin criterio: ${listed(codes)}.`,
  stale: (codes: string[]) =>
    codes.length === 1
      ? `El reactivo ${codes[0] ?? ""} del instrumento queda por revisar.`
      : `${codes.length} reactivos del instrumento quedan por revisar: ${listed(codes)}.`,
  functions: (numbers: string[]) =>
    numbers.length === 1
      ? `La función ${numbers[0] ?? ""} del mapa se queda sin elemento.`
      : `Las funciones ${numbers.join(", ")} del mapa se quedan sin elemento.`,
  stays: "Deshacer lo devuelve todo, con lo que lo señala.",
  do: "Quitar",
};

function listed(codes: string[]): string {
  const few = codes.slice(0, 8).join(", ");
  return codes.length > 8 ? `${few}…` : few;
}
