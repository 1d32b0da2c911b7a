import { render, screen } from "@testing-library/svelte";
import { expect, test, vi } from "vitest";
import PacketStanding from "./PacketStanding.svelte";

test("of a packet made before one sees its name, when and who, not the seal of its act", () => {
  const made = {
    name: "covacec-bicicletas.zip",
    at: "9 de julio de 2026",
    by: "Coordinadora 1",
    digest: "sha256:acto",
  };
  render(PacketStanding, {
    standing: {
      destination: "covacec",
      ready: true,
      unmet: [],
      made: [made],
    },
    id: "bici",
    going: {
      home: vi.fn(),
      standards: vi.fn(),
      standard: vi.fn(),
      settings: vi.fn(),
      back: vi.fn(),
    },
    onmake: vi.fn(),
  });
  const line = screen.getByText(made.name).closest("li");
  expect(line).toHaveTextContent("9 de julio de 2026 · Coordinadora 1");
  expect(line).not.toHaveTextContent("sha256");
});
