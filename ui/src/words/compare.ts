import { count, listed, many } from "./numbers.ts";
import { placeName } from "./places.ts";

/** What happened to a text, by its kind. */
const kinds: Record<string, string> = {
  ADDED: "Se agrega",
  REMOVED: "Se elimina",
  REWORDED: "Cambia",
  MOVED: "Se mueve",
  SPLIT: "Se divide",
  MERGED: "Reúne",
};

const places = (said: string) => listed(said.split(", ").map(placeName));

export const compare = {
  title: "Comparación",
  from: "Dice",
  to: "Debe decir",
  reason: "Motivo",
  place: "Lugar",
  day: "Un día…",
  dayFrom: "Día del texto que dice",
  dayTo: "Día del texto que debe decir",
  act: (at: string) => `Acto ${at.replace("act:", "")}`,
  same: "Los dos textos dicen lo mismo.",
  loading: "Comparando los dos textos…",
  swap: "Cambiar de lado",
  kind: (kind: string) => kinds[kind] ?? kind,
  moves: (from: string, to: string) =>
    `Pasa de ${places(from)} a ${places(to)}`,
  splits: (to: string) => `Se divide en ${places(to)}`,
  merges: (from: string) => `Reúne ${places(from)}`,
  known: {
    ID: "",
    JOURNAL: "Lo dice el historial",
    TEXT: "Reconocido por sus palabras",
  } as Record<string, string>,
  notThere: "(no lo dice)",
  goes: "(se elimina)",
  pending: "Pendiente",
  stale: "La redacción cambió después: confírmelo o escriba otro.",
  reasonBy: (by: string, on: string) => `${by}, ${on}`,
  reasonAt: (place: string) => `Motivo de ${placeName(place)}`,
  tally: (changes: number, pending: number) =>
    pending === 0
      ? `${many(changes, "cambio", "cambios")}, todos con motivo`
      : `${many(changes, "cambio", "cambios")}, ${count(pending)} sin motivo`,
  kept: (n: number) => `${many(n, "parte sigue", "partes siguen")} igual`,
  renumbered: (n: number) =>
    many(n, "parte sólo cambió de número", "partes sólo cambiaron de número"),
  ended: (n: number) =>
    many(
      n,
      "renglón sólo termina distinto, porque su lista cambió",
      "renglones sólo terminan distinto, porque su lista cambió",
    ),
  undo: "Deshacer el motivo",
  redo: "Rehacer el motivo",
  paper: "Cuadro comparativo",
  formats: { PDF: "PDF", DOCX: "Word" },
  printing: "Escribiendo el cuadro comparativo…",
  fileName: "Cuadro comparativo",
  list: "Cambios",
  next: "Siguiente sin motivo",
};

export const update = {
  says: (code: string, title: string) => `Actualiza al ${code} «${title}»`,
  published: (day: string) => `publicado en el DOF el ${day}`,
  next: (code: string) => `Su clave sería ${code}`,
  take: "Usarla",
  compare: "Comparar con el vigente",
};
