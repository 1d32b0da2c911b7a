import { fakeDesk } from "#api/fake.ts";
import type { StandardRow, StandardsView } from "#api/wire.ts";
import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { Register } from "./register.svelte.ts";
import RegisterRoom from "./RegisterRoom.svelte";

function row(id: string, title: string): StandardRow {
  return {
    id,
    title,
    code: "EC0249",
    assigned: false,
    committee: "",
    level: 2,
    levelWord: "Dos",
    state: "EC_DRAFT",
    stateName: "Estándar",
    since: "hoy",
    due: "sin plazo",
    workingDaysLeft: null,
    pace: "OPEN",
    turn: "OTHERS",
    sample: false,
  };
}

const of = (...rows: StandardRow[]): StandardsView => ({
  rows,
  total: 2,
  states: [],
});
const going = () => ({
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
});
const shared = { onfind: vi.fn(), onnew: vi.fn(), onimport: vi.fn() };

test("a slow answer to an older filter does not replace a newer one", async () => {
  const waiting: ((view: StandardsView) => void)[] = [];
  fakeDesk({ standards: () => new Promise((answer) => waiting.push(answer)) });
  const register = new Register();
  register.narrow({ query: "b" });
  register.narrow({ query: "bici" });
  await waitFor(() => expect(waiting.length).toBe(2));
  waiting[1]?.(of(row("bici", "Bicicletas")));
  waiting[0]?.(of(row("b", "Barcos"), row("bici", "Bicicletas")));
  await waitFor(() => expect(register.view?.rows.length).toBe(1));
});

test("the rows are walked and opened by keyboard", async () => {
  fakeDesk({ standards: () => of(row("a", "Agua"), row("b", "Bicicletas")) });
  const to = going();
  render(RegisterRoom, { going: to, ...shared });
  await screen.findByText("Agua");
  await userEvent.keyboard("jj{Enter}");
  expect(to.standard).toHaveBeenCalledWith("b");
  expect(screen.getAllByText("de EC0249")).toHaveLength(2);
});

test("a filter without results says so and offers to take it off", async () => {
  fakeDesk({ standards: ({ query }) => (query ? of() : of(row("a", "Agua"))) });
  render(RegisterRoom, { going: going(), ...shared });
  await screen.findByText("Agua");
  await userEvent.type(screen.getByRole("searchbox"), "zzz");
  await userEvent.click(
    await screen.findByRole("button", { name: "Quitar el filtro" }),
  );
  expect(await screen.findByText("Agua")).toBeInTheDocument();
});

test("of two thousand standards the first stand at once, and the last soon after", async () => {
  const all = Array.from({ length: 2000 }, (_, n) =>
    row(`id-${n}`, `Estándar ${n}`),
  );
  fakeDesk({ standards: () => of(...all) });
  render(RegisterRoom, { going: going(), ...shared });
  await screen.findByText("Estándar 0");
  const drawn = () => document.querySelectorAll("[data-row]").length;
  expect(drawn()).toBeLessThan(all.length);
  await waitFor(() => expect(drawn()).toBe(all.length), { timeout: 20_000 });
  expect(screen.getByText("Estándar 1999")).toBeInTheDocument();
}, 30_000);
