import { render, screen } from "@testing-library/svelte";
import { expect, test } from "vitest";
import Road from "./Road.svelte";

test("where the text stands frozen the road says so, with its digest, to whoever comes by keyboard", () => {
  const step = (name: string, frozen: string | null) => ({
    state: name,
    name,
    status: "past",
    datum: "3 de julio de 2026",
    frozen,
  });
  render(Road, {
    steps: [step("Estándar", null), step("COVACEC", "sha256:4be1a07c")],
  });

  const notes = screen.getAllByText("congelado");

  expect(notes).toHaveLength(1);
  expect(notes[0]).toHaveTextContent("sha256:4be1a07c");
  expect(notes[0]).toHaveAttribute("tabindex", "0");
  expect(notes[0]?.closest("li")).toHaveTextContent("COVACEC");
});
