import { expect, test } from "vitest";
import { Twice } from "./twice.ts";

test("what a session agreed is undone by whoever asks twice, each thing anew", () => {
  const twice = new Twice();
  const view = { digest: "a", undo: "mover 1.2", undoAgreed: "la sesión 2" };

  expect(twice.asks({ ...view, undoAgreed: null })).toBe("");
  expect(twice.asks(view)).toContain("la sesión 2");
  expect(twice.asks(view)).toBe("");
  expect(twice.asks({ ...view, digest: "b" })).not.toBe("");
});
