import type { FunctionView, MapFindingView, MapView } from "#api/wire.ts";

/** A function with those that are part of it. */
export interface Branch {
  it: FunctionView;
  above: Branch | undefined;
  parts: Branch[];
}

/** The functions of a map by id, each knowing what it is part of and what is part of it. */
export function branches(
  functions: readonly FunctionView[],
): Map<string, Branch> {
  const all = new Map<string, Branch>();
  for (const it of functions) {
    const above = it.parent === null ? undefined : all.get(it.parent);
    const branch: Branch = { it, above, parts: [] };
    above?.parts.push(branch);
    all.set(it.id, branch);
  }
  return all;
}

/** A function and all below it, each before those that are part of it. */
export function within(branch: Branch): FunctionView[] {
  return [branch.it, ...branch.parts.flatMap(within)];
}

/** The functions that are seen while some are folded, in order. */
export function seen(
  root: Branch | undefined,
  folded: ReadonlySet<string>,
): Branch[] {
  if (root === undefined) return [];
  const parts = folded.has(root.it.id) ? [] : root.parts;
  return [root, ...parts.flatMap((part) => seen(part, folded))];
}

/** Whether nobody set a finding aside. */
export function stands(finding: MapFindingView): boolean {
  return finding.setAside === null;
}

/** What a person may still say, of a function and of all below it: nothing of one without words. */
export function pending(
  view: MapView,
  branch: Branch,
): { function: string; claim: string }[] {
  const written = within(branch).filter((it) => it.text !== "");
  const ids = new Set(written.map((it) => it.id));
  return view.findings.flatMap(({ function: id, claim }) =>
    id !== null && claim !== null && ids.has(id)
      ? [{ function: id, claim }]
      : [],
  );
}

/** What is said of each function, worst first. */
export function byFunction(
  findings: readonly MapFindingView[],
): Map<string, MapFindingView[]> {
  const by = new Map<string, MapFindingView[]>();
  for (const finding of findings) {
    const key = finding.function ?? "";
    by.set(key, [...(by.get(key) ?? []), finding]);
  }
  for (const list of by.values())
    list.sort((a, b) => weight(a.severity) - weight(b.severity));
  return by;
}

const weights = ["error", "warning", "advice"];

function weight(severity: string): number {
  const at = weights.indexOf(severity);
  return at < 0 ? weights.length : at;
}

/** What of a branch others point to: the standards it is, and how many elements. */
export function linked(functions: readonly FunctionView[]): {
  standards: string[];
  elements: number;
} {
  return {
    standards: functions.flatMap(({ standard }) =>
      standard === null ? [] : [standard.title],
    ),
    elements: functions.filter(({ element }) => element !== null).length,
  };
}

/** Whether a function is that of a standard, or stands below one. */
export function underStandard(branch: Branch): boolean {
  for (let at: Branch | undefined = branch; at; at = at.above)
    if (at.it.standard !== null) return true;
  return branch.it.element !== null;
}

/** Whether a function may become a new element of the standard above it. */
export function mayBeElement({ it, above }: Branch): boolean {
  return it.element === null && above !== undefined && underStandard(above);
}

/** How many levels a map has, the purpose among them. */
export function levels(functions: readonly FunctionView[]): number {
  return functions.reduce((most, { depth }) => Math.max(most, depth + 1), 0);
}
