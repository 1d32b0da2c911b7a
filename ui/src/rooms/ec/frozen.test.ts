import { exampleDocument, exampleStandard } from "#api/examples.ts";
import { fakeDesk, type Answers } from "#api/fake.ts";
import type { StandardView } from "#api/wire.ts";
import type { Tab } from "#pieces/going.ts";
import { Saving } from "#pieces/saving.svelte.ts";
import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { Draft } from "./draft.svelte.ts";
import EcRoom from "./EcRoom.svelte";

const standing = exampleStandard().case;
const endorsed = (change: Partial<StandardView> = {}) =>
  exampleStandard({
    frozen: "sha256:1",
    case: { ...standing, state: "EC_ENDORSED", stateName: "Estándar avalado" },
    ...change,
  });

let one = 0;
function room(tab: Tab, answers: Answers = {}) {
  const desk = fakeDesk({
    standard: () => endorsed(),
    rules: () => [],
    pages: () => ({
      pages: [],
      places: [],
      width: 612,
      height: 792,
      missing: "",
      marks: [],
    }),
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
  render(EcRoom, {
    id: `frozen-${(one += 1)}`,
    tab,
    place: undefined,
    going,
    saving: new Saving(),
    onfind: vi.fn(),
    onopened: vi.fn(),
    onguard: vi.fn(),
  });
  const asked = (command: string) =>
    desk.asked.filter(([name]) => name === command);
  return { asked };
}

const says = "Este texto está congelado en «Estándar avalado».";

test("a frozen text is read, and neither typed in, added to nor undone", async () => {
  const { asked } = room("draft");
  expect(await screen.findByText(says)).toBeInTheDocument();
  const title = screen.getByRole("textbox", { name: "Título" });
  expect(title).toHaveAttribute("readonly");
  await userEvent.type(title, " otro{Control>}{Enter}z{/Control}");
  for (const add of screen.getAllByRole("button", { name: /^Agregar/ }))
    expect(add).toBeDisabled();
  expect(
    screen.getByLabelText("Nivel en el Sistema Nacional de Competencias"),
  ).toBeDisabled();
  expect(title).toHaveValue("Mantenimiento de bicicletas");
  expect(asked("edit_standard")).toEqual([]);
  expect(asked("undo")).toEqual([]);
});

test("it is edited once someone chose to reopen it, until it is frozen again", async () => {
  let view = endorsed();
  const { asked } = room("draft", {
    edit_standard: () => {
      const document = exampleDocument({ title: "Otro" });
      view = exampleStandard({ document });
      return view;
    },
  });
  const reopen = await screen.findByRole("button", {
    name: "Reabrir para editar",
  });
  await userEvent.click(reopen);
  expect(screen.getByRole("dialog")).toHaveTextContent(
    "el caso regresará a «Estándar en elaboración»",
  );
  await userEvent.click(screen.getByRole("button", { name: /^Dejarlo así/ }));
  const title = screen.getByRole("textbox", { name: "Título" });
  expect(title).toHaveAttribute("readonly");
  expect(reopen).toHaveFocus();

  await userEvent.click(reopen);
  await userEvent.click(screen.getByRole("button", { name: "Reabrir" }));
  expect(screen.queryByText(says)).toBeNull();
  await userEvent.clear(title);
  await userEvent.type(title, "Otro");
  await userEvent.tab();
  await waitFor(() => expect(asked("edit_standard")).toHaveLength(1));
});

test("of the support file only the periods are frozen", async () => {
  room("support");
  expect(await screen.findByText(says)).toBeInTheDocument();
  for (const name of ["Revisión del estándar", "Vigencia del certificado"])
    expect(screen.getByLabelText(name)).toHaveAttribute("readonly");
  expect(
    screen.getByLabelText("Mecanismo de consecuencias"),
  ).not.toHaveAttribute("readonly");
});

test("a draft that is frozen again is locked again, and its mending too", async () => {
  const view = exampleStandard();
  const desk = fakeDesk({
    standard: () => endorsed(),
    mend: () => view,
  });
  const draft = new Draft("bici", new Saving());
  await draft.load();
  expect(draft.locked).toBe(true);
  expect(await draft.fix(view.findings[0]!)).toBe(false);
  expect(draft.trouble).toContain("Reabrir para editar");
  expect(draft.gentle).toBe(true);
  expect(desk.asked.map(([name]) => name)).toEqual(["standard"]);

  draft.reopen();
  expect(await draft.fix(view.findings[0]!)).toBe(true);
  expect(draft.locked).toBe(false);
  await draft.take(async () =>
    endorsed({ digest: "sha256:2", frozen: "sha256:2" }),
  );
  expect(draft.locked).toBe(true);
});

test("undoing what reopened a text says that the stage does not come back with it", async () => {
  const frozen = endorsed({ digest: "sha256:1" });
  const drafted = exampleStandard({ digest: "sha256:2" });
  fakeDesk({
    standard: () => frozen,
    edit_standard: () => drafted,
    undo: () => exampleStandard({ digest: "sha256:1" }),
  });
  const draft = new Draft("bici", new Saving());
  await draft.load();
  draft.reopen();
  await draft.fix(frozen.findings[0] ?? drafted.findings[0]!);

  await draft.undo();

  expect(draft.trouble).toContain(`«${frozen.case.stateName}»`);
  expect(draft.trouble).toContain("lo hecho en el expediente no se deshace");
});
