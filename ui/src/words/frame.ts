// The frame: rooms, status, keys.

export const product = "Cauce";
export const office = "Promoción y Desarrollo";
export const roomsLabel = "Salas";

export const rooms = {
  home: "Inicio",
  standards: "Estándares",
  settings: "Ajustes",
} as const;

export const frame = {
  open: "Abiertos",
  find: "Buscar o ir a…",
  saved: (at: string) => (at ? `Guardado, ${at}` : "Guardado"),
  savedQuiet: "Todo guardado",
  saving: "Guardando…",
  notYet: "Sin guardar todavía",
  unsaved: "Sin guardar",
  unsavedWhy: (why: string) => `Sin guardar: ${why}`,
  retry: "Guardar otra vez",
  noPerson: "Sin nombre",
  close: "Cerrar",
  cancel: "Cancelar",
  back: "Volver",
  keysTitle: "Teclas",
  loading: "Abriendo…",
  working: "Trabajando…",
};

/** Long work. */
export const working = {
  stop: "Detener",
  stopping: "Deteniendo…",
};

export const keys = {
  palette: "Ctrl K",
  enter: "Entrar",
  escape: "Esc",
  fix: "Alt Entrar",
  another: "Ctrl Entrar",
  move: "Alt ↑↓",
  undo: "Ctrl Z",
  redo: "Ctrl Mayús Z",
  next: "F8",
  panes: "F6",
  help: "?",
};

export const keyWords = {
  walk: "recorrer",
  open: "abrir",
  openCase: "abrir el caso",
  act: "hacer el acto",
  keys: "teclas",
  filter: "filtrar",
  new: "nuevo",
  next: "siguiente hallazgo",
  fix: "corregir",
  another: "otra línea",
  move: "mover",
  undo: "deshacer",
};

/** The sheet of keys: where, and what each does. */
export const keySheet: [string, [string[], string][]][] = [
  [
    "En todas partes",
    [
      [["Ctrl K"], "Buscar o ir a…"],
      [["G", "I"], "Inicio"],
      [["G", "E"], "Estándares"],
      [["G", "A"], "Ajustes"],
      [["Ctrl Z"], "Deshacer"],
      [["Ctrl Mayús Z"], "Rehacer"],
      [["F6"], "Panel siguiente"],
      [["Esc"], "Volver"],
      [["?"], "Esta hoja"],
    ],
  ],
  [
    "En listas",
    [
      [["J", "K"], "Recorrer (también con flechas)"],
      [["Entrar"], "Abrir"],
      [["H"], "Hacer el acto siguiente"],
      [["N"], "Nuevo estándar"],
      [["/"], "Filtrar"],
    ],
  ],
  [
    "Al redactar",
    [
      [["F8"], "Siguiente hallazgo"],
      [["Mayús F8"], "Hallazgo anterior"],
      [["Alt Entrar"], "Corregir como se propone"],
      [["Entrar"], "Campo siguiente"],
      [["Ctrl Entrar"], "Otra línea"],
      [["Alt ↑", "Alt ↓"], "Mover la línea"],
      [["Ctrl Mayús Supr"], "Quitar la línea"],
    ],
  ],
];

export const dayWords = { bad: "Escriba la fecha así: 3/7/2026." };
