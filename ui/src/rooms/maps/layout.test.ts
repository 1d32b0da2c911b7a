import { exampleFunction } from "#api/exampleMap.ts";
import { expect, test } from "vitest";
import { branches } from "./branch.ts";
import { layout } from "./layout.ts";
import { lines, Measure } from "./measure.ts";

const measure = new Measure(13, "sans-serif");

/** A map of so many functions, each of the same number of parts, with texts of every length. */
function many(n: number, parts: number) {
  const functions = Array.from({ length: n }, (_, i) =>
    exampleFunction({
      id: `f${i}`,
      parent: i === 0 ? null : `f${Math.floor((i - 1) / parts)}`,
      text: "Ajustar los frenos ".repeat(1 + (i % 7)),
    }),
  );
  return branches(functions);
}

test("no two functions overlap, and each stands beyond the one it is part of", () => {
  const all = many(1000, 5);
  const text = (id: string) => all.get(id)!.it.text;
  const drawing = layout(all.get("f0")!, new Set(), text, measure);
  expect(drawing.nodes).toHaveLength(1000);
  const columns = new Map<number, { y: number; height: number }[]>();
  for (const node of drawing.nodes) {
    const above =
      node.branch.above && drawing.byId.get(node.branch.above.it.id);
    if (above) expect(node.x).toBeGreaterThan(above.x + above.width);
    columns.set(node.x, [...(columns.get(node.x) ?? []), node]);
  }
  for (const column of columns.values()) {
    column.sort((a, b) => a.y - b.y);
    column.slice(1).forEach((node, i) => {
      const over = column[i]!;
      expect(node.y).toBeGreaterThanOrEqual(over.y + over.height);
    });
  }
});

test("a folded branch is one function that says how many are in it", () => {
  const all = many(7, 2);
  const drawing = layout(all.get("f0")!, new Set(["f1"]), () => "x", measure);
  expect(drawing.nodes).toHaveLength(5);
  expect(drawing.byId.get("f1")!.inside).toBe(2);
});

test("a text is broken between words, and a word wider than its box is cut", () => {
  const wide = measure.width("Ajustar frenos");
  expect(lines("Ajustar frenos  de disco", wide + 1, measure)).toEqual([
    "Ajustar frenos",
    "de disco",
  ]);
  const cut = lines("a".repeat(50), wide, measure);
  expect(cut.length).toBeGreaterThan(1);
  expect(cut.join("")).toBe("a".repeat(50));
});
