import { beforeEach, expect, test } from "vitest";
import { Letters } from "./letters.svelte.ts";

beforeEach(() => {
  localStorage.clear();
});

const press = (key: string) =>
  new KeyboardEvent("keydown", { key, ctrlKey: true, cancelable: true });

test("Ctrl and plus, minus or zero change the letters, and no further than they go", () => {
  const letters = new Letters();
  for (let i = 0; i < 9; i++) letters.key(press("+"));
  expect(letters.size).toBe(200);
  letters.key(press("-"));
  expect(letters.size).toBe(175);
  letters.key(press("0"));
  expect(letters.size).toBe(100);
  expect(letters.key(press("z"))).toBe(false);
});

test("their size is remembered on this computer, if it is one there is", () => {
  new Letters().set(150);
  expect(new Letters().size).toBe(150);
  localStorage.setItem("letters", "900");
  expect(new Letters().size).toBe(100);
});
