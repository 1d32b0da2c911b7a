export const history = {
  title: "Historial",
  says: "Cada acto queda con persona y fecha, sellado con el anterior. Nada se borra.",
  older: "Ver anteriores",
  before: "Decía",
  after: "Dice",
  empty: "(vacío)",
  evidence: "Prueba",
  digest: "Huella",
  none: "Todavía no hay actos.",
  total: (shown: string, all: string) => `${shown} de ${all} actos`,
  number: (n: string) => `N.º ${n}`,
};
