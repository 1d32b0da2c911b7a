import { Troubled } from "#api/ask.ts";
import {
  exampleDocument,
  exampleFinding,
  exampleStandard,
} from "#api/examples.ts";
import { fakeDesk, type Answers } from "#api/fake.ts";
import { render, screen, within, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import App from "./App.svelte";

const settings = {
  person: "Coordinadora 1",
  letterhead: [],
  appearance: "light",
  nonWorkingDays: "",
  workspace: "/casa/a.cauce",
  readOnly: false,
  version: "0.1.0",
  rulePacks: [],
};

const locked = new Troubled({
  code: "WORKSPACE_LOCKED",
  says: "Este espacio de trabajo ya está abierto en otra ventana.",
  detail: "",
  unmet: [],
}).trouble;

/** The whole window over a desk with one standard, which writes down what it is asked. */
function opened(change: Answers = {}) {
  let view = exampleStandard();
  const desk = fakeDesk({
    settings: () => settings,
    home: () => ({
      today: "2026-07-09",
      todayWords: "Jueves 9 de julio de 2026",
      dayOff: "",
      person: settings.person,
      empty: true,
      mine: [],
      mineTotal: 0,
      late: [],
      lateTotal: 0,
      waiting: [],
      waitingTotal: 0,
      sessions: [],
      stages: [],
    }),
    load_sample: () => ({ id: "bici" }),
    standards: () => ({ rows: [], total: 0, states: [] }),
    standard: () => view,
    rules: () => [],
    pages: () => ({
      pages: [{ page: 0, svg: "<svg/>" }],
      places: [],
      width: 612,
      height: 792,
      missing: "",
      marks: ["a"],
    }),
    edit_standard: ({ edits }) => {
      const document = structuredClone(view.document);
      let { findings } = view;
      for (const edit of edits) {
        if (!("write" in edit)) continue;
        if (edit.write.field === "title" && edit.write.part === null)
          document.title = edit.write.after;
        if (edit.write.part === "d1a") {
          document.elements[0]!.performances[0]!.characteristics[0] =
            edit.write.after;
          findings = [];
        }
      }
      view = { ...view, document, findings, digest: `${view.digest}+` };
      return view;
    },
    mend: ({ key }) => {
      const document = structuredClone(view.document);
      const mended = view.findings.find((one) => one.key === key);
      if (mended?.suggestion)
        document.elements[0]!.performances[0]!.characteristics[0] =
          "En orden, y";
      const findings = view.findings.filter((one) => one !== mended);
      view = { ...view, document, findings, digest: `${view.digest}+` };
      return view;
    },
    ...change,
  });
  render(App);
  return desk;
}

async function intoStandard() {
  await userEvent.click(
    await screen.findByRole("button", { name: "Cargar el ejemplo" }),
  );
  return screen.findByRole("textbox", { name: "Título" });
}

const mended = (asked: [string, unknown][]) =>
  asked.filter(([command]) => command === "mend");

const wrote = (asked: [string, unknown][]) =>
  asked.filter(([command]) => command === "edit_standard");

test("going elsewhere saves first what was typed", async () => {
  const { asked } = opened();
  const title = await intoStandard();
  await userEvent.type(title, " urbanas");
  await userEvent.click(screen.getByRole("button", { name: /^Ajustes/ }));
  expect(await screen.findByLabelText("Nombre completo")).toHaveValue(
    "Coordinadora 1",
  );
  expect(wrote(asked)).toHaveLength(1);
  expect(JSON.stringify(wrote(asked)[0])).toContain(
    "Mantenimiento de bicicletas urbanas",
  );
});

test("what could not be saved is shown as such, is there on coming back, and is saved then", async () => {
  let full = true;
  opened({
    edit_standard: () => {
      const title = "Mantenimiento de bicicletas urbanas";
      if (!full)
        return exampleStandard({ document: exampleDocument({ title }) });
      throw new Troubled({ code: "DISK_FULL", says: "", detail: "", unmet: [] })
        .trouble;
    },
  });
  const title = await intoStandard();
  await userEvent.type(title, " urbanas");
  await userEvent.tab();
  expect(
    await screen.findByRole("button", { name: "Guardar otra vez" }),
  ).toBeInTheDocument();

  await userEvent.click(screen.getByRole("button", { name: /^Inicio/ }));
  await screen.findByText("Este espacio de trabajo está vacío");
  await userEvent.click(
    screen.getByRole("button", { name: "Mantenimiento de bicicletas" }),
  );
  expect(await screen.findByRole("textbox", { name: "Título" })).toHaveValue(
    "Mantenimiento de bicicletas urbanas",
  );
  full = false;
  await userEvent.click(
    screen.getByRole("button", { name: "Guardar otra vez" }),
  );
  await waitFor(() =>
    expect(
      screen.queryByRole("button", { name: "Guardar otra vez" }),
    ).toBeNull(),
  );
});

test("F8 goes to the next finding and Alt+Enter mends it", async () => {
  const { asked } = opened();
  await intoStandard();
  await userEvent.keyboard("{F8}");
  const line = await screen.findByRole("textbox", { name: "D1.1" });
  await waitFor(() => expect(line).toHaveFocus());
  expect(screen.getByRole("note")).toHaveTextContent("Falta la «y»");
  await userEvent.keyboard("{Alt>}{Enter}{/Alt}");
  await waitFor(() => expect(mended(asked)).toHaveLength(1));
  await waitFor(() => expect(screen.queryByRole("note")).toBeNull());
  expect(screen.getByRole("textbox", { name: "D1.1" })).toHaveValue(
    "En orden, y",
  );
});

test("G and a letter go to a room, but not while one is typing", async () => {
  opened();
  await screen.findByText("Este espacio de trabajo está vacío");
  await userEvent.keyboard("ge");
  expect(await screen.findByText("El registro está vacío")).toBeInTheDocument();
  await userEvent.type(screen.getByRole("searchbox"), "ga");
  expect(screen.getByRole("searchbox")).toHaveValue("ga");
  await userEvent.keyboard("{Escape}{Escape}");
});

test("the palette opens with Ctrl+K and leads to a room", async () => {
  opened({ search: () => ({ standards: [], places: [], rules: [] }) });
  await screen.findByText("Este espacio de trabajo está vacío");
  await userEvent.keyboard("{Control>}k{/Control}");
  const palette = await screen.findByRole("dialog");
  await userEvent.type(within(palette).getByRole("combobox"), "ajustes{Enter}");
  expect(await screen.findByLabelText("Nombre completo")).toBeInTheDocument();
});

test("the page is composed once for each saved text, and not for ever", async () => {
  const { asked } = opened();
  await intoStandard();
  await waitFor(() =>
    expect(
      screen.getByAltText("Página 1 de 1 del documento"),
    ).toBeInTheDocument(),
  );
  await new Promise((rest) => setTimeout(rest, 700));
  expect(asked.filter(([command]) => command === "pages")).toHaveLength(1);
});

test("a text from a document is shown as text, whatever is in it", async () => {
  const title = `<img src=x onerror="alert(1)">`;
  const findings = [exampleFinding({ message: "<b>nada</b>" })];
  opened({
    standard: () =>
      exampleStandard({ document: exampleDocument({ title }), findings }),
  });
  expect(await intoStandard()).toHaveValue(title);
  expect(document.querySelector("main img[src=x]")).toBeNull();
});

test("F8 shows the card of the finding, goes on from its buttons, and Alt+Enter mends there", async () => {
  const scrolled = vi.spyOn(Element.prototype, "scrollIntoView");
  const other = { key: "b", part: null, field: "title", message: "Otro" };
  const findings = [exampleFinding(), exampleFinding(other)];
  const { asked } = opened({ standard: () => exampleStandard({ findings }) });
  const title = await intoStandard();
  await userEvent.keyboard("{F8}");
  await waitFor(() => expect(title).toHaveFocus());
  const card = screen.getByRole("note").parentElement;
  await waitFor(() => expect(scrolled.mock.contexts).toContain(card));
  expect(scrolled.mock.lastCall).toEqual([{ block: "center" }]);

  screen.getByRole("button", { name: /falsa alarma/ }).focus();
  await userEvent.keyboard("{F8}");
  const line = await screen.findByRole("textbox", { name: "D1.1" });
  await waitFor(() => expect(line).toHaveFocus());
  screen.getByRole("button", { name: /falsa alarma/ }).focus();
  await userEvent.keyboard("{Alt>}{Enter}{/Alt}");
  await waitFor(() => expect(mended(asked)).toHaveLength(1));
});

test("after the palette and after a new standard the focus is somewhere", async () => {
  opened({
    search: () => ({ standards: [], places: [], rules: [] }),
    new_standard: () => ({ id: "bici" }),
  });
  const find = await screen.findByRole("button", { name: /Buscar o ir a/ });
  find.focus();
  await userEvent.keyboard("{Control>}k{/Control}");
  expect(await screen.findByRole("dialog")).toBeInTheDocument();
  await userEvent.keyboard("{Control>}k{/Control}");
  await waitFor(() => expect(find).toHaveFocus());

  find.blur();
  await userEvent.keyboard("n");
  const dialog = await screen.findByRole("dialog");
  await userEvent.type(within(dialog).getByRole("textbox"), "Uno{Enter}");
  // The title is written: the cursor waits in what follows it.
  const next = await screen.findByRole("textbox", { name: /^Propósito/ });
  await waitFor(() => expect(next).toHaveFocus());
});

test("one more entity begins with its name", async () => {
  opened({ save_support: ({ support }) => exampleStandard({ support }) });
  await intoStandard();
  await userEvent.click(screen.getByRole("tab", { name: /^Soporte/ }));
  await userEvent.click(
    await screen.findByRole("button", { name: "Agregar entidad u organismo" }),
  );
  await waitFor(() => expect(screen.getByLabelText("Nombre")).toHaveFocus());
});

test("what is said of a knowledge is below its row, not in a column of it", async () => {
  const exam = exampleDocument();
  exam.elements[0]!.knowledge = [
    {
      id: "k1",
      number: 1,
      text: "Frenos",
      level: null,
      printedLevel: "Saber",
      details: [],
      detailIds: [],
    },
  ];
  const of = { part: "k1", field: "level", message: "No es un nivel" };
  const findings = [exampleFinding(of)];
  opened({ standard: () => exampleStandard({ document: exam, findings }) });
  await intoStandard();
  await userEvent.keyboard("{F8}");
  const note = await screen.findByRole("note");
  expect(note).toHaveTextContent("No es un nivel");
  expect(note.closest(".row")).toBeNull();
});

test("a workspace that does not open offers all that can be done, and none of it loses anything", async () => {
  let held = true;
  const { asked } = opened({
    settings: () => {
      if (held) throw locked;
      return settings;
    },
    workspace: () => ({
      path: "/casa/a.cauce",
      copies: ["/casa/a.cauce.formato-5"],
    }),
    open_workspace: ({ path }) => {
      if (held) throw locked;
      return { path, copies: [] };
    },
  });
  expect(await screen.findByRole("alert")).toHaveTextContent(/otra ventana/);
  for (const name of [
    "Elegir otro…",
    "Empezar uno nuevo…",
    "Mostrar la carpeta",
    "Abrir la copia a.cauce.formato-5",
  ])
    expect(await screen.findByRole("button", { name })).toBeEnabled();
  expect(screen.queryByRole("navigation")).toBeNull();

  held = false;
  await userEvent.click(screen.getByRole("button", { name: "Reintentar" }));
  expect(
    await screen.findByText(/espacio de trabajo está vacío/),
  ).toBeVisible();
  expect(asked).toContainEqual(["open_workspace", { path: "/casa/a.cauce" }]);
});

test("a workspace that can only be read says so before anything is typed", async () => {
  opened({ settings: () => ({ ...settings, readOnly: true }) });
  expect(await screen.findByText(/sólo se puede leer/)).toBeInTheDocument();
});

test("what the rail counts is counted again when a standard comes in", async () => {
  let all = 1759;
  opened({
    home: () => ({
      today: "2026-07-09",
      todayWords: "Jueves 9 de julio de 2026",
      dayOff: "",
      person: settings.person,
      empty: true,
      mine: [],
      mineTotal: 3,
      late: [],
      lateTotal: 0,
      waiting: [],
      waitingTotal: 0,
      sessions: [],
      stages: [{ state: "", name: "Propuesta", count: all, late: 0 }],
    }),
    load_sample: () => {
      all += 1;
      return { id: "bici" };
    },
  });
  const room = await screen.findByRole("button", { name: /^Estándares/ });
  await waitFor(() => expect(room).toHaveTextContent("1,759"));

  await intoStandard();

  await waitFor(() => expect(room).toHaveTextContent("1,760"));
});
