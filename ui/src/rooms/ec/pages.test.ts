import { fakeDesk } from "#api/fake.ts";
import { expect, test, vi } from "vitest";
import { Pages } from "./pages.svelte.ts";

/** A desk with a standard of many pages, whose text can change. */
function standard(total: number) {
  const at = { digest: "sha256:1" };
  const { asked } = fakeDesk({
    pages: ({ from, to }) => ({
      digest: at.digest,
      total,
      from,
      pages: Array.from(
        { length: Math.max(Math.min(to, total) - from, 0) },
        (_, i) => `<svg id="${at.digest}-${from + i}"/>`,
      ),
      places: [],
      width: 612,
      height: 792,
      missing: "",
    }),
    work: () => ({ says: "", done: 0, of: 0 }),
    stop_work: () => ({}),
  });
  const reaches = () =>
    asked
      .filter(([command]) => command === "pages")
      .map(([, request]) => request as { from: number; to: number })
      .map(({ from, to }) => [from, to]);
  return { at, reaches };
}

/** Each picture has an address of its own. */
function addresses() {
  let count = 0;
  vi.spyOn(URL, "createObjectURL").mockImplementation(() => `blob:${count++}`);
}

test("only the pages in sight are drawn, and the others as they come into sight", async () => {
  addresses();
  const { reaches } = standard(43);
  const pages = new Pages("bici");
  await pages.compose();
  expect(reaches()).toEqual([[0, 2]]);
  expect(pages.pictures).toHaveLength(43);
  expect(pages.pictures.filter(Boolean)).toHaveLength(2);

  pages.see({ from: 0, to: 2 });
  expect(reaches()).toHaveLength(1);
  pages.see({ from: 20, to: 23 });
  await vi.waitFor(() => expect(pages.pictures[22]).toBeDefined());
  expect(reaches()).toEqual([
    [0, 2],
    [20, 23],
  ]);
  expect(pages.pictures[0]).toBeDefined();
  pages.dispose();
});

test("a page out of sight keeps its old picture until it is seen again", async () => {
  addresses();
  const { at, reaches } = standard(9);
  const pages = new Pages("bici");
  pages.see({ from: 0, to: 9 });
  await pages.compose();
  const old = [...pages.pictures];

  at.digest = "sha256:2";
  pages.see({ from: 4, to: 6 });
  await pages.compose();
  expect(pages.pictures[4]).not.toBe(old[4]);
  expect(pages.pictures[0]).toBe(old[0]);

  pages.see({ from: 0, to: 2 });
  await vi.waitFor(() => expect(pages.pictures[0]).not.toBe(old[0]));
  expect(reaches().at(-1)).toEqual([0, 2]);
  pages.dispose();
});

test("beyond the last page nothing is asked for again and again", async () => {
  const { reaches } = standard(1);
  const pages = new Pages("bici");
  pages.see({ from: 0, to: 9 });
  await pages.compose();
  pages.see({ from: 0, to: 9 });
  pages.see({ from: 0, to: 12 });
  expect(reaches()).toHaveLength(1);
  pages.dispose();
});
