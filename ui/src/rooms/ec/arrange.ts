import { tick } from "svelte";
import type { FindingView } from "#api/wire.ts";
import { typeAhead } from "#pieces/typeAhead.ts";
import { lists } from "#words/editor.ts";
import type { Draft } from "./draft.svelte.ts";
import { idsIn, slotKey } from "./sheet.ts";

/** Puts the cursor in a text, once it is on the page. */
export async function focusSlot(
  part: string | null,
  field: string | null,
): Promise<boolean> {
  await tick();
  const exact =
    field === null ? null : find(`[data-slot="${slotKey(part, field)}"]`);
  const slot = exact ?? find(`[data-slot^="${part ?? ""}:"]`);
  slot?.focus();
  slot?.scrollIntoView({ block: "nearest" });
  return slot !== null;
}

function find(selector: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(selector);
}

/** Of what is said at one place, what the key mends: the worst that can be mended by itself. */
export function mendable(
  findings: readonly FindingView[],
): FindingView | undefined {
  return findings.find((one) => one.setAside === null && one.remedy !== "NONE");
}

/** Mends a finding; when its card goes away with the focus, the cursor goes to the text. */
export async function mendAt(
  draft: Draft,
  finding: FindingView,
): Promise<void> {
  const [part, field] = draft.anchor(finding).split(":");
  if (!(await draft.fix(finding))) return;
  await tick();
  if (document.activeElement === document.body)
    await focusSlot(part || null, field || null);
}

/** The first text that a person writes in a part of each list. */
const firstField: Record<string, string> = {
  elements: "title",
  attitudes: "name",
  contingencies: "situation",
  glossary: "term",
};

const codes = new Set([
  "sincoUnitGroups",
  "sectors",
  "subsectors",
  "branches",
  "subbranches",
  "industryClasses",
]);

/** Adds a part to a list and puts the cursor in it. */
export async function addAt(
  draft: Draft,
  owner: string | null,
  list: string,
  at: number,
): Promise<string | undefined> {
  const adding = draft.add(owner, list, at);
  const land = typeAhead(lists[list]?.one ?? list);
  const id = await adding;
  if (id !== undefined) {
    await focusSlot(
      id,
      firstField[list] ?? (codes.has(list) ? "code" : "text"),
    );
  }
  land();
  return id;
}

/** Moves a part one place, and keeps the cursor in it. */
export async function moveBy(
  draft: Draft,
  owner: string | null,
  list: string,
  part: string,
  by: 1 | -1,
): Promise<void> {
  if (draft.view === undefined) return;
  const ids = idsIn(draft.view.document, owner, list);
  const to = ids.indexOf(part) + by;
  if (to < 0 || to >= ids.length) return;
  const { field } = draft.at;
  if (await draft.change({ move: { owner, list, part, to } }))
    await focusSlot(part, field);
}

/**
 * Takes a part out, and puts the cursor where it was. What would break is shown first, and waits for
 * a person to say so.
 */
export async function remove(
  draft: Draft,
  owner: string | null,
  list: string,
  part: string,
  done: () => void = () => undefined,
): Promise<void> {
  if (draft.view === undefined || draft.locked) return;
  const edit = { remove: { owner, list, part } };
  const go = async () => {
    if (draft.view === undefined) return;
    const ids = idsIn(draft.view.document, owner, list);
    const at = ids.indexOf(part);
    const next = ids[at - 1] ?? ids[at + 1] ?? owner;
    if (!(await draft.change(edit))) return;
    await focusSlot(next ?? null, null);
    done();
  };
  const foreseen = await draft.foresee(edit);
  if (foreseen === undefined) await go();
  else draft.breaks = { foreseen, go };
}

/**
 * The Enter key after the last of a list: another one, as people write lists; after an empty one the
 * list has ended, so that one goes and what follows has the cursor.
 */
export async function endList(
  draft: Draft,
  owner: string | null,
  list: string,
  last: { part: string; empty: boolean; at: number },
): Promise<void> {
  if (!last.empty) {
    await addAt(draft, owner, list, last.at + 1);
    return;
  }
  const { part } = last;
  if (!(await draft.change({ remove: { owner, list, part } }))) return;
  await tick();
  const all = [
    ...document.querySelectorAll<HTMLElement>("[data-slot], [data-add]"),
  ];
  const add = `${owner ?? ""}:${list}`;
  all[all.findIndex((one) => one.dataset["add"] === add) + 1]?.focus();
}
