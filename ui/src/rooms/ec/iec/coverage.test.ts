import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test } from "vitest";
import { clearMocks, fakeDesk } from "#api/fake.ts";
import { exampleDocument } from "#api/examples.ts";
import { exampleInstrument, exampleTool } from "#api/exampleInstrument.ts";
import type { EditInstrument } from "#api/wire.ts";
import { Saving } from "#pieces/saving.svelte.ts";
import Coverage from "./Coverage.svelte";
import { Instrument } from "./instrument.svelte.ts";

let edits: EditInstrument[];

beforeEach(() => (edits = []));
afterEach(clearMocks);

async function shown() {
  const view = exampleInstrument({
    tools: [
      exampleTool({ title: "Guía 1" }),
      exampleTool({ id: "t2", title: "Guía 2", items: [] }),
    ],
  });
  fakeDesk({
    instrument: () => view,
    edit_instrument: (request) => {
      edits.push(request);
      return view;
    },
  });
  const instrument = new Instrument("bici", new Saving());
  await instrument.load();
  const doc = exampleDocument();
  render(Coverage, { instrument, view, doc, ondraft: () => undefined });
}

const cell = (name: string) => screen.getByRole("checkbox", { name });

test("a cell of the matrix is marked where its tool asks for the leaf", async () => {
  await shown();

  expect(cell("E1-D1.1 en Guía 1")).toBeChecked();
  expect(cell("E1-D1.1 en Guía 2")).not.toBeChecked();
  expect(cell("E1-D1.2 en Guía 1")).not.toBeChecked();
});

test("the arrows reach a cell, and the space bar puts its item or takes it out", async () => {
  const user = userEvent.setup();
  await shown();

  cell("E1-D1.1 en Guía 1").focus();
  await user.keyboard(" ");
  expect(edits.at(-1)?.edits).toEqual([{ remove: { part: "i1" } }]);

  await user.keyboard("{ArrowRight}");
  expect(cell("E1-D1.1 en Guía 2")).toHaveFocus();
  await user.keyboard("{ArrowDown} ");
  expect(cell("E1-D1.2 en Guía 2")).toHaveFocus();
  expect(edits.at(-1)?.edits).toEqual([
    { addItem: { leaf: "d1b", tool: "t2" } },
  ]);
  await user.keyboard("{ArrowLeft}{ArrowLeft}");
  expect(screen.getByRole("button", { name: /E1-D1.2/ })).toHaveFocus();
});
