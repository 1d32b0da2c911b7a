import { count, many } from "./numbers.ts";

export const standards = {
  title: "Estándares",
  all: "Todos",
  filter: "Filtrar por título, código o comité",
  new: "Nuevo estándar",
  import: "Importar…",
  code: "Código",
  name: "Título",
  committee: "Comité de Gestión",
  level: "Nivel",
  state: "Estado",
  days: "Días hábiles",
  noCode: "sin código",
  from: (code: string) => `de ${code}`,
  one: "Estándar",
  noTitle: "Sin título",
  sample: "ejemplo",
  sampleSays:
    "Éste es el caso de ejemplo: es inventado y sirve para practicar. Nada de él es de un comité real.",
  noCommittee: "sin comité",
  noLevel: "sin nivel",
  shown: (shown: number, total: number) =>
    shown === total
      ? `${count(total)} en el registro`
      : `${count(shown)} de ${count(total)}`,
  none: "El registro está vacío",
  noneSays: "Importe un estándar publicado o empiece uno en blanco.",
  noMatch: "Ningún estándar coincide con el filtro",
  noMatchSays: "Quite el filtro para ver todo el registro.",
  clear: "Quitar el filtro",
};

export const creating = {
  title: "Nuevo estándar",
  label: "Título del estándar",
  help: "Acción con su objeto y su condición, sin punto final. Se puede cambiar después.",
  brand: "Es un estándar de marca (ECM): sólo su hoja",
  do: "Crear el borrador",
};

export const importing = {
  reading: "Leyendo el documento…",
  /** What is worth telling of a document that was read; nothing when all of it was understood. */
  done: (repairs: number, left: number) => {
    const told = [
      repairs > 0
        ? many(repairs, "palabra reparada", "palabras reparadas")
        : "",
      left > 0
        ? many(left, "línea que no se entendió", "líneas que no se entendieron")
        : "",
    ].filter(Boolean);
    return told.length > 0 ? `Importado: ${told.join("; ")}.` : "";
  },
};
