import { Troubled } from "#api/ask.ts";
import { exampleStandard } from "#api/examples.ts";
import { fakeDesk, type Answers } from "#api/fake.ts";
import type { StandardView } from "#api/wire.ts";
import { Saving } from "#pieces/saving.svelte.ts";
import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { Draft } from "./draft.svelte.ts";
import SheetTab from "./SheetTab.svelte";

const title = "Registrar como se encontró";

/** A case that may have been found in these states. */
function standing(...names: [string, string][]): StandardView {
  const view = exampleStandard();
  const foundIn = names.map(([name, text]) => ({ name, text }));
  return { ...view, case: { ...view.case, state: "PROPOSED", foundIn } };
}

const proposed = standing(
  ["DOF_PUBLISHED", "Publicado en el DOF"],
  ["RENEC_ACTIVE", "Inscrito / vigente"],
);

function shown(view: StandardView, answers: Answers = {}) {
  const desk = fakeDesk({
    pick_file: () => ({ path: "/casa/constancia.pdf" }),
    ...answers,
  });
  const going = {
    home: vi.fn(),
    standards: vi.fn(),
    maps: vi.fn(),
    newMap: vi.fn(),
    committees: vi.fn(),
    committee: vi.fn(),
    gazette: vi.fn(),
    sessions: vi.fn(),
    session: vi.fn(),
    catalogues: vi.fn(),
    map: vi.fn(),
    standard: vi.fn(),
    settings: vi.fn(),
    back: vi.fn(),
  };
  const draft = new Draft("bici", new Saving());
  render(SheetTab, { draft, view, going, place: undefined });
  return desk;
}

async function filled() {
  await userEvent.click(screen.getByRole("button", { name: `Ver: ${title}` }));
  await userEvent.selectOptions(
    screen.getByLabelText("Estado en que está"),
    "Inscrito / vigente",
  );
  await userEvent.type(
    screen.getByLabelText("Fecha en que llegó a ese estado"),
    "4/3/2024",
  );
  await userEvent.click(screen.getByRole("button", { name: "Elegir archivo" }));
  await screen.findByText("constancia.pdf");
}

test("a standard that was already on its road is registered where it stands, with its proof", async () => {
  const desk = shown(proposed, {
    perform_act: () => standing(),
    standard: () => standing(),
  });
  await filled();
  await userEvent.click(screen.getByRole("button", { name: title }));
  await waitFor(() =>
    expect(desk.asked.at(-2)).toEqual([
      "perform_act",
      {
        id: "bici",
        act: "REGISTERED_AS_FOUND",
        from: "",
        on: "2024-03-04",
        reason: "",
        fields: [{ name: "state", text: "RENEC_ACTIVE" }],
        evidence: [
          {
            requirement: "ROAD-REGISTERED_AS_FOUND-1",
            path: "/casa/constancia.pdf",
          },
        ],
      },
    ]),
  );
});

test("it waits for the state, a real day and the file, and says which comes first", async () => {
  const desk = shown(proposed);
  await userEvent.click(screen.getByRole("button", { name: `Ver: ${title}` }));
  const button = screen.getByRole("button", { name: title });
  const form = within(button.closest("form")!);
  const state = form.getByLabelText("Estado en que está");
  const day = form.getByLabelText("Fecha en que llegó a ese estado");
  expect(form.getByText("Antes: elija el estado")).toBeInTheDocument();
  expect(within(state).queryByText("Propuesta")).toBeNull();
  await userEvent.selectOptions(state, "Publicado en el DOF");
  expect(form.getByText("Antes: escriba la fecha")).toBeInTheDocument();
  await userEvent.type(day, "31/2/2024");
  expect(form.getByText("Antes: escriba la fecha")).toBeInTheDocument();
  await userEvent.clear(day);
  await userEvent.type(day, "28/2/2024");
  expect(
    form.getByText("Antes: elija el archivo que lo prueba"),
  ).toBeInTheDocument();
  await userEvent.click(button);
  expect(desk.asked).toEqual([]);
});

test("a refusal is said in its place, and what was filled stays", async () => {
  const says = "Ese día no ha llegado.";
  shown(proposed, {
    perform_act: () => {
      throw new Troubled({ code: "BAD_DAY", says, detail: "", unmet: [] })
        .trouble;
    },
  });
  await filled();
  await userEvent.click(screen.getByRole("button", { name: title }));
  expect(await screen.findByRole("alert")).toHaveTextContent(says);
  expect(screen.getByText("constancia.pdf")).toBeInTheDocument();
});

test("a case that the desk would not register as found is not offered it", () => {
  shown(standing());
  expect(screen.queryByText(title)).toBeNull();
});
