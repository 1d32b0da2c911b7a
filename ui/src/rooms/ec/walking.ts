import type { FindingView } from "#api/wire.ts";
import type { Place } from "#pieces/going.ts";
import type { Draft } from "./draft.svelte.ts";
import { anchors, slotKey, wholeDocument } from "./sheet.ts";

/** Where one is: in a text, or on the buttons of what is said of it. */
function standingAt(draft: Draft): string | undefined {
  const card = document.activeElement?.closest('[id^="f-"]');
  if (card) return card.id.slice(2);
  const { part, field } = draft.at;
  return field === null ? undefined : `${part ?? ""}:${field}`;
}

/**
 * The order of the places on the page. What is said of a list or of a form has no text of its own:
 * it comes after the text that its part begins with, or after the general data, each in its turn.
 */
function ranks(draft: Draft): (key: string) => number {
  const { slots } = draft;
  const order = slots.map((slot) => slotKey(slot.part, slot.field));
  const doc = draft.view?.document;
  const all = doc === undefined ? [] : [...anchors(doc, slots)];
  const general = slots.filter((slot) => slot.element === null).length;
  return (key) => {
    const exact = order.indexOf(key);
    if (exact >= 0) return exact;
    if (key === wholeDocument) return -0.5;
    const [part] = key.split(":");
    const begins = part
      ? order.findIndex((one) => one.startsWith(`${part}:`))
      : general - 1;
    return begins + (all.indexOf(key) + 1) / (all.length + 2);
  };
}

/** Where the next finding that stands is, from where the cursor is; after the last comes the first. */
export function nextFinding(
  draft: Draft,
  findings: FindingView[],
  step: 1 | -1,
): Place | undefined {
  const standing = findings.filter((one) => one.setAside === null);
  const keys = [...new Set(standing.map((one) => draft.anchor(one)))];
  const rank = ranks(draft);
  const sorted = keys.sort((a, b) => rank(a) - rank(b));
  const here = standingAt(draft);
  const now = here === undefined ? -1 : rank(here);
  const next =
    step > 0
      ? (sorted.find((key) => rank(key) > now) ?? sorted[0])
      : (sorted.findLast((key) => rank(key) < now) ?? sorted.at(-1));
  if (next === undefined) return undefined;
  const [part, field] = next.split(":");
  return { part: part || null, field: field || null };
}
