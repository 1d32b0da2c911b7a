import type { FindingView } from "#api/wire.ts";
import type { Place } from "#pieces/going.ts";
import type { Draft } from "./draft.svelte.ts";

/** Where one is: in a text, or on the buttons of what is said of it. */
function standingAt(draft: Draft): string | undefined {
  const card = document.activeElement?.closest('[id^="f-"]');
  if (card) return card.id.slice(2);
  const { part, field } = draft.at;
  return field === null ? undefined : `${part ?? ""}:${field}`;
}

/** Where the next finding that stands is, from where the cursor is; after the last comes the first. */
export function nextFinding(
  draft: Draft,
  findings: FindingView[],
  step: 1 | -1,
): Place | undefined {
  const standing = findings.filter((one) => one.setAside === null);
  const keys = [...new Set(standing.map((one) => draft.anchor(one)))];
  const order = draft.slots.map((slot) => `${slot.part ?? ""}:${slot.field}`);
  const rank = (key: string) => {
    const exact = order.indexOf(key);
    return exact >= 0
      ? exact
      : order.findIndex((one) => one.startsWith(`${key.split(":")[0]}:`));
  };
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
