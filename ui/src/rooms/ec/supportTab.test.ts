import { exampleStandard } from "#api/examples.ts";
import { fakeDesk } from "#api/fake.ts";
import type { AskedView, DossierPart } from "#api/wire.ts";
import { Saving } from "#pieces/saving.svelte.ts";
import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { Draft } from "./draft.svelte.ts";
import SupportTab from "./SupportTab.svelte";

const asked = (change: Partial<AskedView>): AskedView => ({
  requirement: "EC-SUP-1",
  says: "Aval firmado del CGC",
  basis: "Reglas",
  standing: "COMING",
  how: "FILE",
  field: null,
  takesFile: true,
  proof: "",
  files: [],
  ...change,
});

const part = (when: string, name: string, one: AskedView): DossierPart => ({
  act: name,
  name,
  when,
  onWords: when === "DONE" ? "24 de abril de 2026" : "",
  by: when === "DONE" ? "Elena Robles" : "",
  asks: [one],
});

const minute = {
  digest: "sha256:4be1a07c9d2e55f0",
  name: "minuta.pdf",
  size: 48_211,
  by: "Elena Robles",
  on: "24 de abril de 2026",
  requirement: "EC-SUP-1",
  withdrawn: null,
};

async function shown(parts: DossierPart[]) {
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
  const view = exampleStandard();
  const desk = fakeDesk({
    standard: () => view,
    dossier: () => ({ parts: structuredClone(parts) }),
    pick_file: () => ({ path: "/casa/aval.pdf" }),
    attach: () => exampleStandard(),
    withdraw_evidence: () => exampleStandard(),
    save_evidence: ({ path }) => ({ path, digest: "", supplied: [] }),
  });
  const draft = new Draft("bici", new Saving());
  await draft.load();
  render(SupportTab, { draft, view, place: undefined, going });
  return { desk, going };
}

test("what was proven is shown with its file, its person and its day, and a copy is had", async () => {
  const { desk } = await shown([
    part(
      "DONE",
      "Mapa validado",
      asked({ standing: "MET", says: "Minuta", files: [minute] }),
    ),
  ]);
  const done = (await screen.findByText("Ya probado")).parentElement!;
  expect(done).toHaveTextContent("24 de abril de 2026, por Elena Robles");
  expect(done).toHaveTextContent("minuta.pdf");
  expect(within(done).queryByRole("button", { name: /Adjuntar/ })).toBeNull();

  await userEvent.click(
    screen.getByRole("button", { name: "Guardar una copia: minuta.pdf" }),
  );

  await screen.findByText("La copia quedó en /casa/aval.pdf.");
  expect(desk.asked.at(-1)).toEqual([
    "save_evidence",
    {
      id: "bici",
      digest: minute.digest,
      path: "/casa/aval.pdf",
      replace: true,
    },
  ]);
});

test("a file attached by mistake is withdrawn with its reason, and what was withdrawn is told", async () => {
  const gone = {
    by: "Marta Ibarra",
    on: "2 de mayo de 2026",
    reason: "No es la firmada",
  };
  const before = { ...minute, name: "borrador.pdf", withdrawn: gone };
  const { desk } = await shown([
    part(
      "NEXT",
      "Mapa validado",
      asked({ standing: "MET", files: [minute, before] }),
    ),
  ]);
  expect(await screen.findByText("borrador.pdf")).toHaveProperty(
    "tagName",
    "S",
  );
  screen.getByText(
    "Lo retiró Marta Ibarra el 2 de mayo de 2026: No es la firmada",
  );
  expect(
    screen.queryByRole("button", { name: "Retirar…: borrador.pdf" }),
  ).toBeNull();

  await userEvent.click(
    screen.getByRole("button", { name: "Retirar…: minuta.pdf" }),
  );
  await userEvent.type(screen.getByLabelText("Motivo"), "Es de otro caso");
  await userEvent.click(
    screen.getByRole("button", { name: "Retirar el archivo" }),
  );

  await waitFor(() =>
    expect(desk.asked).toContainEqual([
      "withdraw_evidence",
      {
        id: "bici",
        requirement: "EC-SUP-1",
        digest: minute.digest,
        reason: "Es de otro caso",
      },
    ]),
  );
});

test("what comes is attached ahead where it may be, and only shown where it may not", async () => {
  const { desk } = await shown([
    part("LATER", "Expediente soporte", asked({})),
    part(
      "LATER",
      "Clave asignada",
      asked({
        requirement: "ROAD-CODED-1",
        says: "Clave",
        how: "SAID",
        takesFile: false,
      }),
    ),
  ]);
  await screen.findByText("Más adelante");
  const ahead = screen.getAllByRole("button", { name: /Adjuntar desde ahora/ });
  expect(ahead).toHaveLength(1);

  await userEvent.click(ahead[0]!);

  await waitFor(() =>
    expect(desk.asked.find(([command]) => command === "attach")).toMatchObject([
      "attach",
      { requirement: "EC-SUP-1", path: "/casa/aval.pdf" },
    ]),
  );
});

test("a mechanism is a document or a text: both ways are offered, here and beside its field", async () => {
  const { desk, going } = await shown([
    part(
      "NEXT",
      "Expediente soporte",
      asked({
        requirement: "EC-SUP-5",
        says: "Falta el mecanismo",
        standing: "MISSING",
        how: "EITHER",
        field: "consequenceMechanism",
      }),
    ),
  ]);
  await userEvent.click(
    await screen.findByRole("button", { name: /Ir al campo/ }),
  );
  expect(going.standard).toHaveBeenCalledWith("bici", "support", {
    part: null,
    field: "consequenceMechanism",
  });
  expect(
    screen.getByRole("button", { name: "Adjuntar: Falta el mecanismo" }),
  ).toBeVisible();

  await userEvent.click(
    screen.getByRole("button", {
      name: "Adjuntarlo: Mecanismo de consecuencias",
    }),
  );

  await waitFor(() =>
    expect(desk.asked.find(([command]) => command === "attach")).toMatchObject([
      "attach",
      { requirement: "EC-SUP-5" },
    ]),
  );
});

test("after a file the focus goes on to what is missing next", async () => {
  const lacks = (requirement: string) =>
    asked({ requirement, says: requirement, standing: "MISSING" });
  const parts = [part("NEXT", "Expediente soporte", lacks("EC-SUP-1"))];
  parts[0]!.asks.push(lacks("EC-SUP-2"), lacks("EC-SUP-3"));
  await shown(parts);
  const button = (name: string) => screen.findByRole("button", { name });
  const first = await button("Adjuntar: EC-SUP-1");
  // The desk proves what is attached.
  first.addEventListener("click", () => {
    parts[0]!.asks[0] = asked({
      requirement: "EC-SUP-1",
      says: "EC-SUP-1",
      standing: "MET",
      files: [minute],
    });
  });

  await userEvent.click(first);

  const next = await button("Adjuntar: EC-SUP-2");
  await waitFor(() => expect(next).toHaveFocus());
  // What was not attached after all keeps the focus where it is.
  await userEvent.click(next);
  await new Promise((later) => setTimeout(later));
  expect(next).toHaveFocus();
});
