import { exampleAct, exampleStandard } from "#api/examples.ts";
import { fakeDesk } from "#api/fake.ts";
import type { SearchView } from "#api/wire.ts";
import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import Palette from "./Palette.svelte";
import { marked, matches } from "#pieces/matching.ts";

const unmet = [
  {
    requirement: "R",
    says: "Falta la minuta",
    basis: "",
    how: "FILE",
    field: null,
  },
];
const open = {
  id: "bici",
  title: "Bicicletas",
  stands: "PROPOSAL",
  places: [
    {
      label: "E1-D1",
      text: "Revisa la bicicleta:",
      place: { part: "d1", field: "text" },
    },
  ],
  next: [exampleAct({ unmet })],
  findings: [],
};
const rule = {
  id: "EC-R-34",
  severity: "error",
  title: "Enlace",
  why: "Porque sí.",
  wrong: "",
  right: "",
  basis: "",
};

function shown() {
  fakeDesk({
    rules: () => [rule],
    search: ({ query }) => ({
      standards: query
        ? [
            {
              id: "otro",
              part: null,
              text: "Bicicletas públicas",
              aside: "Propuesta",
            },
          ]
        : [],
      places: [],
      rules: [],
    }),
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
  const calls = {
    onclose: vi.fn(),
    onnew: vi.fn(),
    onimport: vi.fn(),
    onpacket: vi.fn(),
    onsample: vi.fn(),
  };
  render(Palette, { going, open, ...calls });
  return { going, ...calls };
}

test("it finds standards and places, and goes with the keys", async () => {
  const { going, onclose } = shown();
  const box = screen.getByRole("combobox");
  await userEvent.type(box, "bici");
  await screen.findByRole("option", { name: /Bicicletas públicas/ });
  await userEvent.keyboard("{ArrowDown}{Enter}");
  expect(going.standard).toHaveBeenCalledWith("bici", "draft", {
    part: "d1",
    field: "text",
  });
  expect(onclose).toHaveBeenCalled();
});

test("an act that cannot be done yet says what comes first", async () => {
  shown();
  await userEvent.type(screen.getByRole("combobox"), ">");
  const option = await screen.findByRole("option", {
    name: /Validar con el grupo/,
  });
  expect(option).toHaveTextContent("Antes: Falta la minuta");
});

test("# looks among the rules and shows one", async () => {
  shown();
  await userEvent.type(screen.getByRole("combobox"), "#34");
  await userEvent.click(await screen.findByRole("option", { name: /Enlace/ }));
  expect(screen.getByText("Porque sí.")).toBeInTheDocument();
});

test("accents do not matter, and what was found is marked with them", () => {
  expect(matches("Situación emergente", "situacion EMER")).toBe(true);
  expect(marked("Revisión", "vision").filter((piece) => piece.hit)).toEqual([
    { text: "visión", hit: true },
  ]);
});

test("a tab or a room of that very name comes before what only speaks of it", async () => {
  const { going } = shown();
  await userEvent.type(screen.getByRole("combobox"), "est");
  const options = await screen.findAllByRole("option");
  const names = options.slice(0, 2).map((option) => option.textContent?.trim());
  expect(names[0]).toMatch(/^Estándar/);
  expect(names[1]).toMatch(/^Estándares/);
  await userEvent.keyboard("{Enter}");
  expect(going.standard).toHaveBeenCalledWith("bici", "draft");
});

test("what is not found can be begun with that title", async () => {
  const { onnew } = shown();
  fakeDesk({
    rules: () => [],
    search: () => ({ standards: [], places: [], rules: [] }),
  });
  await userEvent.type(screen.getByRole("combobox"), "Apicultura");
  await userEvent.click(
    await screen.findByRole("option", { name: /con el título «Apicultura»/ }),
  );
  expect(onnew).toHaveBeenCalledWith("Apicultura");
});

test("what is not found can be brought in, once the desk has said that it has none", async () => {
  let answer: (found: SearchView) => void = () => undefined;
  const { onimport } = shown();
  fakeDesk({
    rules: () => [],
    search: () => new Promise<SearchView>((tell) => (answer = tell)),
  });
  await userEvent.type(screen.getByRole("combobox"), "Apicultura");
  expect(screen.queryByRole("option")).toBeNull();

  answer({ standards: [], places: [], rules: [] });

  await userEvent.click(
    await screen.findByRole("option", { name: /Importar/ }),
  );
  expect(onimport).toHaveBeenCalled();
});

test("the tabulator shows the acts of a result, and goes back", async () => {
  const { going } = shown();
  const otro = exampleStandard({ id: "otro" });
  fakeDesk({
    rules: () => [],
    search: () => ({
      standards: [
        { id: "otro", part: null, text: "Bicicletas públicas", aside: "" },
      ],
      places: [],
      rules: [],
    }),
    standard: () => ({
      ...otro,
      case: { ...otro.case, next: [exampleAct({ name: "Pilotar", unmet })] },
    }),
  });
  await userEvent.type(screen.getByRole("combobox"), "públicas");
  await screen.findByRole("option", { name: /públicas/ });

  await userEvent.keyboard("{Tab}");

  const act = await screen.findByRole("option", { name: /Pilotar/ });
  expect(act).toHaveTextContent("Antes: Falta la minuta");
  expect(screen.getByText("Actos en Bicicletas públicas")).toBeVisible();
  await userEvent.keyboard("{Shift>}{Tab}{/Shift}");
  await screen.findByRole("option", { name: /públicas/ });
  await userEvent.keyboard("{Tab}");
  await screen.findByRole("option", { name: /Pilotar/ });
  await userEvent.keyboard("{Enter}");
  expect(going.standard).toHaveBeenCalledWith("otro", "sheet", {
    part: null,
    field: expect.any(String) as string,
  });
});

test("the invented case is always in reach", async () => {
  const { onsample } = shown();
  await userEvent.type(screen.getByRole("combobox"), "ejemplo");
  await userEvent.click(await screen.findByRole("option", { name: /ejemplo/ }));
  expect(onsample).toHaveBeenCalled();
});
