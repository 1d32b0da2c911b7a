import { many } from "./numbers.ts";

export const review = {
  all: "Todos",
  errors: "Errores",
  warnings: "Avisos",
  advice: "Consejos",
  aside: "Apartados",
  filter: "Filtrar por regla o texto",
  label: "Qué hallazgos",
  none: "La revisión no encuentra nada que corregir",
  noneSays: "Los hallazgos aparecen solos al escribir.",
  noMatch: "Ningún hallazgo coincide con el filtro",
  general: "Datos generales",
  element: (n: number) => `Elemento ${n}`,
  count: (n: number) => many(n, "hallazgo", "hallazgos"),
  pack: (id: string) => `Reglas ${id}`,
};
