import { many } from "./numbers.ts";

/** What exists already comes in. */
export const imports = {
  map: "Importar un mapa…",
  mapTitle: "Importar un mapa",
  take: "Traer el mapa",
  reading: "Leyendo el archivo…",
  functions: (n: number) => many(n, "función leída", "funciones leídas"),
  mended: "Se leyó de otro modo",
  notUnderstood: "No se entendió, y no entra",
  at: (place: string, text: string) => `${place}: ${text}`,
};

/** The pilot of an instrument, and the workbooks. */
export const pilot = {
  side: "Piloto",
  existing: "Un instrumento que ya existe",
  existingSays:
    "Se captura en la plantilla y se importa; primero se ve qué se entendió.",
  template: "Plantilla del instrumento",
  importIec: "Importar el instrumento…",
  seen: (items: number, questions: number) =>
    `${many(items, "reactivo", "reactivos")} y ${many(questions, "pregunta", "preguntas")}.`,
  also: (what: string) => `También: ${what}.`,
  takeIec: "Traerlos al instrumento",
  results: "Resultados del piloto",
  resultsTemplate: "Plantilla de resultados",
  importPilot: "Importar resultados…",
  none: "Todavía no hay resultados de un piloto.",
  counts: (people: number, times: number) =>
    `${many(people, "persona", "personas")}, ${many(times, "aplicación", "aplicaciones")}`,
  median: (minutes: number) => `mediana ${minutes} min`,
  plot: "Dificultad y discriminación de cada reactivo",
  /** A figure of an axis. */
  tick: (n: number) => n.toFixed(1).replace("-", "−"),
  plotAxis: "Dificultad →",
  plotAxisUp: "Discriminación ↑",
  point: (code: string, p: string, r: string) =>
    `${code}: dificultad ${p}, discriminación ${r}`,
  formula:
    "Dificultad: parte de quienes cumplieron. Discriminación: correlación punto-biserial corregida (el reactivo contra el resto). Acuerdo: parte de los pares de evaluadores de una misma persona que coinciden. Los límites son una propuesta de la práctica: dificultad de 0.30 a 0.90, discriminación desde 0.20, acuerdo desde 0.90.",
  item: "Reactivo",
  asked: "n",
  difficulty: "Dificultad",
  discrimination: "Discriminación",
  agreement: "Acuerdo",
  look: "Por mirar",
};
