import { afterEach, expect, test, vi } from "vitest";
import { EdgeScroll, strideAt } from "./edgeScroll.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

test("the nearer the edge, the faster; in the middle nothing moves", () => {
  expect(strideAt(300, 100, 700)).toBe(0);
  expect(strideAt(101, 100, 700)).toBeLessThan(strideAt(140, 100, 700));
  expect(strideAt(140, 100, 700)).toBeLessThan(0);
  expect(strideAt(900, 100, 700)).toBe(16);
});

test("what is dragged to the edge scrolls its box until it lets go", () => {
  const frames: (() => void)[] = [];
  vi.stubGlobal("requestAnimationFrame", (frame: () => void) =>
    frames.push(frame),
  );
  vi.stubGlobal("cancelAnimationFrame", () => (frames.length = 0));
  const frame = () => frames.shift()?.();
  const box = document.createElement("div");
  box.style.overflowY = "auto";
  box.getBoundingClientRect = () => ({ top: 0, bottom: 500 }) as DOMRect;
  const handle = document.createElement("button");
  box.append(handle);
  document.body.append(box);
  const moved = vi.fn();
  const scroll = new EdgeScroll(handle, moved);

  scroll.follow(250);
  frame();
  expect(box.scrollTop).toBe(0);

  scroll.follow(499);
  frame();
  frame();
  expect(box.scrollTop).toBeGreaterThan(16);
  expect(moved).toHaveBeenCalledTimes(2);

  scroll.stop();
  const at = box.scrollTop;
  frame();
  expect(box.scrollTop).toBe(at);
});
