import { expect, test } from "vitest";
import tokens from "./tokens.css?raw";

/** The colours of a theme, by their names. */
function theme(selector: string): Map<string, string> {
  const start = tokens.indexOf(`${selector} {`);
  const block = tokens.slice(start, tokens.indexOf("}", start));
  const found = block.matchAll(/--([a-z0-9-]+):\s*(#[0-9A-Fa-f]{6})/g);
  return new Map([...found].map(([, name = "", hex = ""]) => [name, hex]));
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort(
    (a, b) => a - b,
  );
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ["canvas", "surface", "raised", "hover", "selected"];
const tints = ["guinda-tint", "verde-tint", "dorado-tint"];

/** Each ink with the grounds it is written on. */
const written: [string, string[]][] = [
  ["ink", [...grounds, ...tints]],
  ["ink-2", [...grounds, ...tints]],
  ["ink-3", grounds],
  ["guinda-ink", [...grounds, "guinda-tint"]],
  ["verde-ink", [...grounds, "verde-tint", "guinda-tint", "dorado-tint"]],
  ["dorado-ink", [...grounds, "dorado-tint"]],
  ["on-strong", ["guinda-deep"]],
  ["paper-ink", ["paper", "paper-fill"]],
];

/** Each shape and border with the grounds it is drawn on: 3 to 1 is enough for them. */
const drawn: [string, string[]][] = [
  // A control never stands on a selected row.
  ["control-line", ["canvas", "surface", "raised", "hover"]],
  ["guinda", [...grounds, "guinda-tint"]],
  ["verde", grounds],
  ["dorado", ["canvas", "surface", "raised", "dorado-tint"]],
  ["ring", grounds],
];

const themes = ['[data-theme="light"]', '[data-theme="dark"]'];

function low(of: Map<string, string>, pairs: typeof written, least: number) {
  return pairs.flatMap(([ink, on]) =>
    on
      .map((ground) => ({
        pair: `${ink} on ${ground}`,
        ratio: contrast(of.get(ink) ?? "", of.get(ground) ?? ""),
      }))
      .filter(({ ratio }) => !(ratio >= least))
      .map(({ pair, ratio }) => `${pair}: ${ratio.toFixed(2)}`),
  );
}

test.each(themes)("every ink can be read on every ground, %s", (selector) => {
  expect(low(theme(selector), written, 4.5)).toEqual([]);
});

test.each(themes)("every shape can be seen on every ground, %s", (selector) => {
  expect(low(theme(selector), drawn, 3)).toEqual([]);
});

test("the measure itself can object", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  expect(
    low(
      new Map([
        ["a", "#777777"],
        ["b", "#888888"],
      ]),
      [["a", ["b"]]],
      3,
    ),
  ).toHaveLength(1);
});
