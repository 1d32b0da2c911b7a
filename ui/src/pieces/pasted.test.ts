import { expect, test, vi } from "vitest";
import { isSeveral, isTooMuch, pastedOutline, pastedText } from "./pasted.ts";

function clipboard(plain: string, page = ""): DataTransfer {
  const held: Record<string, string> = {
    "text/plain": plain,
    "text/html": page,
  };
  return { getData: (kind: string) => held[kind] ?? "" } as DataTransfer;
}

const lines = (page: string) =>
  pastedText(clipboard("", page))
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

test("a list of a page is its items, those of a list inside it too", () => {
  expect(
    lines(
      "<ul><li>Uno:<ol><li>Dos</li><li>T<b>r</b>es</li></ol></li><li>Cuatro</li></ul>",
    ),
  ).toEqual(["Uno:", "Dos", "Tres", "Cuatro"]);
});

test("the cells of a row are told apart, whatever is in them", () => {
  expect(
    lines(
      "<table><tr><td><p>Frenos</p></td><td>Comprensión<br>alta</td></tr></table>",
    ),
  ).toEqual(["Frenos \tComprensión alta"]);
});

test("what a page would run is neither run nor read", () => {
  const ran = vi.fn();
  vi.stubGlobal("ran", ran);
  const page =
    "<script>ran()</script><style>p{}</style><ul><li onclick='ran()'>Uno<img src=x onerror='ran()'></li>" +
    "<li>&lt;script&gt;ran()&lt;/script&gt;</li></ul>";
  expect(lines(page)).toEqual(["Uno", "<script>ran()</script>"]);
  expect(ran).not.toHaveBeenCalled();
});

test("without a list, or with too much of a page, the plain text is what counts", () => {
  expect(pastedText(clipboard("• Uno\n• Dos", "<p>Uno</p><p>Dos</p>"))).toBe(
    "• Uno\n• Dos",
  );
  const huge = `<ul>${"<li>a</li>".repeat(300_000)}</ul>`;
  expect(pastedText(clipboard("Uno", huge))).toBe("Uno");
  expect(isSeveral("Uno\n\n  \r\n")).toBe(false);
  expect(isSeveral("Uno\rDos")).toBe(true);
});

test("what is inside a list inside another begins further in, and so does a level of a word processor", () => {
  const list = "<ul><li>Uno<ul><li>Dos</li></ul></li><li>Tres</li></ul>";
  const told = (page: string) =>
    pastedOutline(clipboard("", page))
      .split("\n")
      .map((line) => line.trimEnd())
      .filter((line) => line.trim());
  expect(told(list)).toEqual(["Uno", "\tDos", "Tres"]);
  const mark = "<span style='mso-list:Ignore'>1.1</span>";
  expect(
    told(
      `<p style='mso-list:l0 level1 lfo1'>${mark}Uno</p><p style='mso-list:l0 level2 lfo1'>${mark}Dos</p>`,
    ),
  ).toEqual(["Uno", "\tDos"]);
});

test("a page of ten million letters with no plain text is too much, and is told", () => {
  const page = `<ul>${"<li>Uno</li>".repeat(900_000)}</ul>`;
  const data = clipboard("", page);
  expect(isTooMuch(data, pastedText(data))).toBe(true);
  const withWords = clipboard("Uno\nDos", page);
  expect(isTooMuch(withWords, pastedText(withWords))).toBe(false);
  const long = clipboard("a".repeat(10_000_000));
  expect(isTooMuch(long, pastedText(long))).toBe(true);
});
