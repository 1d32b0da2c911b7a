import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test } from "vitest";
import { clearMocks, fakeDesk } from "#api/fake.ts";
import { exampleInstrument, exampleItem } from "#api/exampleInstrument.ts";
import type { InstrumentView, Trouble } from "#api/wire.ts";
import { Saving } from "#pieces/saving.svelte.ts";
import { paired, put, sidesOf } from "./asking.ts";
import { Instrument } from "./instrument.svelte.ts";
import Papers from "./Papers.svelte";

const annex = {
  id: "a1",
  name: "Anexo 3",
  title: "Plano del taller",
  audience: "CANDIDATE",
  file: "plano.pdf",
  digest: "sha256:ab",
  away: false,
};

let view: InstrumentView;
let asked: [string, unknown][];
let refuse: Trouble | undefined;

beforeEach(() => {
  view = exampleInstrument({ annexes: [annex] });
  asked = [];
  refuse = undefined;
});
afterEach(clearMocks);

async function shown() {
  const told = (command: string, request: unknown) =>
    asked.push([command, request]);
  fakeDesk({
    instrument: () => view,
    pick_file: (request) => {
      told("pick_file", request);
      return { path: "/casa/papel.pdf" };
    },
    export_instrument: (request) => {
      told("export_instrument", request);
      if (refuse && !request.replace) throw refuse;
      return { path: request.path, digest: "sha256:1", supplied: [] };
    },
    attach_annex: (request) => {
      told("attach_annex", request);
      if (refuse) throw refuse;
      return { ...view, annexes: [annex, { ...annex, id: "a2" }] };
    },
  });
  const instrument = new Instrument("bici", new Saving());
  await instrument.load();
  render(Papers, { instrument, view: instrument.view ?? view });
  return instrument;
}

test("each copy is written where the person says, under a name that tells which it is", async () => {
  const user = userEvent.setup();
  await shown();

  await user.click(
    screen.getByRole("button", {
      name: "Cuadernillo de la persona candidata en Word",
    }),
  );

  expect(asked[0]).toEqual([
    "pick_file",
    {
      kind: "SAVE_DOCX",
      name: "Mantenimiento de bicicletas cuadernillo.docx",
    },
  ]);
  expect(asked[1]?.[1]).toMatchObject({
    copy: "CANDIDATE",
    format: "DOCX",
    replace: false,
  });
  expect(await screen.findByText(/Escrito en/)).toBeVisible();
});

test("a file that is there is replaced only when the person says so", async () => {
  const user = userEvent.setup();
  refuse = { code: "FILE_EXISTS", says: "", detail: "", unmet: [] };
  await shown();

  await user.click(
    screen.getByRole("button", { name: "Clave de respuestas en PDF" }),
  );
  await user.click(await screen.findByRole("button", { name: "Reemplazarlo" }));

  expect(asked.at(-1)?.[1]).toMatchObject({ copy: "KEY", replace: true });
  expect(await screen.findByText(/Escrito en/)).toBeVisible();
});

test("a file that is refused says why, and a new annex says whom it is for", async () => {
  const user = userEvent.setup();
  const instrument = await shown();
  const add = screen.getByRole("button", {
    name: "Anexo para la persona candidata…",
  });

  await user.click(add);
  expect(asked.at(-1)?.[1]).toMatchObject({
    annex: null,
    audience: "CANDIDATE",
  });
  expect(instrument.view?.annexes).toHaveLength(2);

  refuse = {
    code: "EXECUTABLE_FILE",
    says: "«a.exe» es un programa",
    detail: "",
    unmet: [],
  };
  await user.click(add);
  expect(await screen.findByText("«a.exe» es un programa")).toBeVisible();
});

test("nothing is exported of an instrument that was not begun", async () => {
  view = exampleInstrument({ begun: false });
  await shown();

  expect(
    screen.getByRole("button", { name: "Instrumento completo en PDF" }),
  ).toBeDisabled();
});

test("a question that is put another way keeps what still holds", () => {
  const question = {
    id: "q1",
    item: exampleItem().id,
    kind: "MATCHING",
    level: null,
    text: "¿Qué hace?",
    options: ["Freno | Detiene", "Timbre | Avisa"],
    key: [],
    annex: null,
    standing: "IN_FORM",
    difficulty: null,
    discrimination: null,
  };
  expect(put(question, "MULTIPLE_CHOICE").options).toEqual(["Freno", "Timbre"]);
  expect(put({ ...question, kind: "IMAGE", key: [2] }, "TRUE_FALSE")).toEqual({
    kind: "TRUE_FALSE",
    options: ["Verdadero", "Falso"],
    key: [],
  });
  expect(sidesOf("Freno | Detiene")).toEqual(["Freno", "Detiene"]);
  expect(paired("", "")).toBe("");
});
