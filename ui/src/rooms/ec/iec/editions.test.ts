import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { clearMocks, fakeDesk } from "#api/fake.ts";
import { exampleDocument } from "#api/examples.ts";
import { exampleInstrument, exampleStanding } from "#api/exampleInstrument.ts";
import type { InstrumentView, MoveInstrument } from "#api/wire.ts";
import { Saving } from "#pieces/saving.svelte.ts";
import IecTab from "./IecTab.svelte";
import { Instrument } from "./instrument.svelte.ts";

afterEach(clearMocks);

const begin = {
  act: "IEC_EDITION_BEGUN",
  name: "Empezar otra edición",
  asks: "Motivo",
  lacks: "",
};

const frozen = exampleInstrument({
  standing: exampleStanding({
    state: "IN_FORCE",
    stateName: "Vigente",
    closed: true,
    closedSays: "El instrumento está congelado.",
    acts: [begin],
  }),
});

async function shown(view: InstrumentView, moved: MoveInstrument[] = []) {
  fakeDesk({
    instrument: () => view,
    move_instrument: (request) => {
      moved.push(request);
      return exampleInstrument();
    },
    pulse: () => ({ beat: 1 }),
  });
  const instrument = new Instrument("bici", new Saving());
  await instrument.load();
  render(IecTab, {
    instrument,
    doc: exampleDocument(),
    digest: "sha256:1",
    ondraft: () => undefined,
  });
  return instrument;
}

test("a frozen instrument is read, and what to do to change it is said", async () => {
  const instrument = await shown(frozen);

  expect(
    await screen.findByText("El instrumento está congelado."),
  ).toBeTruthy();
  expect(await instrument.change({ derive: { leaves: [] } })).toBe(false);
  expect(instrument.trouble).toBe("El instrumento está congelado.");

  await userEvent.click(screen.getByRole("radio", { name: /Reactivos/ }));
  const text = screen.getByLabelText<HTMLTextAreaElement>(/Texto del reactivo/);
  expect(text.readOnly).toBe(true);
});

test("another edition is begun with its reason", async () => {
  const moved: MoveInstrument[] = [];
  const instrument = await shown(frozen, moved);
  await userEvent.click(screen.getByRole("button", { name: "Ir a Ediciones" }));

  await userEvent.type(screen.getByLabelText("Motivo"), "Se leía mal");
  await userEvent.click(
    screen.getByRole("button", { name: "Empezar otra edición" }),
  );

  expect(moved).toEqual([
    { id: "bici", act: "IEC_EDITION_BEGUN", reason: "Se leía mal" },
  ]);
  expect(instrument.closed).toBe(false);
});
