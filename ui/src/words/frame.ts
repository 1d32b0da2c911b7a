// The frame: rooms, status, keys.

export const product = "Cauce";
export const office = "Promoción y Desarrollo";
export const roomsLabel = "Salas";

export const rooms = {
  home: "Inicio",
  standards: "Estándares",
  maps: "Mapas",
  committees: "Comités",
  sessions: "Sesiones",
  gazette: "Publicación",
  catalogues: "Catálogos",
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
  tab: "Tab",
  escape: "Esc",
  fix: "Alt Entrar",
  why: "Alt Q",
  aside: "Alt J",
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
  panes: "panel siguiente",
  derive: "derivar",
  weight: "peso",
};

interface Hint {
  keys: string[];
  says: string;
}

const hint = (says: string, ...of: string[]): Hint => ({ keys: of, says });
const help = hint(keyWords.keys, keys.help);
const walk = hint(keyWords.walk, "J", "K");
const filter = hint(keyWords.filter, "/");

/** The keys that serve in each room, for its foot. */
export const keyHints = {
  empty: [help],
  cases: [
    walk,
    hint(keyWords.openCase, keys.enter),
    hint(keyWords.act, "H"),
    filter,
    help,
  ],
  register: [
    walk,
    hint(keyWords.open, keys.enter),
    filter,
    hint(keyWords.new, "N"),
    help,
  ],
  draft: [
    hint(keyWords.next, keys.next),
    hint(keyWords.fix, keys.fix),
    hint(keyWords.another, keys.another),
    hint(keyWords.move, keys.move),
    hint(keyWords.undo, keys.undo),
    help,
  ],
  maps: [
    walk,
    hint(keyWords.open, keys.enter),
    hint("nuevo mapa", "N"),
    filter,
    help,
  ],
  committees: [
    walk,
    hint(keyWords.open, keys.enter),
    hint("nuevo comité", "N"),
    filter,
    help,
  ],
  sessions: [
    walk,
    hint(keyWords.open, keys.enter),
    hint("nueva sesión", "N"),
    help,
  ],
  session: [
    hint("asiento", "1", "0"),
    hint("a favor", "A"),
    hint("en contra", "C"),
    hint("abstención", "B"),
    hint("se excusa", "X"),
    hint("proyector", "P"),
    help,
  ],
  map: [
    hint("recorrer", "← → ↑ ↓"),
    hint("redactar", "F2"),
    hint("hermana", keys.enter),
    hint("hija", keys.another),
    hint("mover", keys.move),
    hint("atestar o corregir", keys.fix),
    hint("hallazgo", keys.next),
    help,
  ],
  mapStanding: [
    hint("esquema", "Alt 1"),
    hint("árbol", "Alt 2"),
    hint(keyWords.undo, keys.undo),
    help,
  ],
  mapText: [
    hint("hermana", keys.enter),
    hint("hija", keys.another),
    hint("más adentro", "Tab"),
    hint("más afuera", "Mayús Tab"),
    hint("atestar o corregir", keys.fix),
    hint("dejar el texto", keys.escape),
  ],
  instrument: [
    walk,
    hint(keyWords.open, keys.enter),
    hint(keyWords.derive, "D"),
    hint(keyWords.weight, "1", "2", "3"),
    hint(keyWords.undo, keys.undo),
    help,
  ],
  list: [walk, filter, help],
  compare: [
    walk,
    hint("escribir el motivo", keys.enter),
    hint(keyWords.undo, keys.undo),
    help,
  ],
  plain: [hint(keyWords.panes, keys.panes), help],
};

/** The sheet of keys: where, and what each does. */
export const keySheet: [string, [string[], string][]][] = [
  [
    "En todas partes",
    [
      [["Ctrl K"], "Buscar o ir a…"],
      [["G", "I"], "Inicio"],
      [["G", "E"], "Estándares"],
      [["G", "M"], "Mapas"],
      [["G", "C"], "Comités"],
      [["G", "S"], "Sesiones"],
      [["G", "P"], "Publicación"],
      [["G", "K"], "Catálogos"],
      [["G", "A"], "Ajustes"],
      [["Ctrl Z"], "Deshacer"],
      [["Ctrl Mayús Z"], "Rehacer"],
      [["F6"], "Panel siguiente"],
      [["Mayús F6"], "Panel anterior"],
      [["Ctrl +", "Ctrl −"], "Letra más grande o más chica"],
      [["Ctrl 0"], "Letra de siempre"],
      [["Esc"], "Salir del campo; después, volver al registro"],
      [["?"], "Esta hoja"],
    ],
  ],
  [
    "En listas",
    [
      [["J", "K"], "Recorrer (también con flechas)"],
      [["Entrar"], "Abrir"],
      [["H"], "Hacer el acto siguiente"],
      [
        ["N"],
        "Nuevo estándar; en Mapas, mapa; en Comités, comité; en Sesiones, sesión",
      ],
      [["/"], "Filtrar"],
    ],
  ],
  [
    "En los hallazgos",
    [
      [["F8", "Mayús F8"], "Siguiente, anterior"],
      [["Alt Entrar"], "Corregir como se propone"],
      [["Alt Q"], "Por qué"],
      [["Alt J"], "Apartarlo con un motivo"],
    ],
  ],
  [
    "Al redactar",
    [
      [["Entrar"], "Campo siguiente; al final de una lista, otra línea"],
      [["Entrar"], "En un texto de varios párrafos, otro párrafo"],
      [
        ["Ctrl Entrar"],
        "Otra línea; en un texto de varios párrafos, el campo siguiente",
      ],
      [["Alt ↑", "Alt ↓"], "Mover la línea"],
      [
        ["Alt Mayús ↑", "Alt Mayús ↓"],
        "Pasar el criterio a otro elemento; la característica, a otro criterio",
      ],
      [["Ctrl V"], "Pegar una lista: cada renglón es una línea"],
      [["Ctrl Mayús Supr"], "Quitar la línea"],
      [["↓", "Entrar"], "Tomar lo que se ofrece al escribir"],
      [["Ctrl Espacio"], "Ver lo que se ofrece"],
    ],
  ],
  [
    "En un mapa",
    [
      [["Alt 1", "Alt 2", "Alt 3"], "Esquema, árbol, grupo y validación"],
      [["S"], "Sólo el mapa, para proyectarlo"],
      [["← →"], "Plegar o ir arriba; desplegar o ir abajo"],
      [["F2"], "Redactar la función"],
      [["Entrar"], "Función hermana"],
      [["Ctrl Entrar"], "Función hija"],
      [["Tab", "Mayús Tab"], "Al redactar, más adentro o más afuera"],
      [["Alt →", "Alt ←"], "Lo mismo, también al recorrer"],
      [["Alt ↑", "Alt ↓"], "Mover la función"],
      [["Ctrl Mayús Entrar"], "Partirla en el cursor"],
      [["Retroceso"], "Al principio del texto, unirla a la anterior"],
      [["Ctrl Supr"], "Quitarla, con lo que tiene debajo"],
      [["P", "Alt P"], "Función individual"],
      [["E"], "Hacer estándar de la función"],
      [["M"], "Hacerla elemento del estándar de arriba"],
      [["L"], "Enlazarla con un elemento, o quitar el enlace"],
      [["Alt Entrar"], "Atestar o corregir lo que se señala"],
      [["A"], "Atestar lo pendiente de la rama"],
      [["+", "−", "F"], "Acercar, alejar, ver todo el árbol"],
      [["Esc"], "Dejar el texto; ya fuera de él, Tab y F6 salen del mapa"],
    ],
  ],
  [
    "En una sesión",
    [
      [["1", "0"], "Ir a un asiento, del 1 al 10"],
      [["A", "C", "B", "X"], "A favor, en contra, abstención, excusa"],
      [["Supr"], "Retirar el voto del asiento"],
      [["↑", "↓"], "Asunto anterior, siguiente"],
      [["P"], "Pantalla para el proyector"],
      [["Esc"], "Salir del proyector"],
    ],
  ],
  [
    "En el instrumento",
    [
      [["Entrar"], "Derivar el reactivo que falta; entrar a su texto"],
      [["D"], "Derivar todo lo que falta"],
      [["R"], "Otro reactivo del mismo criterio"],
      [["1", "2", "3"], "Peso menor, medio, mayor (en el texto, con Alt)"],
      [["V"], "El reactivo sigue valiendo"],
      [["P"], "Agregar una pregunta"],
      [["← ↑ ↓ →", "Espacio"], "En la matriz: ir a una casilla, marcarla"],
      [["Alt ↑", "Alt ↓"], "Mover el reactivo"],
      [["Ctrl Mayús Supr"], "Quitar el reactivo"],
    ],
  ],
];

export const dayWords = { bad: "Escriba la fecha así: 3/7/2026." };
