import { hierarchy, tree, type HierarchyPointNode } from "d3-hierarchy";
import { within, type Branch } from "./branch.ts";
import { lines, type Measure } from "./measure.ts";

/** A function where it is drawn. */
export interface Drawn {
  branch: Branch;
  x: number;
  y: number;
  width: number;
  height: number;
  lines: string[];
  /** How many functions are folded into it. */
  inside: number;
  /** The line to it from the one it is part of; nothing for the purpose. */
  edge: Edge | undefined;
}

/** A line between two functions, and the corners it lies between. */
export interface Edge {
  path: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Drawing {
  nodes: Drawn[];
  byId: Map<string, Drawn>;
  width: number;
  height: number;
}

/** The measures of a drawn function, in the units of the drawing. */
export const box = {
  pad: 12,
  head: 24,
  line: 17,
  foot: 10,
  narrow: 192,
  wide: 290,
  across: 36,
  apart: 10,
  /** The height of its letters. */
  letters: 13,
} as const;

/** Places every function that is seen, each column as deep as its functions. */
export function layout(
  root: Branch,
  folded: ReadonlySet<string>,
  text: (id: string) => string,
  measure: Measure,
): Drawing {
  const top = hierarchy(root, (branch) =>
    folded.has(branch.it.id) ? [] : branch.parts,
  );
  const columns = columnsOf(top.descendants());
  const drawn = new Map<Branch, { lines: string[]; height: number }>();
  for (const { data, depth } of top) {
    const room = (columns[depth]?.width ?? box.narrow) - 2 * box.pad;
    const said = lines(text(data.it.id), room, measure);
    const height = box.head + Math.max(1, said.length) * box.line + box.foot;
    drawn.set(data, { lines: said, height });
  }
  const tall = (branch: Branch) => drawn.get(branch)?.height ?? 0;
  // Within a column no two overlap; a step wider where one family ends.
  const placed = tree<Branch>()
    .nodeSize([1, 1])
    .separation(
      (a, b) =>
        (tall(a.data) + tall(b.data)) / 2 +
        box.apart * (a.parent === b.parent ? 1 : 2),
    )(top);
  return drawing(placed, columns, drawn, folded);
}

interface Column {
  x: number;
  width: number;
}

/** A column of leaves alone is wide: nothing is drawn behind it. */
function columnsOf(nodes: { depth: number; height: number }[]): Column[] {
  const most = nodes.reduce((most, { depth }) => Math.max(most, depth), 0);
  const made: Column[] = [];
  let x = 0;
  for (let depth = 0; depth <= most; depth++) {
    const leaves = depth > 0 && depth === most;
    const width = leaves ? box.wide : box.narrow;
    made.push({ x, width });
    x += width + box.across;
  }
  return made;
}

function drawing(
  placed: HierarchyPointNode<Branch>,
  columns: Column[],
  drawn: Map<Branch, { lines: string[]; height: number }>,
  folded: ReadonlySet<string>,
): Drawing {
  const nodes: Drawn[] = [];
  const byId = new Map<string, Drawn>();
  let top = Infinity;
  let bottom = -Infinity;
  placed.eachBefore((node) => {
    const column = columns[node.depth] ?? { x: 0, width: box.narrow };
    const { lines, height } = drawn.get(node.data) ?? { lines: [], height: 0 };
    const y = node.x - height / 2;
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + height);
    const it: Drawn = {
      branch: node.data,
      x: column.x,
      y,
      width: column.width,
      height,
      lines,
      inside: folded.has(node.data.it.id) ? within(node.data).length - 1 : 0,
      edge: undefined,
    };
    nodes.push(it);
    byId.set(node.data.it.id, it);
  });
  const last = columns.at(-1);
  for (const node of nodes) {
    node.y -= top;
    const above = node.branch.above && byId.get(node.branch.above.it.id);
    if (above) node.edge = edge(above, node);
  }
  return {
    nodes,
    byId,
    width: last ? last.x + last.width : 0,
    height: bottom - top,
  };
}

/** From the middle of one to the middle of the other, with a bend before it. */
function edge(from: Drawn, to: Drawn): Edge {
  const [left, y] = [from.x + from.width, from.y + from.height / 2];
  const [right, toY] = [to.x, to.y + to.height / 2];
  return {
    path: `M${left} ${y}H${right - box.across / 2}V${toY}H${right}`,
    left,
    right,
    top: Math.min(y, toY),
    bottom: Math.max(y, toY),
  };
}
