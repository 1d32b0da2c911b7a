import type {
  ToolView,
  EcDocument,
  IecItemView,
  InstrumentView,
  LeafView,
} from "#api/wire.ts";

/** The leaves, element by element, in the order of the page. */
export function byElement(leaves: LeafView[]): [number, LeafView[]][] {
  const groups = new Map<number, LeafView[]>();
  for (const leaf of leaves) {
    const element = Number(/^E(\d+)/.exec(leaf.label)?.[1] ?? 0);
    groups.set(element, [...(groups.get(element) ?? []), leaf]);
  }
  return [...groups];
}

/** The items that a change of this part of the standard leaves to look at again. */
export function outdated(
  view: InstrumentView | undefined,
  doc: EcDocument,
  part: string | null,
): IecItemView[] {
  if (view === undefined || part === null) return [];
  const changed = new Set(leavesOf(doc, part));
  const touched = view.leaves.filter((leaf) => changed.has(leaf.id));
  const ids = new Set(touched.flatMap((leaf) => leaf.items));
  return view.tools
    .flatMap((tool) => tool.items)
    .filter((item) => ids.has(item.id));
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

/** What a column of the matrix is called. */
export function toolName(tool: ToolView): string {
  return tool.title || tool.kindName;
}

/** The arrows in the matrix: along a row from its leaf through its tools, and down a tool. */
export function cellKeyed(event: KeyboardEvent): void {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const here = event.currentTarget;
  if (!(here instanceof HTMLElement)) return;
  const tool = here.dataset["cell"];
  const along = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  const down = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const all = (from: ParentNode | null, wanted: string) => [
    ...(from?.querySelectorAll<HTMLElement>(wanted) ?? []),
  ];
  let cells: HTMLElement[] = [];
  if (along !== undefined)
    cells = all(here.closest("li"), "[data-row], [data-cell]");
  else if (down !== undefined && tool !== undefined)
    cells = all(document, "[data-cell]").filter(
      (cell) => cell.dataset["cell"] === tool,
    );
  const next = cells[cells.indexOf(here) + (along ?? down ?? 0)];
  if (cells.length === 0) return;
  event.preventDefault();
  next?.focus();
}
