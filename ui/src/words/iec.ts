// The assessment instrument: coverage, items, weights.

import { count, many } from "./numbers.ts";

export const iec = {
  keyless: (n: number) =>
    `Este instrumento llegó en un paquete sin su clave: ${many(n, "respuesta la tiene", "respuestas las tiene")} quien lo armó.`,
  loading: "Abriendo el instrumento…",
  sides: {
    label: "Parte del instrumento",
    coverage: "Cobertura",
    items: "Reactivos",
    weights: "Pesos y juicio",
    papers: "Papeles",
  },
  uncovered: (n: number) =>
    n === 0
      ? "Todo criterio tiene reactivo"
      : many(n, "criterio sin reactivo", "criterios sin reactivo"),
  stale: (n: number) => `${n} por revisar`,
  errors: (n: number) => many(n, "error", "errores"),
  warnings: (n: number) => many(n, "aviso", "avisos"),
  undo: "Deshacer",
  redo: "Rehacer",
  gone: (text: string) =>
    `Alguien quitó esa parte del instrumento mientras usted la redactaba. Nada más cambió; lo que escribió decía: «${text}». Cópielo si lo necesita.`,
  general: "Todo el instrumento",
  findings: "Hallazgos",
  noFindings: "Las reglas no encuentran nada.",
  notBegun:
    "Las reglas se aplican cuando el instrumento tiene su primer reactivo.",
  goTo: "Ir a",
  goToWhat: (what: string) => `Ir a ${what}`,
};

export const coverage = {
  none: "El estándar todavía no tiene criterios",
  noneSays: "Escríbalos en Estándar: cada uno aparecerá aquí.",
  goDraft: "Ir a Estándar",
  deriveAll: "Derivar todo lo que falta",
  deriveAllKey: "D",
  derive: "Derivar el reactivo",
  deriveKey: "Entrar",
  another: "Otro reactivo",
  anotherKey: "R",
  missing: "falta",
  proposed: "Propuesta",
  element: (n: number) => `Elemento ${n}`,
  all: (n: number) => many(n, "criterio", "criterios"),
  toItem: (code: string) => `Ir al reactivo ${code}`,
  cell: (leaf: string, tool: string) => `${leaf} en ${tool}`,
  matrixHelp:
    "Cada columna es un instrumento: con las flechas se llega a su casilla y con la barra espaciadora se pone o se quita el reactivo.",
};

export const kinds: Record<string, string> = {
  PERFORMANCE: "Desempeño",
  PRODUCT: "Producto",
  KNOWLEDGE: "Conocimiento",
  ATTITUDE: "Actitud, hábito o valor",
  CONTINGENCY: "Situación emergente",
};

export const items = {
  none: "Todavía no hay reactivos",
  noneSays: "En Cobertura, la tecla D propone uno para cada criterio.",
  goCoverage: "Ir a Cobertura",
  text: (code: string) => `Texto del reactivo ${code}`,
  item: (code: string) => `Reactivo ${code}`,
  toolTitle: (kind: string) => `Título: ${kind}`,
  toolTitleHint: "Título del instrumento",
  instruction: "Instrucciones de aplicación",
  situation: "Situación de aplicación",
  noSituation: "Sin situación",
  newSituation: "Otra situación…",
  situationOf: (n: number) => `Situación ${n}`,
  situationName: "Nombre de la situación de aplicación",
  situationDescription: "Qué se prepara para la situación",
  addTool: "Agregar",
  tools: {
    OBSERVATION_GUIDE: "Guía de observación",
    CHECKLIST: "Lista de cotejo",
    QUESTIONNAIRE: "Cuestionario",
  } as Record<string, string>,
  removeTool: "Quitar el instrumento",
  weight: "Peso",
  weights: { MINOR: "Menor", MEDIUM: "Medio", MAJOR: "Mayor" } as Record<
    string,
    string
  >,
  weighs: (class_: string, figure: string) => `${class_}, ${figure}`,
  stale: "Por revisar",
  orphan: "Sin criterio",
  orphanSays:
    "El criterio que este reactivo evaluaba ya no está en el estándar. Quite el reactivo, o deshaga el cambio en Estándar.",
  was: "El criterio decía",
  now: "Ahora dice",
  confirm: "Sigue valiendo",
  confirmKey: "V",
  up: "Subir",
  down: "Bajar",
  of: (act: string, what: string) => `${act}: ${what}`,
  remove: "Quitar",
  anotherKey: "R",
  another: "Otro reactivo del mismo criterio",
  asks: (label: string) => `Evalúa ${label}`,
  tool: "Instrumento",
  historical: "Evidencia histórica",
  historicals: {
    NOT_ALLOWED: "No se admite",
    ALLOWED: "Se admite",
    REQUIRED: "Se exige",
  } as Record<string, string>,
  expected: "Respuestas esperadas, una por renglón (Anexo 2)",
  reason: "Motivo (por qué hay varios, o por qué dice otra cosa)",
};

export const questions = {
  keyless:
    "Su clave no viajó en el paquete. Marque aquí la respuesta, o pídala a quien lo armó.",
  title: "Preguntas",
  count: (form: number, bank: number) =>
    `${many(form, "en el cuestionario", "en el cuestionario")}${bank > 0 ? ` · ${bank} en el banco` : ""}`,
  add: "Agregar pregunta",
  addKey: "P",
  kind: "Forma de preguntar",
  kinds: {
    MULTIPLE_CHOICE: "Opción múltiple",
    TRUE_FALSE: "Verdadero o falso",
    MATCHING: "Relacionar columnas",
    COMPLETION: "Completar espacios",
    IMAGE: "Sobre una imagen",
  } as Record<string, string>,
  level: "Nivel",
  noLevel: "Sin nivel",
  levels: {
    RECALL: "Conocimiento",
    COMPREHENSION: "Comprensión",
    APPLICATION: "Aplicación",
  } as Record<string, string>,
  standing: "Dónde está",
  standings: {
    IN_FORM: "En el cuestionario",
    IN_BANK: "En el banco",
    RETIRED: "Retirada",
  } as Record<string, string>,
  text: (n: number) => `Pregunta ${n}`,
  option: (letter: string) => `Opción ${letter}`,
  right: (letter: string) => `La opción ${letter} es la correcta`,
  addOption: "Otra opción",
  left: (letter: string) => `Renglón ${letter}, columna izquierda`,
  pair: (letter: string) => `Renglón ${letter}, lo que le corresponde`,
  trueFalse: ["Verdadero", "Falso"],
  about: "Sobre qué imagen",
  noImage: "Sin imagen",
  removeOption: (letter: string) => `Quitar la opción ${letter}`,
  figures: (difficulty: string, discrimination: string) =>
    `En el piloto: dificultad ${difficulty}, discriminación ${discrimination}`,
  remove: "Quitar la pregunta",
  draw: "Sortear del banco",
  drawHelp:
    "La misma clave da la misma versión del cuestionario; queda en el instrumento y se imprime. Sin número, cada reactivo lleva las preguntas de su nivel: una de conocimiento, dos de comprensión o aplicación.",
  drawn: (key: string) => `Versión sorteada con la clave «${key}».`,
  drawnThen: (key: string) =>
    `Versión sorteada con la clave «${key}», y cambiada después a mano.`,
  seed: "Clave del sorteo",
  perItem: "Preguntas por reactivo",
  perItemHint: "Según su nivel",
};

export const weights = {
  title: "Pesos por clase",
  class: "Clase",
  set: "Parte",
  share: "Se reparte",
  items: "Reactivos",
  each: "Cada uno",
  total: "Total",
  shareOf: (name: string) => `Parte del peso ${name.toLowerCase()}`,
  notAHundred: (sum: string) =>
    `Las partes suman ${sum}: se guardan cuando sumen 100.00.`,
  notFigures: "Escriba las partes con números, por ejemplo 20.00.",
  redistributed:
    "La parte de una clase sin reactivos se reparte entre las demás.",
  rounding: (figure: string) =>
    Number(figure) === 0
      ? "El redondeo no agrega ni quita nada a los 100."
      : Number(figure) > 0
        ? `El excedente de ${figure} viene del redondeo.`
        : `Lo que falta para 100 (${figure.replace("-", "")}) viene del redondeo.`,
  penalty: (figure: string) =>
    `Las actitudes no suman: si no se muestran, restan hasta ${figure}.`,
  judgement: "Juicio de competencia",
  passScore: "Puntaje mínimo",
  passTrouble: "Escríbalo con hasta dos decimales, por ejemplo 97.64.",
  usePass: (figure: string) =>
    `Poner ${figure}: el mínimo que excluye a quien falla un reactivo mayor`,
  noMajor:
    "Sin reactivos de peso mayor no hay un mínimo que excluya a quien falla uno.",
  judged: "Al menos un reactivo cumplido de cada",
  judgedHelp:
    "Quien no cumple ninguno de un criterio de estas clases es «todavía no competente», sume lo que sume.",
  minutes: "Duración en minutos",
  minutesHelp: "Vacía, es la del estándar.",
  minutesTrouble: "Escriba los minutos con números.",
};

export const papers = {
  export: "Exportar",
  notBegun: "Derive el primer reactivo en Cobertura para poder exportar.",
  copies: {
    FULL: {
      name: "Instrumento completo",
      says: "Confidencial: lleva su nombre y la fecha en cada página, y queda anotado quién lo sacó.",
    },
    CANDIDATE: {
      name: "Cuadernillo de la persona candidata",
      says: "Sólo las preguntas y los anexos que son para ella: sin clave, pesos ni respuestas esperadas.",
    },
    KEY: {
      name: "Clave de respuestas",
      says: "El Anexo 2 solo. Confidencial, como el instrumento completo.",
    },
    SHOWN: {
      name: "Instrumento sin la clave",
      says: "Para quien lo aprueba: todo menos el Anexo 2.",
    },
    MATRIX: {
      name: "Matriz de cobertura",
      says: "Una tabla: cada criterio y los reactivos que lo piden.",
    },
    REPORT: {
      name: "Informe de revisión",
      says: "Lo que encuentran las reglas y lo que se apartó, con su motivo.",
    },
  } as Record<string, { name: string; says: string }>,
  formats: { PDF: "PDF", DOCX: "Word", XLSX: "Excel" } as Record<
    string,
    string
  >,
  as: (copy: string, format: string) => `${copy} en ${format}`,
  /** What follows the code in the name of a file. */
  files: {
    FULL: "completo",
    CANDIDATE: "cuadernillo",
    KEY: "clave",
    SHOWN: "sin clave",
    MATRIX: "matriz",
    REPORT: "informe de revisión",
  } as Record<string, string>,
  writing: "Escribiendo el documento…",
  annexes: "Anexos",
  annexesSays:
    "Desde el Anexo 3. Se escriben junto al instrumento completo; los de la persona candidata, también junto a su cuadernillo.",
  noAnnexes: "No hay anexos todavía.",
  annexTitle: (name: string) => `Qué es el ${name}`,
  audience: (name: string) => `Para quién es el ${name}`,
  audiences: {
    CANDIDATE: "Persona candidata",
    EVALUATOR: "Persona evaluadora",
  } as Record<string, string>,
  noFile: "Sin archivo",
  away: (file: string) => `${file}: el archivo no viajó en el paquete`,
  add: (audience: string) => `Anexo para la ${audience.toLowerCase()}…`,
  replaceFile: "Cambiar el archivo…",
  remove: "Quitar",
  reading: "Leyendo el archivo…",
  plan: "Plan de evaluación",
  planSays:
    "Lo que se hace, en su orden. El lugar, la fecha y quién lleva cada cosa se acuerdan con la persona candidata y se escriben en el papel.",
  activity: "Actividad",
  technique: "Técnica",
  situation: "Situación",
  items: "Reactivos",
  noSituation: "por decir",
  criteria: "Criterios para el juicio: los dos",
  requirements: "Se requiere",
  historical: "Evidencias históricas",
  noHistorical:
    "Ningún producto admite evidencia histórica. Se dice en cada reactivo de producto.",
  taken: { ALLOWED: "se admite", REQUIRED: "se exige" } as Record<
    string,
    string
  >,
};

/** What a change in the standard will leave to look at again. */
export const outdates = {
  says: (n: number) =>
    `Cambiar este texto deja por revisar ${many(n, "reactivo", "reactivos")} del instrumento`,
  more: (n: number) => `y ${count(n)} más`,
};

/** What one key does about what a rule sees. */
export const answers = {
  derive: "Derivar el reactivo",
  confirm: "Sigue valiendo",
  passScore: (score: string) => `Poner ${score}`,
};
