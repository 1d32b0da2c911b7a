import { exampleStandard } from "#api/examples.ts";
import { fakeDesk } from "#api/fake.ts";
import { Saving } from "#pieces/saving.svelte.ts";
import { render, screen, waitFor } from "@testing-library/svelte";
import { expect, test, vi } from "vitest";
import { draftOf } from "./draft.svelte.ts";
import { packetsOf } from "./packets.svelte.ts";
import PacketStanding from "./PacketStanding.svelte";
import { Pages } from "./pages.svelte.ts";

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
    },
    onmake: vi.fn(),
    onattach: vi.fn(),
  });
  const line = screen.getByText(made.name).closest("li");
  expect(line).toHaveTextContent("9 de julio de 2026 · Coordinadora 1");
  expect(line).not.toHaveTextContent("sha256");
});

test("a packet that is stopped says so in one line, and nothing else is begun meanwhile", async () => {
  let end: () => void = () => undefined;
  const { asked } = fakeDesk({
    standard: () => exampleStandard(),
    pick_file: () => ({ path: "/casa/salida" }),
    make_packet: () =>
      new Promise((_, reject) => {
        end = () =>
          reject({
            code: "STOPPED",
            says: "Se detuvo: no se escribió nada.",
            detail: "",
            unmet: [],
          });
      }),
    work: () => ({ says: "Imprimiendo el PDF del estándar", done: 0, of: 9 }),
    stop_work: () => ({}),
  });
  const packets = packetsOf(draftOf("bici", new Saving()));
  const making = packets.make("covacec");
  await waitFor(() => expect(packets.work.busy).toBe(true));
  await packets.verify();
  expect(asked.filter(([command]) => command === "pick_file")).toHaveLength(1);
  await packets.work.stop();
  end();
  await making;
  expect(packets.made).toBeUndefined();
  expect(packets.stopped).toBe(true);
  expect(packets.trouble).toBe("Se detuvo: no se escribió nada.");
  expect(packets.work.busy).toBe(false);
});

test("the page is composed once at a time, and once more for all that was saved meanwhile", async () => {
  const ends: (() => void)[] = [];
  const { asked } = fakeDesk({
    pages: () =>
      new Promise((resolve) => {
        const view = {
          pages: [],
          places: [],
          width: 612,
          height: 792,
          missing: "",
          marks: [],
        };
        ends.push(() => resolve(view));
      }),
    work: () => ({ says: "", done: 0, of: 0 }),
    stop_work: () => ({}),
  });
  const composed = () =>
    asked.filter(([command]) => command === "pages").length;
  const pages = new Pages("bici");
  const all = pages.compose();
  pages.refresh();
  pages.refresh();
  await waitFor(() => expect(ends).toHaveLength(1));
  ends[0]?.();
  await waitFor(() => expect(ends).toHaveLength(2));
  ends[1]?.();
  await all;
  expect(composed()).toBe(2);
  pages.dispose();
});
