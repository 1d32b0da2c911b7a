import { Troubled } from "#api/ask.ts";
import { exampleAct, exampleStandard } from "#api/examples.ts";
import { fakeDesk } from "#api/fake.ts";
import type { UnmetView } from "#api/wire.ts";
import { keepFocus } from "#parts/focus.ts";
import type { Place } from "#pieces/going.ts";
import { Saving } from "#pieces/saving.svelte.ts";
import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { Draft } from "./draft.svelte.ts";
import EcRoom from "./EcRoom.svelte";
import NextAct from "./NextAct.svelte";

const lack = (
  how: string,
  says: string,
  field: string | null = null,
): UnmetView => ({
  requirement: `R-${how}`,
  says,
  basis: "Reglas",
  how,
  field,
});

let one = 0;
/** A whole standard in its room, at its Ficha. */
function room(place?: Place) {
  const silent = vi.fn();
  const going = {
    home: silent,
    standards: silent,
    maps: silent,
    newMap: silent,
    committees: silent,
    committee: silent,
    gazette: silent,
    sessions: silent,
    session: silent,
    catalogues: silent,
    map: silent,
    standard: silent,
    settings: silent,
    back: silent,
  };
  render(EcRoom, {
    id: `acts-${(one += 1)}`,
    tab: "sheet",
    place,
    going,
    saving: new Saving(),
    onfind: silent,
    onopened: silent,
    onguard: silent,
  });
}

function shown(unmet: UnmetView[]) {
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
  render(NextAct, { draft, act: exampleAct({ unmet }), going, main: true });
  return { going };
}

test("what is missing is listed, each with the way to meet it, and the act waits", async () => {
  const desk = fakeDesk({
    pick_file: () => ({ path: "/casa/minuta.pdf" }),
    attach: () => exampleStandard(),
    standard: () => exampleStandard(),
  });
  const { going } = shown([
    lack("FILE", "Falta la minuta"),
    lack("TYPED", "Falta la población", "certifiablePopulation"),
    lack("REVIEWER", "La revisión encuentra 1 error"),
  ]);
  const act = screen.getByRole("button", {
    name: "Pasar a «Validar con el grupo»",
  });
  expect(act).toHaveAttribute("aria-disabled", "true");
  await userEvent.click(act);
  expect(desk.asked).toEqual([]);

  await userEvent.click(screen.getByRole("button", { name: /Ir al campo/ }));
  expect(going.standard).toHaveBeenCalledWith("bici", "support", {
    part: null,
    field: "certifiablePopulation",
  });
  await userEvent.click(
    screen.getByRole("button", { name: /Ver los errores/ }),
  );
  expect(going.standard).toHaveBeenLastCalledWith("bici", "review", {
    part: null,
    field: "error",
  });
  await userEvent.click(
    screen.getByRole("button", { name: /Adjuntar archivo/ }),
  );
  await waitFor(() =>
    expect(desk.asked.slice(-2)).toMatchObject([
      ["attach", { requirement: "R-FILE", path: "/casa/minuta.pdf" }],
      ["standard", { id: "bici" }],
    ]),
  );
});

test("what is typed or attached offers both ways", async () => {
  const desk = fakeDesk({
    pick_file: () => ({ path: "/casa/mecanismo.pdf" }),
    attach: () => exampleStandard(),
    standard: () => exampleStandard(),
  });
  const { going } = shown([
    lack("EITHER", "Falta el mecanismo", "consequenceMechanism"),
  ]);
  await userEvent.click(screen.getByText("o escribirlo"));
  expect(going.standard).toHaveBeenCalledWith("bici", "support", {
    part: null,
    field: "consequenceMechanism",
  });
  await userEvent.click(
    screen.getByRole("button", { name: /Adjuntar archivo/ }),
  );
  await waitFor(() =>
    expect(desk.asked.find(([command]) => command === "attach")).toMatchObject([
      "attach",
      { requirement: "R-EITHER", path: "/casa/mecanismo.pdf" },
    ]),
  );
});

test("after attaching a file the focus is on what asked for it, or on the heading", async () => {
  const heading = document.createElement("h1");
  heading.tabIndex = -1;
  document.body.append(heading);
  fakeDesk({
    pick_file: () => ({ path: "/casa/minuta.pdf" }),
    attach: () => exampleStandard(),
    standard: () => exampleStandard(),
  });
  shown([lack("FILE", "Falta la minuta")]);
  const attach = screen.getByRole("button", { name: /Adjuntar archivo/ });
  await userEvent.click(attach);
  await waitFor(() => expect(attach).toHaveFocus());
  attach.remove();
  expect(document.body).toHaveFocus();
  keepFocus(attach);
  expect(heading).toHaveFocus();
  heading.remove();
});

test("a reason that is said meets its requirement, and the act is performed with it", async () => {
  const desk = fakeDesk({
    perform_act: () => exampleStandard(),
    standard: () => exampleStandard(),
  });
  shown([lack("SAID", "Falta el motivo", "reason")]);
  await userEvent.type(screen.getByLabelText("Motivo"), "Así lo pidió el CGC");
  await userEvent.clear(screen.getByLabelText("Fecha del acto"));
  await userEvent.type(screen.getByLabelText("Fecha del acto"), "3/7/2026");
  await userEvent.click(
    screen.getByRole("button", { name: "Pasar a «Validar con el grupo»" }),
  );
  await waitFor(() =>
    expect(desk.asked).toEqual([
      [
        "perform_act",
        {
          id: "bici",
          act: "EC_VALIDATED",
          from: "",
          on: "2026-07-03",
          reason: "Así lo pidió el CGC",
          fields: [{ name: "reason", text: "Así lo pidió el CGC" }],
          evidence: [],
        },
      ],
      ["standard", { id: "bici" }],
    ]),
  );
});

test("a refusal is said where the act was tried", async () => {
  fakeDesk({
    perform_act: () => {
      throw new Troubled({
        code: "BAD_DAY",
        says: "Ese día no ha llegado.",
        detail: "",
        unmet: [],
      }).trouble;
    },
  });
  shown([]);
  await userEvent.click(
    screen.getByRole("button", { name: "Pasar a «Validar con el grupo»" }),
  );
  expect(await screen.findByRole("alert")).toHaveTextContent(
    "Ese día no ha llegado.",
  );
});

test("an act is not done on a day that could not be read", async () => {
  const desk = fakeDesk({
    perform_act: () => exampleStandard(),
    standard: () => exampleStandard(),
  });
  shown([]);
  await userEvent.clear(screen.getByLabelText("Fecha del acto"));
  await userEvent.type(screen.getByLabelText("Fecha del acto"), "31/2/2026");
  await userEvent.click(
    screen.getByRole("button", { name: "Pasar a «Validar con el grupo»" }),
  );
  expect(await screen.findByRole("alert")).toHaveTextContent(
    "Escriba la fecha así",
  );
  expect(desk.asked).toEqual([]);
});

test("a large file says how far it is and is stopped, and nothing else is begun meanwhile", async () => {
  let end: () => void = () => undefined;
  const desk = fakeDesk({
    pick_file: () => ({ path: "/casa/plano.pdf" }),
    attach: () =>
      new Promise((_, reject) => {
        end = () =>
          reject({
            code: "STOPPED",
            says: "Se detuvo: no se escribió nada.",
            detail: "",
            unmet: [],
          });
      }),
    work: () => ({ says: "Guardando «plano.pdf»", done: 30, of: 90 }),
    stop_work: () => ({}),
    standard: () => exampleStandard(),
  });
  shown([lack("FILE", "Falta el plano")]);
  const attach = screen.getByRole("button", { name: /Adjuntar archivo/ });
  await userEvent.click(attach);
  expect(
    (await screen.findAllByText(/Guardando «plano.pdf»/))[0],
  ).toBeVisible();
  await userEvent.click(attach);
  expect(desk.asked.filter(([name]) => name === "attach")).toHaveLength(1);

  await userEvent.click(screen.getByRole("button", { name: /Detener/ }));
  await waitFor(() =>
    expect(desk.asked.map(([name]) => name)).toContain("stop_work"),
  );
  end();
  expect(
    await screen.findByText("Se detuvo: no se escribió nada."),
  ).toBeVisible();
  expect(screen.queryByText(/Guardando/)).toBeNull();
});

test("after each file the focus goes on to what is still missing, then to the act, then to the act that follows", async () => {
  const minutes = lack("FILE", "Falta la minuta");
  const list = { ...minutes, requirement: "R-2", says: "Falta la lista" };
  let unmet = [minutes, list];
  let act = "EC_VALIDATED";
  const view = () => {
    const example = exampleStandard();
    const next = [exampleAct({ unmet, act, name: act, does: act })];
    return { ...example, case: { ...example.case, next } };
  };
  fakeDesk({
    standard: view,
    pick_file: () => ({ path: "/casa/minuta.pdf" }),
    attach: () => {
      unmet = unmet.slice(1);
      return view();
    },
    perform_act: () => {
      act = "EC_ENDORSED";
      return view();
    },
    rules: () => [],
  });
  room();
  (
    await screen.findByRole("button", {
      name: "Adjuntar archivo: Falta la minuta",
    })
  ).focus();
  await userEvent.keyboard("{Enter}");
  await waitFor(() =>
    expect(
      screen.getByRole("button", { name: "Adjuntar archivo: Falta la lista" }),
    ).toHaveFocus(),
  );
  await userEvent.keyboard("{Enter}");
  await waitFor(() =>
    expect(
      screen.getByRole("button", { name: "Pasar a «EC_VALIDATED»" }),
    ).toHaveFocus(),
  );
  await userEvent.keyboard("{Enter}");
  await waitFor(() =>
    expect(
      screen.getByRole("heading", { name: "Siguiente acto: EC_ENDORSED" }),
    ).toHaveFocus(),
  );
});

test("an act asked for from elsewhere is ready to be done, and undoing in Ficha takes nothing back", async () => {
  const desk = fakeDesk({
    standard: () => exampleStandard({ undo: "E1-D1" }),
    rules: () => [],
  });
  room({ part: null, field: "EC_VALIDATED" });
  await waitFor(() =>
    expect(screen.getByRole("button", { name: /^Pasar a/ })).toHaveFocus(),
  );
  expect(screen.getByText(/no se deshace con Ctrl Z/)).toBeVisible();
  await userEvent.keyboard("{Control>}z{/Control}");
  expect(await screen.findByText(/el último: E1-D1/)).toBeVisible();
  expect(screen.getByRole("button", { name: "Ir a Estándar" })).toBeVisible();
  expect(desk.asked.map(([name]) => name)).not.toContain("undo");
});

test("right after an act the next one waits: the second half of a double click does nothing", async () => {
  const desk = fakeDesk({
    perform_act: () => exampleStandard(),
    standard: () => exampleStandard(),
  });
  shown([]);
  const act = screen.getByRole("button", {
    name: "Pasar a «Validar con el grupo»",
  });
  const done = () => desk.asked.filter(([name]) => name === "perform_act");
  await userEvent.click(act);
  await waitFor(() => expect(act).toHaveAttribute("aria-disabled", "true"));
  await userEvent.click(act);
  expect(done()).toHaveLength(1);

  await waitFor(() => expect(act).not.toHaveAttribute("aria-disabled"), {
    timeout: 3000,
  });
  await userEvent.click(act);
  await waitFor(() => expect(done()).toHaveLength(2));
  expect(done()[1]?.[1]).toMatchObject({ from: exampleStandard().case.state });
});
