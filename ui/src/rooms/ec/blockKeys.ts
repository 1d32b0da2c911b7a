import { addAt, endList, moveBy, remove } from "./arrange.ts";
import { paste, send } from "./sending.ts";
import type { Draft } from "./draft.svelte.ts";
import type { PartRow } from "./parts.ts";
import type { ListKeys } from "./slotKeys.ts";

/** What the keys do in the first text of a part of a block. */
export function firstKeys(
  draft: Draft,
  owner: string,
  list: string,
  rows: readonly PartRow[],
  at: number,
): ListKeys {
  const row = rows[at]!;
  // A criterion is followed by its lines; a knowledge has its lines only sometimes.
  const below = list === "knowledge" ? undefined : row.lines;
  const another = () =>
    void (below
      ? addAt(draft, row.id, below.list, 0)
      : addAt(draft, owner, list, at + 1));
  const last = at === rows.length - 1;
  const lines = row.lines?.rows.length ?? 0;
  // The last one, left empty, ends the list; a criterion is followed by its first line.
  const onend = () => {
    const empty = draft.text(row.id, row.first).trim() === "" && lines === 0;
    if (empty && last)
      void endList(draft, owner, list, { part: row.id, empty, at });
    else another();
  };
  const empty = draft.text(row.id, row.first).trim() === "";
  const ends = below ? lines === 0 : last && (row.second === "" || empty);
  return {
    onend: ends ? onend : undefined,
    onanother: another,
    onmove: (by) => void moveBy(draft, owner, list, row.id, by),
    onremove: () => void remove(draft, owner, list, row.id),
    onsend: (by) => void send(draft, owner, list, row.id, by),
    onpaste: (around, text) =>
      void paste(draft, { owner, list, part: row.id, around, text }),
  };
}

/** What the keys do in its second text. */
export function secondKeys(
  draft: Draft,
  owner: string,
  list: string,
  rows: readonly PartRow[],
  at: number,
): ListKeys {
  const another = () => void addAt(draft, owner, list, at + 1);
  return {
    onend: at === rows.length - 1 ? another : undefined,
    onanother: another,
    onmove: (by) => void moveBy(draft, owner, list, rows[at]!.id, by),
  };
}
