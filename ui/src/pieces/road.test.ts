import { render, screen } from "@testing-library/svelte";
import { expect, test } from "vitest";
import { deskDay } from "./deskDay.svelte.ts";
import Road from "./Road.svelte";

test("a day of the year it is for the desk is told without it", () => {
  deskDay.hear("2031-01-02");
  const step = (name: string, datum: string) => ({
    state: name,
    name,
    status: "past",
    datum,
    frozen: null,
  });
  render(Road, {
    steps: [
      step("Estándar", "30 de diciembre de 2030"),
      step("COVACEC", "2 de enero de 2031"),
    ],
  });

  expect(screen.getByTitle("30 de diciembre de 2030")).toHaveTextContent(
    "30 dic 2030",
  );
  expect(screen.getByTitle("2 de enero de 2031").textContent).toBe("2 ene");
});

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
