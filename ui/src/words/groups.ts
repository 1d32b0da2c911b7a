import { many } from "./numbers.ts";

/** An expert group. */
export const groups = {
  none: "Todavía no hay un grupo de expertos",
  noneSays:
    "El grupo valida el mapa y el estándar con minutas. Intégrelo con un nombre; después, sus integrantes.",
  name: "Nombre del grupo",
  kind: "Clase de grupo",
  kinds: [
    { value: "SECTOR", name: "Del sector (GTES)" },
    { value: "INDIVIDUAL_FUNCTION", name: "De la función individual (GTEFI)" },
  ],
  begin: "Integrar el grupo",
  map: (title: string, state: string) => `Mapa «${title}»: ${state}`,
  standard: (title: string) => `Estándar «${title}»`,
  roster: "Integrantes",
  rosterPaper: "Lista de integrantes",
  person: "Nombre",
  post: "Cargo",
  organization: "Organización",
  experience: "Experiencia",
  from: "Desde",
  join: "Integrar a una persona",
  joinDo: "Integrar",
  leave: "Dejó el grupo",
  leaveOf: (name: string) => `${name} dejó el grupo`,
  until: (day: string) => `hasta el ${day}`,
  since: (day: string) => `desde el ${day}`,
  letter: "Carta de confidencialidad",
  letterForm: "Carta para firmar",
  letterFormOf: (name: string, kind: string) =>
    `Carta para firmar de ${name}, ${kind}`,
  signed: (said: string) => `Carta firmada el ${said}`,
  sign: "Registrar la carta firmada…",
  signOf: (name: string) => `Registrar la carta firmada de ${name}`,
  nobody: "Nadie todavía.",
  sessions: "Sesiones",
  noSessions: "Todavía no hay sesiones.",
  open: "Abrir una sesión",
  openDo: "Abrir la sesión",
  present: "Quién está presente",
  place: "Lugar o medio",
  agenda: "Asunto",
  session: (n: number, day: string) => `Sesión ${n}, ${day}`,
  isOpen: "Abierta",
  when: (from: string, to: string) => `${from} – ${to}`,
  attendance: (names: string) => `Presentes: ${names}`,
  changes: (n: number) => many(n, "cambio", "cambios"),
  noChanges: "Nada ha cambiado desde que se abrió.",
  changesSays:
    "Lo que cambió desde que se abrió; la minuta lo cita con su motivo.",
  where: "Dónde",
  before: "Decía",
  after: "Dice",
  reason: "Motivo",
  reasonOf: (place: string) => `Motivo del cambio de ${place}`,
  pending: "Pendiente",
  resolve: "Lo que el grupo resuelve",
  resolutions: {
    MAP_VALIDATED: "Valida el mapa",
    MAP_FROZEN: "Valida el mapa y lo congela para sus estándares",
    STANDARD_VALIDATED: "Valida el borrador del estándar",
    INSTRUMENT_VALIDATED: "Valida el instrumento de",
  } as Record<string, string>,
  resolutionOf: (says: string, title: string) => `${says} «${title}»`,
  hasErrors: (n: number) => `tiene ${many(n, "error", "errores")}`,
  errors: (n: number) =>
    `El mapa tiene ${many(n, "error", "errores")}: no se puede validar todavía.`,
  notes: "Otros asuntos",
  close: "Terminar la sesión y hacer la minuta",
  closing: "Escribiendo la minuta…",
  minutes: "Minuta",
  minutesOf: (n: number, kind: string) => `Minuta de la sesión ${n}, ${kind}`,
  paperName: (what: string, of: string) => `${what} ${of}`.trim(),
  working: "Escribiendo el documento…",
  formats: { PDF: "PDF", DOCX: "Word" } as Record<string, string>,
};

/** A paper that was written. */
export const papers = {
  written: (path: string) => `Escrito en ${path}`,
  show: "Mostrar en su carpeta",
  exists: "Ya hay un archivo con ese nombre.",
  replace: "Reemplazarlo",
  keep: "Dejarlo",
};

/** How far a map is, and its papers. */
export const standing = {
  view: "Grupo y validación",
  state: "Estado del mapa",
  handIn: "Entregar a asesoría",
  advised: "Devolver con comentarios",
  reopen: "Empezar otra edición",
  closedSays:
    "Así lo validó el grupo: ya no se cambia. Hacer un estándar de una función sigue siendo posible.",
  closedKeys:
    "El grupo validó este mapa y así se queda. Para cambiarlo, en Grupo y validación (Alt 3) empiece otra edición.",
  closedShort: "Sólo lectura: el grupo lo validó.",
  toEdition: "Empezar otra edición…",
  why: "Motivo",
  papers: "Documentos del mapa",
  formats: {
    PDF: "PDF dibujado",
    SVG: "Imagen (SVG)",
    DOCX: "Tabla en Word",
    JSON: "Datos (JSON)",
    REPORT: "Informe de revisión (PDF)",
  } as Record<string, string>,
  reportName: (title: string) => `Informe de revisión ${title}`,
  exporting: "Dibujando el mapa…",
  editions: "Ediciones congeladas",
  edition: (n: number, on: string) => `Edición ${n}, ${on}`,
  noEditions: "Ninguna todavía: la congela la minuta de una sesión del grupo.",
};

/** Undoing what a session of the group agreed. */
export const undoing = {
  agreed: (what: string, session: string) =>
    `Lo que sigue por deshacer (${what}) lo acordó ${session}, que ya terminó: su minuta lo cita y no cambia. Para deshacerlo de todos modos, deshaga otra vez.`,
};
