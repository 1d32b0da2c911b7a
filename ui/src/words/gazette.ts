import { count, many } from "./numbers.ts";

/** Publication: the gazette and the register. */
export const gazette = {
  title: "Publicación",
  none: "Ningún acuerdo del Comité Técnico espera publicación",
  noneSays:
    "Cuando el Comité Técnico apruebe un estándar, su acuerdo aparece aquí con las claves que se proponen, el texto para el DOF y los días que lleva.",
  heading: (number: string, on: string) => `Acuerdo ${number}, del ${on}`,
  days: (n: number) => `${many(n, "día", "días")} desde la aprobación`,
  code: "Clave",
  name: "Título",
  state: "Estado",
  proposed: (code: string) => `se propone ${code}`,
  tooLong: (n: number) =>
    `Su descripción general pasa por ${count(n)} caracteres de lo que cabe en el DOF.`,
  draft: (kind: string) => `Acuerdo para el DOF, ${kind}`,
  checks: [
    "El texto impreso y el electrónico son idénticos.",
    "Las páginas van numeradas.",
    "Las firmas son autógrafas.",
  ],
  checksTitle: "Lo que pide el Diario Oficial",
  working: "Leyendo la nota…",
  prove: "La nota publicada",
  note: "Número de la nota",
  on: "Día en que se publicó",
  edition: "Edición",
  compare: "Elegir la nota y compararla…",
  same: "La nota coincide con el acuerdo que se envió.",
  differs: "La nota difiere del acuerdo que se envió:",
  line: (n: number | null, says: string) =>
    n === null ? says : `Renglón ${count(n)}: ${says}`,
  reason: "Por qué se toma aunque difiera",
  publish: "Registrar la publicación",
  codes: (taken: number, ec: string, ecm: string) =>
    `Claves ocupadas: ${count(taken)}. Siguientes: ${ec} y ${ecm}.`,
  malformed: (typed: string, meant: string) =>
    meant
      ? `«${typed}» está mal escrita: ¿quiso decir ${meant}?`
      : `«${typed}» está mal escrita.`,
} as const;
