import { exampleDocument, exampleFinding } from "#api/examples.ts";
import { expect, test } from "vitest";
import { anchorOf, anchors, idsIn, slots, wholeDocument } from "./sheet.ts";

const doc = exampleDocument();
const known = anchors(doc, slots(doc));
const place = {
  element: null,
  kind: null,
  number: null,
  characteristic: null,
  field: null,
};

test("every text of an element is cited by its label", () => {
  const labels = slots(doc).map(
    (slot) => `${slot.label} ${slot.field} ${slot.part}`,
  );
  expect(labels).toContain("E1-D1 text d1");
  expect(labels).toContain("E1-D1.2 text d1b");
});

test("a finding is shown at its text", () => {
  expect(anchorOf(exampleFinding(), doc, known)).toBe("d1a:text");
});

test("a finding of a part without its field is shown at the main text of the part", () => {
  expect(
    anchorOf(exampleFinding({ part: "e1", field: null }), doc, known),
  ).toBe("e1:title");
});

test("a finding of what is missing is shown at the block, the list or the duration", () => {
  const none = { part: null, field: null };
  const products = { ...place, element: 1, kind: "product" };
  expect(
    anchorOf(exampleFinding({ ...none, place: products }), doc, known),
  ).toBe("e1:products");
  const general = (field: string) =>
    exampleFinding({ ...none, place: { ...place, field } });
  expect(anchorOf(general("evaluationAspects.duration"), doc, known)).toBe(
    ":duration",
  );
  expect(anchorOf(general("references"), doc, known)).toBe(":references");
  expect(anchorOf(general("purpose"), doc, known)).toBe(":purpose");
  expect(anchorOf(general("printed.headings"), doc, known)).toBe(wholeDocument);
});

test("the ids of any list are found by its owner", () => {
  expect(idsIn(doc, null, "elements")).toEqual(["e1"]);
  expect(idsIn(doc, "e1", "performances")).toEqual(["d1"]);
  expect(idsIn(doc, "d1", "characteristics")).toEqual(["d1a", "d1b"]);
  expect(idsIn(doc, null, "participatingOrganizations")).toEqual(["org"]);
});
