import type { FindingView } from "#api/wire.ts";
import type { Place } from "#pieces/going.ts";
import type { Draft } from "./draft.svelte.ts";

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
  const here = `${draft.at.part ?? ""}:${draft.at.field ?? ""}`;
  const now = draft.at.field === null ? -1 : rank(here);
  const next =
    step > 0
      ? (sorted.find((key) => rank(key) > now) ?? sorted[0])
      : (sorted.findLast((key) => rank(key) < now) ?? sorted.at(-1));
  if (next === undefined) return undefined;
  const [part, field] = next.split(":");
  return { part: part || null, field: field || null };
}
