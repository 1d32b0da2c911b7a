import type { ActView, ImportedPacket } from "#api/wire.ts";
import { render, screen, within } from "@testing-library/svelte";
import { expect, test } from "vitest";
import Fork from "./Fork.svelte";

const act = (change: Partial<ActView>): ActView => ({
  number: 31,
  act: "EDIT",
  name: "Cambio de texto",
  says: "Cambió E1-D1.1",
  on: "9 de julio de 2026",
  at: "9 de julio de 2026, 10:42",
  by: "Coordinadora 1",
  before: "",
  after: "",
  place: "E1-D1.1",
  evidence: [],
  digest: "sha256:1",
  ...change,
});

test("two stories are side by side from the fork: act, person, time, before and after, and what to do", () => {
  const taken: ImportedPacket = {
    beside: [],
    dry: false,
    id: "bici",
    title: "Mantenimiento de bicicletas",
    outcome: "DIVERGES",
    common: 30,
    ours: [act({ before: "En orden,", after: "Con orden," })],
    theirs: [
      act({ digest: "sha256:2", by: "Vocal", says: "Pasó a la orden del día" }),
      act({ digest: "sha256:3", number: 32, says: "Se armó el paquete" }),
    ],
  };
  render(Fork, { taken });
  expect(screen.getByText(/Coinciden hasta el acto 30/)).toBeInTheDocument();
  const ours = screen.getByRole("region", { name: "Aquí siguió" });
  expect(ours).toHaveTextContent("Cambió E1-D1.1");
  expect(ours).toHaveTextContent(
    "N.º 31 · 9 de julio de 2026, 10:42 · Coordinadora 1",
  );
  expect(ours.querySelector("del")).toHaveTextContent("En");
  expect(ours.querySelector("ins")).toHaveTextContent("Con");
  const theirs = screen.getByRole("region", { name: "En el paquete siguió" });
  expect(within(theirs).getAllByRole("listitem")).toHaveLength(2);
  expect(theirs).toHaveTextContent("Vocal");
  expect(screen.getByText(/Decida con la otra oficina/)).toBeInTheDocument();
});
