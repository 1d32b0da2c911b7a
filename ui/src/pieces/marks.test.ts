import { exampleFinding } from "#api/examples.ts";
import type { FindingView } from "#api/wire.ts";
import { expect, test } from "vitest";
import { change, pieces, rewritten, type Step } from "./marks.ts";

test("spans count characters, so an emoji before them moves nothing", () => {
  const finding = exampleFinding({ span: [2, 5] });
  expect(pieces("😀 uno dos", [finding])).toEqual([
    { text: "😀 " },
    { text: "uno", severity: "error" },
    { text: " dos" },
  ]);
});

test("where findings meet, the worst is shown", () => {
  const error = exampleFinding({ span: [0, 3] });
  const advice = exampleFinding({ span: [0, 3], severity: "advice" });
  expect(pieces("uno", [error, advice])).toEqual([
    { text: "uno", severity: "error" },
  ]);
});

/** A change as one would read it: «-goes-» and «+comes+». */
const read = (text: string, finding: FindingView) =>
  spelled(change(text, finding));

const spelled = (steps: Step[] | undefined) =>
  steps
    ?.map(({ kind, text }) =>
      kind === "goes" ? `-${text}-` : kind === "comes" ? `+${text}+` : text,
    )
    .join("");

test("the edit shows only what changes", () => {
  expect(read("En orden,", exampleFinding())).toBe("En orden,+ y+");
  const other = exampleFinding({ span: [0, 2], suggestion: "Con" });
  expect(read("En orden,", other)).toBe("-En-+Con+ orden,");
  const end = exampleFinding({ span: [3, 9], suggestion: "orden, y" });
  expect(read("En orden.", end)).toContain("En orden");
});

test("words go and come whole", () => {
  const verb = exampleFinding({ span: [0, 12], suggestion: "Proporcionando" });
  expect(read("Proporcionar una silla", verb)).toBe(
    "-Proporcionar-+Proporcionando+ una silla",
  );
  const part = exampleFinding({ span: [10, 12], suggestion: "ando" });
  expect(read("Proporcionar una silla", part)).toBe(
    "-Proporcionar-+Proporcionando+ una silla",
  );
  const accent = exampleFinding({ span: [5, 6], suggestion: "ó" });
  expect(read("reunion de hoy", accent)).toBe("-reunion-+reunión+ de hoy");
});

test("of a long text only what is around the change is shown, in whole words", () => {
  const text = `${"palabra ".repeat(20)}mal ${"palabra ".repeat(20)}`;
  const finding = exampleFinding({ span: [160, 163], suggestion: "bien" });
  const shown = read(text, finding) ?? "";
  expect(shown).toMatch(/^\u2026palabra .*-mal-\+bien\+ .*palabra\u2026$/);
  expect(shown.length).toBeLessThan(120);
});

test("what an act rewrote is told word by word, and whole where hardly a word stayed", () => {
  const told = (before: string, after: string) =>
    spelled(rewritten(before, after));
  expect(told("Revisar la credencial", "Revisa la credencial")).toBe(
    "-Revisar-+Revisa+ la credencial",
  );
  expect(told("Dos libros", "La hoja de registro")).toBe(
    "-Dos libros-+La hoja de registro+",
  );
  expect(told("", "Nuevo")).toBe("+Nuevo+");
  expect(told("Viejo", "")).toBe("-Viejo-");
});

test("a text with thousands of changed words is told whole", () => {
  const words = (prefix: string) =>
    Array.from({ length: 3000 }, (_, i) => `${prefix}${i} y`).join(" ");
  expect(rewritten(words("a"), words("b")).map(({ kind }) => kind)).toEqual([
    "goes",
    "comes",
  ]);
});
