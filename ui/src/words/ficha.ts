import type { SourceView } from "#api/wire.ts";
import { many } from "./numbers.ts";

export const ficha = {
  summary: "Ficha del estándar",
  code: "Código",
  noCode: "se asigna después de la aprobación",
  source: "Leído de",
  given: (source: SourceView) =>
    [
      source.code,
      source.approved && `aprobado el ${source.approved}`,
      source.published && `publicado el ${source.published}`,
      source.elements.join(", "),
    ]
      .filter(Boolean)
      .join("; "),
  title: "Título",
  level: "Nivel",
  committee: "Comité",
  content: "Contenido",
  contents: (elements: number, criteria: number) =>
    `${many(elements, "elemento", "elementos")}, ${many(criteria, "criterio", "criterios")}`,
  state: "Estado",
  since: "desde el",
  holder: "Lo tiene",
  rulePack: "Paquete de reglas",
  frozen: "Edición congelada",
  digest: "Huella del texto",
  none: "sin dato",
  reading: "Cómo se leyó",
  repairs: (n: number) => many(n, "palabra reparada", "palabras reparadas"),
  notUnderstood: (n: number) => many(n, "línea sin lugar", "líneas sin lugar"),
  at: (page: number, line: number) => `pág. ${page}, renglón ${line}`,
  next: "Siguiente acto",
  others: "Otros actos posibles",
  ended: "El camino de este caso terminó.",
  who: "Quién",
  due: "Plazo",
  basis: "Fundamento",
  missing: (n: number) =>
    n === 1
      ? "Falta 1 requisito para este acto"
      : `Faltan ${n} requisitos para este acto`,
  ready: "Nada falta. El acto se puede hacer.",
  has: "Ya está",
  attach: "Adjuntar archivo",
  goSupport: "Ir al campo",
  goReview: "Ver los errores",
  alsoFile: "o adjuntar un archivo",
  orType: "o escribirlo",
  on: "Fecha del acto",
  reason: "Motivo u observaciones",
  reasonHelp: "Queda escrito en el historial del caso.",
  notYet: "Se dice al hacer el acto",
  before: (says: string) => `Antes: ${says}`,
  doing: "Haciendo el acto…",
  attaching: "Adjuntando el archivo…",
  done: (name: string) => `Hecho: ${name}`,
  justMoved: "Se acaba de realizar un acto: vea qué sigue.",
  nextIs: (does: string) => `Siguiente acto: ${does}`,
  leads: (name: string) => `Lleva a «${name}»`,
  pass: (name: string) => `Pasar a «${name}»`,
  stays:
    "Lo que se haga aquí queda en el historial y no se deshace con Ctrl Z.",
  open: "Ver",
  close: "Cerrar",
};

/** The printed form a document was read in; those with a code of their own keep it. */
export const formats: Record<string, string> = {
  "ECM sheet": "ficha de ECM",
  unknown: "formato no reconocido",
};

/** A requirement as it is cited: by its id where the rules have one, and by its basis. */
export function cited(requirement: string, basis: string): string {
  return requirement.startsWith("ROAD-") ? basis : `${requirement} · ${basis}`;
}

/** What is said with an act, by the desk's word for it. */
export const sayings: Record<string, string> = {
  reason: "Motivo",
  observations: "Observaciones",
  presenter: "Quién presenta el caso a COVACEC",
  tcResolution: "Número de acuerdo del Comité Técnico",
  code: "Código asignado",
};
