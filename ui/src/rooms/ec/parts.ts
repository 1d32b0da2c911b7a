import type { EcElement } from "#api/wire.ts";
import { blocks, rows, type BlockList, type Row } from "./sheet.ts";

/** A part of an element as the editor shows it: one or two texts, and perhaps lines below. */
export interface PartRow {
  id: string;
  code: string;
  text: string;
  first: string;
  second: string;
  lines: { list: string; rows: Row[] } | undefined;
}

/** The parts of one block of an element. */
export function parts(element: EcElement, list: BlockList): PartRow[] {
  const letter = blocks.find((block) => block.list === list)?.letter ?? "";
  const row = (
    one: { id?: string; number?: number },
    i: number,
    shown: Omit<PartRow, "id" | "code">,
  ): PartRow => ({
    id: one.id ?? "",
    code: `${letter}${one.number ?? i + 1}`,
    ...shown,
  });

  switch (list) {
    case "performances":
    case "products":
      return element[list].map((one, i) =>
        row(one, i, {
          text: one.text,
          first: "text",
          second: "",
          lines: {
            list: "characteristics",
            rows: rows(one.characteristics, one.characteristicIds),
          },
        }),
      );
    case "knowledge":
      return element.knowledge.map((one, i) =>
        row(one, i, {
          text: one.text,
          first: "text",
          second: "level",
          lines: { list: "details", rows: rows(one.details, one.detailIds) },
        }),
      );
    case "attitudes":
      return element.attitudes.map((one, i) =>
        row(one, i, {
          text: one.name,
          first: "name",
          second: "manner",
          lines: undefined,
        }),
      );
    case "contingencies":
      return element.contingencies.map((one, i) =>
        row(one, i, {
          text: one.situation,
          first: "situation",
          second: "",
          lines: {
            list: "expectedResponses",
            rows: rows(one.expectedResponses, one.expectedResponseIds),
          },
        }),
      );
    case "glossary":
      return element.glossary.map((one, i) =>
        row(one, i, {
          text: one.term,
          first: "term",
          second: "definition",
          lines: undefined,
        }),
      );
  }
}
