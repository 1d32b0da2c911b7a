import type { EcDocument, FindingView } from "#api/wire.ts";
import { editor, lists } from "#words/editor.ts";
import { parts } from "./parts.ts";
import { blocks, slotKey } from "./sheet.ts";

/** One line of the outline: where it leads, and the worst that stands there. */
export interface Entry {
  key: string;
  depth: 1 | 2 | 3;
  code: string;
  text: string;
  part: string;
  field: string;
  worst: string | undefined;
  element: string;
  faint: boolean;
}

/** The outline of the elements; only the one that is open shows what is in it. */
export function entries(
  doc: EcDocument,
  findings: ReadonlyMap<string, FindingView[]>,
  openElement: string,
): Entry[] {
  const of = standing(findings);
  const made: Entry[] = [];
  for (const element of doc.elements) {
    const id = element.id ?? "";
    const open = id === openElement;
    const inside = blocks.flatMap((block) => [
      slotKey(id, block.list),
      ...parts(element, block.list).flatMap(partKeys),
    ]);
    const own = [slotKey(id, "title"), slotKey(id, "code")];
    made.push({
      key: id,
      depth: 1,
      code: String(element.index),
      text: element.title || editor.noTitle,
      part: id,
      field: "title",
      worst: of(open ? own : [...own, ...inside]),
      element: id,
      faint: element.title === "",
    });
    if (!open) continue;
    for (const { list } of blocks) {
      const rows = parts(element, list);
      made.push({
        key: `${id}-${list}`,
        depth: 2,
        code: "",
        text: lists[list]?.name ?? list,
        part: rows[0]?.id ?? id,
        field: rows[0]?.first ?? list,
        worst: of([slotKey(id, list)]),
        element: id,
        faint: rows.length === 0,
      });
      for (const row of rows) {
        made.push({
          key: row.id,
          depth: 3,
          code: row.code,
          text: row.text || editor.noTitle,
          part: row.id,
          field: row.first,
          worst: of(partKeys(row)),
          element: id,
          faint: row.text === "",
        });
      }
    }
  }
  return made;
}

/** The keys of every text of a part. */
export function partKeys(row: ReturnType<typeof parts>[number]): string[] {
  const own = [slotKey(row.id, row.first)];
  if (row.second) own.push(slotKey(row.id, row.second));
  return [
    ...own,
    ...(row.lines?.rows ?? []).map((line) => slotKey(line.id, "text")),
  ];
}

const order = ["error", "warning", "advice"];

/** Answers with the worst finding that stands at some keys. */
export function standing(
  findings: ReadonlyMap<string, FindingView[]>,
): (keys: Iterable<string>) => string | undefined {
  return (keys) => {
    let worst = order.length;
    for (const key of keys) {
      for (const finding of findings.get(key) ?? []) {
        if (finding.setAside === null)
          worst = Math.min(worst, order.indexOf(finding.severity));
      }
    }
    return order[worst];
  };
}
