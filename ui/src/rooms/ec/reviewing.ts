import type { FindingView } from "#api/wire.ts";
import { matches } from "#pieces/matching.ts";
import { placeName } from "#words/places.ts";

/** Whether a finding is among those that are asked for, by weight and by words. */
export function isShown(
  finding: FindingView,
  show: string,
  query: string,
): boolean {
  const aside = finding.setAside !== null;
  const fits =
    show === "all" ||
    (show === "aside" ? aside : !aside && finding.severity === show);
  const text = `${finding.rule} ${placeName(finding.label)} ${finding.message} ${finding.text}`;
  return fits && matches(text, query);
}

/** Findings by the element they are in, the general data first. */
export function byElement(
  findings: readonly FindingView[],
): [number, FindingView[]][] {
  const by = new Map<number, FindingView[]>();
  for (const finding of findings) {
    const at = finding.place.element ?? 0;
    by.set(at, [...(by.get(at) ?? []), finding]);
  }
  return [...by].sort(([a], [b]) => a - b);
}
