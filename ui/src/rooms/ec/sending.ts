import type { EcElement, EditRequest } from "#api/wire.ts";
import { focusSlot } from "./arrange.ts";
import type { Draft } from "./draft.svelte.ts";
import { idsIn, slotKey } from "./sheet.ts";

/** Something that stands in a list of someone. */
export interface Standing {
  owner: string | null;
  list: string;
  part: string;
}

/** The text that the lines of each list are, where it is not «text». */
const mainText: Record<string, string> = {
  attitudes: "name",
  contingencies: "situation",
  glossary: "term",
};

/** Several lines pasted in a text become parts of its list; the cursor goes to the last. */
export async function paste(
  draft: Draft,
  asked: Standing & { around: [string, string]; text: string },
): Promise<void> {
  const { part, list } = asked;
  const key = slotKey(part, mainText[list] ?? "text");
  const before = new Set(draft.slots.map((slot) => slot.part));
  const typed = draft.typed.get(key);
  // All that stands in the text goes with what is pasted: it is not written twice.
  draft.typed.delete(key);
  if (!(await draft.change({ paste: asked }))) {
    if (typed) draft.type(part, typed.field, typed.text);
    return;
  }
  const made = draft.slots.filter((slot) => !before.has(slot.part)).at(-1);
  await focusSlot(made?.part ?? part, null);
}

/**
 * Sends a part to the list before or after its own: a criterion, to the element before or after; a
 * characteristic, to the criterion. It keeps its id, and what points to it.
 */
export async function send(
  draft: Draft,
  owner: string | null,
  list: string,
  part: string,
  by: 1 | -1,
): Promise<void> {
  const owners = ownersOf(draft, list);
  const to = owners[owners.indexOf(owner ?? "") + by];
  if (owner === null || to === undefined) return;
  const at = by > 0 ? 0 : idsIn(draft.view!.document, to, list).length;
  await transfer(draft, { owner, list, part }, to, at);
}

/** Puts a part where another stands: in its list, or in that of another owner. */
export async function dropOn(
  draft: Draft,
  from: Standing,
  onto: Standing,
): Promise<void> {
  const { view } = draft;
  if (view === undefined || from.list !== onto.list || from.part === onto.part)
    return;
  const at = idsIn(view.document, onto.owner, onto.list).indexOf(onto.part);
  if (at < 0) return;
  if (from.owner !== onto.owner && onto.owner !== null)
    return transfer(draft, from, onto.owner, at);
  const { field } = draft.at;
  if (await draft.change({ move: { ...from, to: at } }))
    await focusSlot(from.part, field);
}

async function transfer(
  draft: Draft,
  from: Standing,
  to: string,
  at: number,
): Promise<void> {
  const edit: EditRequest = { transfer: { ...from, to, at } };
  if (await draft.change(edit)) draft.asked = { part: from.part, field: null };
}

/** Those who have such a list, in the order of the page. */
function ownersOf(draft: Draft, list: string): string[] {
  const elements = draft.view?.document.elements ?? [];
  const ids = (parts: { id?: string }[]) => parts.map((one) => one.id ?? "");
  if (list === "characteristics") {
    const criteria = (one: EcElement) => [...one.performances, ...one.products];
    return ids(elements.flatMap(criteria));
  }
  if (list === "details") return ids(elements.flatMap((one) => one.knowledge));
  if (list === "expectedResponses")
    return ids(elements.flatMap((one) => one.contingencies));
  return ids(elements);
}
