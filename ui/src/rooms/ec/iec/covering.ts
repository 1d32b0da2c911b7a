import type { EcDocument, InstrumentView, LeafView } from "#api/wire.ts";

/** The leaves, element by element, in the order of the page. */
export function byElement(leaves: LeafView[]): [number, LeafView[]][] {
  const groups = new Map<number, LeafView[]>();
  for (const leaf of leaves) {
    const element = Number(/^E(\d+)/.exec(leaf.label)?.[1] ?? 0);
    groups.set(element, [...(groups.get(element) ?? []), leaf]);
  }
  return [...groups];
}

/** How many items a change of this part of the standard leaves to look at again. */
export function outdated(
  view: InstrumentView | undefined,
  doc: EcDocument,
  part: string | null,
): number {
  if (view === undefined || part === null) return 0;
  const changed = new Set(leavesOf(doc, part));
  const touched = view.leaves.filter((leaf) => changed.has(leaf.id));
  return touched.reduce((sum, leaf) => sum + leaf.items.length, 0);
}

/** The leaves that say something of this part: itself, those below it, or the one it belongs to. */
function leavesOf(doc: EcDocument, part: string): string[] {
  for (const element of doc.elements) {
    for (const one of [...element.performances, ...element.products]) {
      if (one.characteristicIds?.includes(part)) return [part];
      if (one.id === part) return [part, ...(one.characteristicIds ?? [])];
    }
    for (const one of element.knowledge)
      if (one.id === part || one.detailIds?.includes(part))
        return one.id ? [one.id] : [];
    for (const one of element.attitudes) if (one.id === part) return [part];
    for (const one of element.contingencies)
      if (one.id === part || one.expectedResponseIds?.includes(part))
        return one.id ? [one.id] : [];
  }
  return [];
}

/** All that a leaf says, as an item remembers it. */
export function wordsOf({ line, detail, level }: LeafView): string {
  return [line, detail, level].filter((said) => said !== "").join("\n");
}
