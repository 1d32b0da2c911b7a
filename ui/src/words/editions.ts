// The editions of an instrument: frozen with its standard, or made alone.

export const editions = {
  side: "Ediciones",
  state: "Cómo va",
  toEditions: "Ir a Ediciones",
  open: (number: number, on: string, by: string) =>
    `Se redacta la edición ${number}, que ${by} empezó el ${on}. El estándar sigue donde está.`,
  why: "Motivo",
  goesWithIt:
    "El instrumento va con su estándar: lo valida el acto «Instrumento validado» y lo congela el «Aval del CGC», en Ficha.",
  list: "Ediciones congeladas",
  none: "Ninguna edición se ha congelado.",
  edition: (number: number, on: string) => `Edición ${number}, ${on}`,
  by: (by: string, state: string) => `La congeló ${by}. ${state}`,
  withStandard: "Con su estándar.",
  minutes: (minutes: string) => `Minuta: ${minutes}`,
  read: "Ver",
  readOf: (number: number) => `Ver la edición ${number}`,
  away: "Cerrar",
  copy: "Qué se exporta",
  export: (number: number, format: string) =>
    `Exportar la edición ${number} en ${format}`,
  formats: { PDF: "PDF", DOCX: "Word" } as Record<string, string>,
  file: (number: number) => `edición ${number}`,
  paper: "cuadro comparativo",
  writing: "Escribiendo el documento…",
  compare: "Comparar dos ediciones",
  from: "Dice",
  to: "Debe decir",
  today: "El instrumento de hoy",
  number: (number: number) => `Edición ${number}`,
  same: "Las dos dicen lo mismo.",
  paperAs: (format: string) => `Cuadro comparativo en ${format}`,
  changes: "Cambios",
};
