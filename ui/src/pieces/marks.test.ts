import { exampleFinding } from "#api/examples.ts";
import { expect, test } from "vitest";
import { change, pieces } from "./marks.ts";

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

test("the edit shows only what changes", () => {
  expect(change("En orden,", exampleFinding())).toEqual({
    before: "En orden,",
    out: "",
    in: " y",
    after: "",
  });
  const other = exampleFinding({ span: [0, 2], suggestion: "Con" });
  expect(change("En orden,", other)).toEqual({
    before: "",
    out: "En",
    in: "Con",
    after: " orden,",
  });
  const end = exampleFinding({ span: [3, 9], suggestion: "orden, y" });
  expect(change("En orden.", end)).toEqual({
    before: "En orden",
    out: ".",
    in: ", y",
    after: "",
  });
});
