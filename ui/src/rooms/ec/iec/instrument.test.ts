import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { clearMocks, fakeDesk } from "#api/fake.ts";
import { exampleDocument } from "#api/examples.ts";
import type { EditInstrument, InstrumentView } from "#api/wire.ts";
import { Saving } from "#pieces/saving.svelte.ts";
import { outdated } from "./covering.ts";
import {
  exampleInstrument,
  exampleItem,
  exampleLeaf,
  exampleQuestion,
  exampleTool,
} from "#api/exampleInstrument.ts";
import IecTab from "./IecTab.svelte";
import { Instrument } from "./instrument.svelte.ts";
import { hundredths, passScore, shares, textKey } from "./written.ts";

let edits: EditInstrument[];
let view: InstrumentView;
let refuse: (() => void) | undefined;

beforeEach(() => {
  edits = [];
  view = exampleInstrument();
  refuse = undefined;
});
afterEach(clearMocks);

function desk() {
  return fakeDesk({
    instrument: () => view,
    edit_instrument: (request) => {
      edits.push(request);
      refuse?.();
      return view;
    },
    undo_instrument: () => view,
    pulse: () => ({ beat: 1 }),
  });
}

async function opened(): Promise<Instrument> {
  desk();
  const instrument = new Instrument("bici", new Saving());
  await instrument.load();
  return instrument;
}

async function shown(): Promise<Instrument> {
  const instrument = await opened();
  render(IecTab, {
    instrument,
    doc: exampleDocument(),
    digest: "sha256:1",
    ondraft: () => undefined,
  });
  return instrument;
}

const asked = () => edits.flatMap((request) => request.edits);

test("the row that no item reaches stands out, and Enter derives its item", async () => {
  await shown();
  const row = screen.getByRole("button", { name: /E1-D1\.2.*falta/ });

  row.focus();
  expect(
    await screen.findByText(/La persona candidata revisa/),
  ).toBeInTheDocument();
  await userEvent.keyboard("{Enter}");

  expect(asked()).toEqual([{ derive: { leaves: ["d1b"] } }]);
});

test("one key derives all that is missing, and does nothing where nothing is", async () => {
  await shown();

  await userEvent.keyboard("d");
  await vi.waitFor(() => expect(asked()).toEqual([{ derive: { leaves: [] } }]));
  view = exampleInstrument({ uncovered: 0 });
});

test("nothing is asked for where nothing is missing", async () => {
  view = exampleInstrument({ uncovered: 0, leaves: [exampleLeaf()] });
  await shown();

  await userEvent.keyboard("d");

  expect(edits).toEqual([]);
});

test("a figure weighs the item one is at, and in a text it is only typed", async () => {
  const instrument = await shown();
  instrument.go("i1", "items");
  const row = await screen.findByRole("button", {
    name: "Reactivo 1.1/1-D1E1",
  });
  row.focus();

  await userEvent.keyboard("3");
  await vi.waitFor(() =>
    expect(asked()).toEqual([
      { choose: { part: "i1", field: "weight", value: "MAJOR" } },
    ]),
  );
  await userEvent.type(screen.getByLabelText(/Texto del reactivo/), "2");

  expect(instrument.text(textKey("i1", "text"))).toBe(`${exampleItem().text}2`);
  await instrument.flush();
});

test("a question that is asked for opens with the cursor in its words", async () => {
  const knowledge = exampleLeaf({ kind: "KNOWLEDGE" });
  const instrument = await shown();
  view = exampleInstrument({ leaves: [knowledge] });
  await instrument.lookAgain();
  instrument.go("i1", "items");
  (await screen.findByRole("button", { name: /^Reactivo/ })).focus();
  const asked = (options: string[]) => {
    const questions = [exampleQuestion({ id: "q1", options })];
    const tools = [exampleTool({ items: [exampleItem({ questions })] })];
    return exampleInstrument({ focus: "q1", leaves: [knowledge], tools });
  };
  view = asked(["Sí", "No"]);

  await userEvent.keyboard("p");

  await vi.waitFor(() =>
    expect(screen.getByLabelText("Pregunta 1")).toHaveFocus(),
  );
  expect(instrument.at).toBe("i1");

  // On the way to the options the letters of the room rest.
  const before = edits.length;
  await userEvent.tab();
  await userEvent.keyboard("rv3");
  expect(edits).toHaveLength(before);

  // From option to option by Enter, and to one more after the last.
  screen.getByLabelText("Opción a").focus();
  view = asked(["Sí", "No", ""]);
  await userEvent.keyboard("{Enter}{Enter}");
  expect(await screen.findByLabelText("Opción c")).toHaveFocus();
  await instrument.flush();
});

test("a stale item says what its leaf said and says, and one key confirms it", async () => {
  view = exampleInstrument({
    stale: 1,
    leaves: [exampleLeaf({ detail: "En el orden del taller" })],
    tools: [exampleTool({ items: [exampleItem({ stands: "STALE" })] })],
  });
  const instrument = await shown();
  instrument.go("i1", "items");

  expect(
    await screen.findByText("Revisa la bicicleta · En orden"),
  ).toBeInTheDocument();
  expect(
    screen.getByText("Revisa la bicicleta · En el orden del taller"),
  ).toBeInTheDocument();
  screen.getByRole("button", { name: /^Reactivo/ }).focus();
  await userEvent.keyboard("v");

  await vi.waitFor(() =>
    expect(asked()).toEqual([{ confirm: { item: "i1" } }]),
  );
});

test("a text is written with what stood there before", async () => {
  const instrument = await opened();

  instrument.type(textKey("i1", "text"), "Revisa.");
  await instrument.flush();

  const before = exampleItem().text;
  expect(asked()).toEqual([
    { write: { part: "i1", field: "text", before, after: "Revisa." } },
  ]);
});

test("what is typed stays until it is written down", async () => {
  const instrument = await opened();
  refuse = () => {
    throw { code: "DISK_FULL", says: "El disco está lleno.", detail: "" };
  };

  instrument.type(textKey("i1", "text"), "Revisa.");
  expect(await instrument.flush()).toBe(false);

  expect(instrument.text(textKey("i1", "text"))).toBe("Revisa.");
  expect(instrument.unsaved).toBe(true);
});

test("a text of what somebody took away is said, and nothing else is lost", async () => {
  const instrument = await opened();
  instrument.type(textKey("i1", "text"), "Lo redactado.");
  view = exampleInstrument({ tools: [] });
  refuse = () => {
    refuse = undefined;
    throw { code: "INSTRUMENT_REFUSED", says: "", detail: "" };
  };

  expect(await instrument.flush()).toBe(true);

  expect(instrument.trouble).toContain("«Lo redactado.»");
  expect(instrument.unsaved).toBe(false);
});

test("half a figure waits, a whole one is written", async () => {
  const instrument = await opened();

  instrument.type(passScore, "97.");
  await instrument.flush();
  expect(edits).toEqual([]);
  expect(instrument.text(passScore)).toBe("97.");

  instrument.type(passScore, "97.64");
  await instrument.flush();
  expect(asked()).toEqual([
    {
      terms: { shares: null, passScore: "97.64", judged: null, minutes: null },
    },
  ]);
});

test("the shares are written when together they are a hundred", async () => {
  const instrument = await opened();

  instrument.type(shares, "25.00 30.00 50.00");
  await instrument.flush();
  expect(edits).toEqual([]);

  instrument.type(shares, "25.10 29.90 45");
  await instrument.flush();
  expect(asked()).toEqual([
    {
      terms: {
        shares: ["25.10", "29.90", "45"],
        passScore: null,
        judged: null,
        minutes: null,
      },
    },
  ]);
});

test("hundredths are whole numbers", () => {
  expect(hundredths("0.29") + hundredths("0.1")).toBe(39);
});

test("a change is said to leave the items of its leaves to look at, and no others", () => {
  const doc = exampleDocument();

  expect(outdated(view, doc, "d1a")).toHaveLength(1);
  expect(outdated(view, doc, "d1")).toHaveLength(1);
  expect(outdated(view, doc, "d1b")).toHaveLength(0);
  expect(outdated(view, doc, "e1")).toHaveLength(0);
  expect(outdated(undefined, doc, "d1a")).toHaveLength(0);
});

test("F8 goes from finding to finding, and Alt+Enter does what is proposed there", async () => {
  const finding = (rule: string, part: string | null) => ({
    key: rule,
    setAside: null,
    rule,
    severity: "error",
    part,
    label: "",
    message: `Lo de ${rule}`,
    basis: "",
  });
  const leaf = exampleLeaf({ id: "sin", items: [] });
  view = exampleInstrument({
    leaves: [leaf, ...exampleInstrument().leaves],
    findings: [finding("IEC-R-10", "sin"), finding("IEC-R-22", null)],
  });
  const instrument = await shown();

  await userEvent.keyboard("{F8}");
  expect([instrument.at, instrument.side]).toEqual(["sin", "coverage"]);
  await userEvent.keyboard("{Alt>}{Enter}{/Alt}");
  expect(edits.at(-1)?.edits).toEqual([{ derive: { leaves: ["sin"] } }]);
  await userEvent.keyboard("{F8}");
  expect(instrument.side).toBe("weights");
  await userEvent.keyboard("{Shift>}{F8}{/Shift}");
  expect(instrument.at).toBe("sin");
});

test("half a figure is not safe: the window does not close over it", async () => {
  const instrument = await opened();
  instrument.type(passScore, "97.");
  expect(await instrument.flush()).toBe(false);
  instrument.type(passScore, "97.64");
  expect(await instrument.flush()).toBe(true);
});
