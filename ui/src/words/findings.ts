import { many } from "./numbers.ts";

/** How much a finding weighs. */
export type Severity = "error" | "warning" | "advice";

export const severities: Record<Severity, string> = {
  error: "error",
  warning: "aviso",
  advice: "consejo",
};

export const severityCounts = {
  error: (n: number) => many(n, "error", "errores"),
  warning: (n: number) => many(n, "aviso", "avisos"),
  advice: (n: number) => many(n, "consejo", "consejos"),
};

/** What mends a finding, by the desk's word for its remedy. */
export const remedies: Record<string, string> = {
  REPLACE: "Corregir",
  ADOPT_FORM: "Adoptar la forma oficial",
  ADOPT_PROFILE: "Poner este título en el perfil",
  RENUMBER: "Numerar otra vez",
  SORT: "Ordenar alfabéticamente",
  ADD_COLON: "Poner los dos puntos",
};

export const finding = {
  goes: "sale: ",
  comes: "entra: ",
  fixAll: (n: number) => `Corregir los ${n} de esta regla`,
  why: "Por qué",
  hide: "Ocultar",
  justify: "Apartar: justificado",
  falseAlarm: "Apartar: falsa alarma",
  reason: "Motivo",
  reasonHelp: "Queda escrito con su nombre y la fecha; la revisión lo imprime.",
  reasonMissing: "Escriba el motivo.",
  setAside: "Apartar el hallazgo",
  takeBack: "Volver a mostrarlo",
  justified: (by: string, on: string) => `Justificado por ${by}, ${on}`,
  alarm: (by: string, on: string) => `Falsa alarma, según ${by}, ${on}`,
  said: "Dice",
  basis: "Fundamento",
  goTo: "Ir al campo",
  mended: "Corregido",
};

export const rule = {
  wrong: "Así no",
  right: "Así sí",
  basis: "Fundamento",
};

/** What the lines of an example are, by the mark they are kept with. */
export const exampleLabels: Record<string, string> = {
  T: "Título",
  E: "Elemento",
  D: "Desempeño",
  P: "Producto",
  K: "Conocimiento",
  A: "Actitud",
  S: "Situación emergente",
  G: "Glosario",
  "texto del nivel": "Texto del nivel",
  "párrafo EC-F-06": "Párrafo",
};

export const examples = {
  /** The field of the minutes, and those that only speak to whoever wrote the example. */
  duration: "duración",
  inner: ["elementos", "formato"],
  empty: "(vacío)",
  level: (text: string, level: string) => `${text} (nivel: ${level})`,
  minutes: (phrase: string, desk: string, field: string, total: string) =>
    `${phrase} (${desk} min en gabinete y ${field} en campo; en total, ${total})`,
};
