/** Registering a case where it was found. */
export const found = {
  title: "Registrar como se encontró",
  says: "Para un estándar que ya iba en su camino antes de estar aquí. Queda escrito como encontrado; no se puede deshacer.",
  state: "Estado en que está",
  choose: "Elija el estado…",
  on: "Fecha en que llegó a ese estado",
  file: "Archivo que lo prueba",
  pick: "Elegir archivo",
  another: "Elegir otro",
  noFile: "sin archivo",
  noState: "elija el estado",
  noDay: "escriba la fecha",
  pickFirst: "elija el archivo que lo prueba",
  doing: "Registrando…",
};
