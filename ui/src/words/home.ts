import { count, many } from "./numbers.ts";

export const home = {
  mine: "Me toca",
  late: "Va tarde",
  waiting: "Espera a otros",
  pipeline: "Casos por etapa",
  sessions: "Sesiones próximas",
  reminders: "Llevar los plazos y las sesiones a un calendario (.ics)",
  remindersName: "plazos.ics",
  newStandard: "Nuevo estándar",
  late1: (n: number) => `${n} tarde`,
  noneMine: "Nada espera por usted.",
  noneLate: "Nada va tarde.",
  noneWaiting: "Ningún caso espera a otros.",
  filter: "Filtrar los casos",
  noMatch: "Ninguno coincide con el filtro.",
  some: (shown: number, all: number) => `${count(shown)} de ${count(all)}`,
  sayWho: "Diga quién trabaja aquí: sus actos se firman con ese nombre",
};

/** Whether nobody has said who works here: the desk then signs with these words. */
export const isNobody = (person: string) =>
  ["", "persona sin nombre"].includes(person.trim().toLowerCase());

/** What is asked of whoever signs without having said who they are. */
export const whoSigns = {
  title: "¿Quién firma?",
  says: "Este acto queda firmado y aún no se ha dicho quién trabaja aquí. Escriba su nombre y sigue donde iba.",
  name: "Nombre y apellidos",
  help: "Firma desde ahora en este espacio de trabajo. Se cambia en Ajustes.",
  blank: "Falta el nombre",
  go: "Firmar con este nombre",
};

export const empty = {
  title: "Este espacio de trabajo está vacío",
  says: "Empiece por uno de estos caminos. Todo se guarda en este equipo, sin red.",
  import: "Importar un estándar publicado",
  importSays:
    "Lea el PDF, el DOCX o el texto de un EC. Se abre como borrador, con lo que encuentre la revisión.",
  importDo: "Elegir el archivo",
  blank: "Empezar en blanco",
  blankSays:
    "Escriba el título y redacte el estándar por partes, con la página oficial a un lado.",
  blankDo: "Escribir el título",
  sample: "Abrir el caso de ejemplo",
  sampleSays:
    "Un caso inventado: el mantenimiento preventivo de bicicletas urbanas, con su expediente a medias.",
  sampleDo: "Cargar el ejemplo",
  sampleAlways: "Abrir el caso de ejemplo (inventado, para practicar)",
  packet: "Tomar un paquete de otra oficina",
  packetSays:
    "Trae un caso con su historial y sus pruebas, y sigue aquí donde iba.",
  packetDo: "Tomar un paquete",
};

export const caseColumns = {
  what: "Qué falta",
  who: "Quién lo tiene",
  since: "Desde",
  days: "Días hábiles",
  basis: "Fundamento",
  noDeadline: "sin plazo",
  lateBy: (n: number) => `vencido hace ${n}`,
  left: (n: number) =>
    n === 0 ? "vence hoy" : n === 1 ? "queda 1" : `quedan ${n}`,
  /** The unit of what is left, where no column says it. */
  unit: (n: number) =>
    n === 0 ? "" : n === 1 ? " día hábil" : " días hábiles",
};

/** One sentence that says how the day stands. */
export function summary(mine: number, late: number, waiting: number): string {
  if (mine + late + waiting === 0) return "Ningún caso está en curso.";
  const parts = [
    mine === 0
      ? "Ningún acto es suyo"
      : many(mine, "acto es suyo", "actos son suyos"),
    late === 0 ? "ninguno va tarde" : many(late, "va tarde", "van tarde"),
  ];
  const others =
    waiting === 0
      ? "ninguno espera a otros"
      : many(waiting, "espera a otros", "esperan a otros");
  return `${parts.join(", ")} y ${others}.`;
}
