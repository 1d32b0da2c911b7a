import { count, many } from "./numbers.ts";

export const history = {
  title: "Historial",
  says: "Cada acto queda con persona y fecha, sellado con el anterior. Nada se borra.",
  older: "Ver anteriores",
  before: "Decía",
  after: "Dice",
  empty: "(vacío)",
  evidence: "Prueba",
  copy: "Guardar una copia",
  copied: (path: string) => `La copia quedó en ${path}.`,
  digest: "Huella",
  place: "Lugar o palabras",
  placeHelp: "E1-D2",
  by: "Persona",
  anybody: "Todas",
  kind: "Acto",
  anyKind: "Todos",
  from: "Desde",
  to: "Hasta",
  documents: "Historial de",
  document: {
    STANDARD: "Estándar",
    INSTRUMENT: "Instrumento",
    MAP: "Mapa",
  } as Record<string, string>,
  clear: "Quitar filtros",
  noMatch: "Ningún acto coincide con los filtros",
  none: "Todavía no hay actos.",
  total: (shown: number, all: number) =>
    `${count(shown)} de ${many(all, "acto", "actos")}`,
  number: (n: string) => `N.º ${n}`,
  look: "Ver como estaba",
  lookAt: (n: string) => `Ver como estaba en el acto ${n}`,
  was: "Como estaba",
  since: (n: number) =>
    n === 0
      ? "Es el texto de hoy."
      : `Después hubo ${many(n, "cambio", "cambios")}.`,
  sameAsToday: "Dice lo mismo que el de hoy.",
  structure: "Estructura",
  page: "Página",
  morePages: "Ver más páginas",
  bring: "Regresar a este punto",
  bringSays:
    "El regreso es un acto más: nada de lo hecho se borra, y Ctrl Z lo deshace.",
  brought: (n: string) =>
    `Está como lo dejó el acto ${n}. Ctrl Z deshace el regreso.`,
  compare: "Comparar con hoy",
  back: "Volver al historial",
  loading: "Buscando cómo estaba…",
};
