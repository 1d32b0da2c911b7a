import { expect, test } from "vitest";
import { Line } from "./line.ts";
import { Drafts } from "./drafts.ts";

test("one thing is done after another, also after one that failed", async () => {
  const line = new Line();
  const said: string[] = [];
  const first = line.do(async () => {
    await Promise.resolve();
    said.push("uno");
    throw new Error("no se pudo");
  });
  const second = line.do(async () => {
    said.push("dos");
    return await Promise.resolve(2);
  });

  await expect(first).rejects.toThrow("no se pudo");
  expect(await second).toBe(2);
  expect(said).toEqual(["uno", "dos"]);
});

test("what still has something unsaved is the one that is opened again", async () => {
  let safe = false;
  const make = () => ({ unsaved: !safe, flush: () => Promise.resolve(safe) });
  const drafts = new Drafts<ReturnType<typeof make>>();
  const unsaved = drafts.of("a", make);
  safe = true;
  const other = drafts.of("b", make);

  expect(drafts.of("a", make)).toBe(unsaved);
  expect(drafts.of("b", make)).not.toBe(other);
  expect(await drafts.flush()).toBe(true);
});
