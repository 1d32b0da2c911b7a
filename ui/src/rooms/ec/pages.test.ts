import { fakeDesk } from "#api/fake.ts";
import { expect, test, vi } from "vitest";
import { Pages } from "./pages.svelte.ts";

/** A desk with a standard of many pages, whose text can change: a mark for each page. */
function standard(total: number) {
  const at = { marks: Array.from({ length: total }, (_, i) => `a${i}`) };
  const held: (() => void)[] = [];
  /** What goes beyond this page waits, when asked to. */
  const desk = { holds: Infinity };
  const { asked } = fakeDesk({
    pages: async ({ from, to, have }) => {
      const { marks } = at;
      if (to > desk.holds) await new Promise<void>((go) => held.push(go));
      const wanted = marks.map((mark, page) => ({ page, svg: `<svg>${mark}` }));
      return {
        marks,
        pages: wanted.filter(
          ({ page }) => page >= from && page < to && have[page] !== marks[page],
        ),
        places: [],
        width: 612,
        height: 792,
        missing: "",
      };
    },
    work: () => ({ says: "", done: 0, of: 0 }),
    stop_work: () => ({}),
  });
  const reaches = () =>
    asked
      .filter(([command]) => command === "pages")
      .map(([, request]) => request as { from: number; to: number })
      .map(({ from, to }) => [from, to]);
  const change = (...pages: number[]) => {
    at.marks = at.marks.map((mark, i) =>
      pages.includes(i) ? `${mark}!` : mark,
    );
  };
  const release = () => {
    desk.holds = Infinity;
    held.splice(0).forEach((go) => go());
  };
  return { at, desk, asked, change, reaches, release };
}

/** Each picture has an address of its own. */
function addresses() {
  let count = 0;
  vi.spyOn(URL, "createObjectURL").mockImplementation(() => `blob:${count++}`);
}

test("a page that is not drawn yet crosses with an empty mark, as the desk reads it", async () => {
  addresses();
  const { asked } = standard(5);
  await new Pages("bici").compose();

  const requests = asked.filter(([command]) => command === "pages");
  const have = requests.map(
    ([, request]) => (request as { have: string[] }).have,
  );
  expect(JSON.parse(JSON.stringify(have))).toEqual([
    [],
    ["a0", "a1", "", "", ""],
  ]);
});

test("what is in sight is drawn first, and then all the others at once", async () => {
  addresses();
  const { reaches } = standard(43);
  const pages = new Pages("bici");
  await pages.compose();
  expect(reaches()).toEqual([
    [0, 2],
    [0, 43],
  ]);
  expect(pages.pictures.filter(Boolean)).toHaveLength(43);

  pages.see({ from: 20, to: 23 });
  expect(reaches()).toHaveLength(2);
  pages.dispose();
});

test("a page that looks the same keeps its picture, and only what changed is sent", async () => {
  addresses();
  const { change, reaches } = standard(9);
  const pages = new Pages("bici");
  await pages.compose();
  const old = [...pages.pictures];
  pages.see({ from: 4, to: 6 });

  change(4, 8);
  pages.refresh();
  await vi.waitFor(() => expect(pages.pictures[8]).not.toBe(old[8]));
  expect(pages.pictures[4]).not.toBe(old[4]);
  expect(pages.pictures.slice(0, 4)).toEqual(old.slice(0, 4));
  expect(reaches().slice(2)).toEqual([
    [4, 6],
    [0, 9],
  ]);

  // Nothing out of sight changed: nothing more is asked.
  change(5);
  pages.refresh();
  await vi.waitFor(() => expect(pages.pictures[5]).not.toBe(old[5]));
  expect(reaches().slice(4)).toEqual([[4, 6]]);
  pages.dispose();
});

test("what is typed while a page is composed is composed next, once, with what is typed", async () => {
  addresses();
  const { asked, desk, reaches, release } = standard(2);
  let typed = 0;
  const pages = new Pages("bici", () => [{ adoptForm: { typed } as never }]);
  await pages.compose();

  desk.holds = 0;
  for (typed = 1; typed <= 5; typed++) pages.refresh();
  typed = 5;
  release();
  await vi.waitFor(() => expect(reaches()).toHaveLength(3));
  const sent = asked.filter(([command]) => command === "pages");
  const said = sent.map(([, request]) => request as { typed: unknown });
  expect(said.map((one) => one.typed).slice(1)).toEqual([
    [{ adoptForm: { typed: 1 } }],
    [{ adoptForm: { typed: 5 } }],
  ]);
  pages.dispose();
});

test("pages out of sight give way to a key", async () => {
  addresses();
  const { asked, desk, reaches, release } = standard(30);
  const pages = new Pages("bici");
  desk.holds = 2;
  const first = pages.compose();
  await vi.waitFor(() => expect(reaches()).toHaveLength(2));
  pages.refresh();
  expect(asked.some(([command]) => command === "stop_work")).toBe(true);
  release();
  await first;
  expect(reaches().at(-1)).toEqual([0, 2]);
  expect(pages.stopped).toBe(false);
  pages.dispose();
});

test("beyond the last page nothing is asked for again and again", async () => {
  const { reaches } = standard(1);
  const pages = new Pages("bici");
  await pages.compose();
  pages.see({ from: 0, to: 9 });
  pages.see({ from: 0, to: 12 });
  expect(reaches()).toHaveLength(1);
  pages.dispose();
});

test("only what is in sight is shown as a picture", async () => {
  addresses();
  standard(43);
  const pages = new Pages("bici");
  await pages.compose();
  pages.see({ from: 20, to: 23 });

  const shown = Array.from({ length: 43 }, (_, page) => page).filter(
    (page) => pages.picture(page) !== undefined,
  );
  expect(shown).toEqual([20, 21, 22]);
  expect(pages.picture(20)).toBe(pages.pictures[20]);
});
