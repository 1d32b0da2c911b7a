import { render, screen } from "@testing-library/svelte";
import { createRawSnippet, flushSync } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import Stretches from "./Stretches.svelte";
import { stretches } from "./stretches.ts";

type Tell = (seen: { isIntersecting: boolean }[]) => void;

/** What can be seen, as the screen would tell it. */
const watched = new Map<Element, Tell>();

beforeEach(() => {
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      readonly #tell: Tell;
      constructor(tell: Tell) {
        this.#tell = tell;
      }
      observe(thing: Element) {
        watched.set(thing, this.#tell);
      }
      disconnect() {}
    },
  );
});

afterEach(() => {
  watched.clear();
  vi.unstubAllGlobals();
});

const rows = Array.from({ length: 200 }, (_, at) => ({ id: `r${at}` }));
const row = createRawSnippet<[{ id: string }]>((it) => ({
  render: () => `<li>${it().id}</li>`,
}));

function see(stretch: number, isIntersecting: boolean) {
  const [, tell] = [...watched][stretch] ?? [];
  tell?.([{ isIntersecting }]);
  flushSync();
}

const drawn = () => screen.getAllByRole("listitem").map((it) => it.textContent);

test("a list that is not long is one list, with all its rows", () => {
  render(Stretches, { rows: rows.slice(0, 90), at: "", long: false, row });

  expect(screen.getAllByRole("list")).toHaveLength(1);
  expect(drawn()).toHaveLength(90);
  expect(watched.size).toBe(0);
});

test("of a long list what is near is drawn, and where one is", async () => {
  const { rerender } = render(Stretches, {
    rows,
    at: "r130",
    long: true,
    row,
  });
  expect(drawn()).toEqual(rows.slice(120, 160).map(({ id }) => id));

  see(0, true);
  expect(drawn()).toEqual(
    [...rows.slice(0, 40), ...rows.slice(120, 160)].map(({ id }) => id),
  );

  see(0, false);
  await rerender({ at: "r10" });
  expect(drawn()).toEqual(rows.slice(0, 40).map(({ id }) => id));
});

test("every row is in one stretch, in order", () => {
  for (const count of [0, 1, 40, 41, 161, 1000]) {
    const all = Array.from({ length: count }, (_, at) => at);
    expect(stretches(all, true).flat()).toEqual(all);
  }
});
