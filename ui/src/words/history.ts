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
  filter: "Filtrar por acto, persona o texto",
  noMatch: "Ningún acto de los que se ven coincide con el filtro",
  none: "Todavía no hay actos.",
  total: (shown: number, all: number) =>
    `${count(shown)} de ${many(all, "acto", "actos")}`,
  number: (n: string) => `N.º ${n}`,
};
