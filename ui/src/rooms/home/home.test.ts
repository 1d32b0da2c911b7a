import { Troubled } from "#api/ask.ts";
import { fakeDesk } from "#api/fake.ts";
import type { CaseLine, HomeView } from "#api/wire.ts";
import {
  cleanup,
  render,
  screen,
  within,
  waitFor,
} from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import HomeRoom from "./HomeRoom.svelte";

function line(
  id: string,
  says: string,
  workingDaysLeft: number | null,
): CaseLine {
  return {
    id,
    isCommittee: false,
    says,
    title: `Estándar ${id}`,
    code: "",
    holder: "GTE",
    since: "2 de julio",
    due: "27 de julio",
    workingDaysLeft,
    pace: workingDaysLeft === null ? "OPEN" : "AHEAD",
    basis: "Reglas, art. 25",
    stateName: "Estándar",
    sample: false,
  };
}

function view(change: Partial<HomeView> = {}): HomeView {
  return {
    today: "2026-07-09",
    todayWords: "Jueves 9 de julio de 2026",
    dayOff: "",
    person: "Coordinadora 1",
    empty: false,
    mine: [line("a", "Validar el estándar", 12)],
    mineTotal: 1,
    late: [line("b", "Recibir las cartas", -3)],
    lateTotal: 1,
    waiting: [],
    waitingTotal: 0,
    sessions: [],
    stages: [
      { state: "", name: "Propuesta", count: 1, late: 0 },
      { state: "", name: "Estándar", count: 1, late: 1 },
    ],
    ...change,
  };
}

function open() {
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
    onfind: vi.fn(),
    onnew: vi.fn(),
    onimport: vi.fn(),
    onpacket: vi.fn(),
    onhome: vi.fn(),
    ontrouble: vi.fn(),
  };
  render(HomeRoom, { going, ...calls });
  return { going, ...calls };
}

test("a row says what is missing, who holds it, since when, days left and basis", async () => {
  fakeDesk({ home: () => view() });
  const { going } = open();
  const mine = await screen.findByRole("table", { name: "Me toca" });
  const row = within(mine).getAllByRole("row")[1]!;
  for (const said of [
    "Validar el estándar",
    "GTE",
    "2 de julio",
    "quedan 12",
    "27 de julio",
  ]) {
    expect(row).toHaveTextContent(said);
  }
  const late = screen.getByRole("table", { name: "Va tarde" });
  expect(late).toHaveTextContent("vencido hace 3");
  expect(
    screen.getByText(/1 acto es suyo, 1 va tarde y ninguno espera a otros/),
  ).toBeInTheDocument();
  await userEvent.keyboard("{Tab}");
  row.focus();
  await userEvent.keyboard("j{Enter}");
  expect(going.standard).toHaveBeenCalledWith("b", "sheet");
});

test("an empty workspace offers the ways to begin", async () => {
  fakeDesk({
    home: () => view({ empty: true, mine: [], late: [], stages: [] }),
    load_sample: () => ({ id: "bici" }),
  });
  const { going, onimport, onnew, onpacket } = open();
  await userEvent.click(
    await screen.findByRole("button", { name: "Elegir el archivo" }),
  );
  await userEvent.click(
    screen.getByRole("button", { name: "Escribir el título" }),
  );
  await userEvent.click(
    screen.getByRole("button", { name: "Tomar un paquete" }),
  );
  await userEvent.click(
    screen.getByRole("button", { name: "Cargar el ejemplo" }),
  );
  expect(
    [onimport, onnew, onpacket].map((call) => call.mock.calls.length),
  ).toEqual([1, 1, 1]);
  await waitFor(() => expect(going.standard).toHaveBeenCalledWith("bici"));
});

test("who works here is asked for while nobody has said it, and only then", async () => {
  const asks = "Diga quién trabaja aquí: sus actos se firman con ese nombre";
  fakeDesk({ home: () => view({ person: "persona sin nombre" }) });
  const { going } = open();
  await userEvent.click(await screen.findByRole("button", { name: asks }));
  expect(going.settings).toHaveBeenCalledOnce();
  cleanup();

  fakeDesk({ home: () => view() });
  open();
  await screen.findByRole("table", { name: "Me toca" });
  expect(screen.queryByRole("button", { name: asks })).toBeNull();
});

test("a workspace that cannot be read says why", async () => {
  const says = "Otra ventana tiene ocupado el espacio de trabajo.";
  fakeDesk({
    home: () => {
      throw new Troubled({
        code: "WORKSPACE_LOCKED",
        says,
        detail: "",
        unmet: [],
      }).trouble;
    },
  });
  open();
  expect(await screen.findByRole("alert")).toHaveTextContent(says);
});

test("the lists are walked from rest, and narrowed with a bar", async () => {
  fakeDesk({ home: () => view() });
  open();
  await screen.findByRole("table", { name: "Me toca" });
  await userEvent.keyboard("j");
  expect(document.activeElement).toHaveTextContent("Validar el estándar");

  await userEvent.keyboard("/cartas");
  expect(screen.getByRole("searchbox")).toHaveValue("cartas");
  expect(screen.queryByRole("table", { name: "Me toca" })).toBeNull();
  expect(screen.getByRole("table", { name: "Va tarde" })).toBeInTheDocument();
  await userEvent.keyboard("{Escape}");
  expect(screen.getByRole("table", { name: "Me toca" })).toBeInTheDocument();
});
