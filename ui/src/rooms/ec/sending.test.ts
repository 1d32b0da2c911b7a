import { exampleDocument, exampleStandard } from "#api/examples.ts";
import { fakeDesk } from "#api/fake.ts";
import type { EditRequest, ForeseenView } from "#api/wire.ts";
import { Saving } from "#pieces/saving.svelte.ts";
import { expect, test } from "vitest";
import { remove } from "./arrange.ts";
import { Draft } from "./draft.svelte.ts";
import { dropOn, paste, send } from "./sending.ts";

/** A draft of two elements, with one performance each, and what was asked of the desk. */
async function drafting(foreseen?: Partial<ForeseenView>) {
  const document = exampleDocument();
  const [first] = document.elements;
  const second = { ...first!, id: "e2", performances: [], products: [] };
  document.elements = [first!, second];
  const edits: EditRequest[][] = [];
  fakeDesk({
    standard: () => exampleStandard({ document }),
    edit_standard: (request) => {
      edits.push(request.edits);
      return exampleStandard({ document });
    },
    foresee: () => ({ stale: [], orphans: [], functions: [], ...foreseen }),
  });
  const draft = new Draft("bici", new Saving());
  await draft.load();
  return { draft, edits };
}

const line = { owner: "d1", list: "characteristics", part: "d1b" };

test("a criterion goes to the element that follows, and the window after it", async () => {
  const { draft, edits } = await drafting();
  const from = { owner: "e1", list: "performances", part: "d1" };

  await send(draft, "e1", "performances", "d1", -1);
  expect(edits).toEqual([]);
  await send(draft, "e1", "performances", "d1", 1);

  expect(edits).toEqual([[{ transfer: { ...from, to: "e2", at: 0 } }]]);
  expect(draft.asked).toEqual({ part: "d1", field: null });
});

test("what is dragged is put where another of its kind stands", async () => {
  const { draft, edits } = await drafting();

  await dropOn(draft, line, { ...line, part: "d1a" });
  await dropOn(draft, line, line);
  await dropOn(draft, line, { ...line, list: "details", part: "k1" });

  expect(edits).toEqual([[{ move: { ...line, to: 0 } }]]);
});

test("what is pasted takes with it what stands in the text, typed or not", async () => {
  const { draft, edits } = await drafting();
  draft.type("d1b", "text", "Con otra lista");
  const around: [string, string] = ["Con ", "lista"];

  await paste(draft, { ...line, around, text: "la hoja,\n• la " });

  expect(edits).toEqual([
    [{ paste: { ...line, around, text: "la hoja,\n• la " } }],
  ]);
  expect(draft.unsaved).toBe(false);
});

test("what would break is shown before it is taken out, and waits", async () => {
  const { draft, edits } = await drafting({ orphans: ["3.1/1-D1E1"] });

  await remove(draft, "d1", "characteristics", "d1b");
  expect(edits).toEqual([]);
  expect(draft.breaks?.foreseen.orphans).toEqual(["3.1/1-D1E1"]);

  await draft.breaks?.go();
  expect(edits).toEqual([[{ remove: line }]]);
});

test("what breaks nothing is taken out at once", async () => {
  const { draft, edits } = await drafting();
  await remove(draft, "d1", "characteristics", "d1b");
  expect(draft.breaks).toBeUndefined();
  expect(edits).toEqual([[{ remove: line }]]);
});
