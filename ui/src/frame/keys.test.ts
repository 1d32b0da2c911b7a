import { fireEvent } from "@testing-library/svelte";
import { afterEach, expect, test, vi } from "vitest";
import { globalKeys } from "./keys.ts";

afterEach(() => {
  document.body.replaceChildren();
});

test("single letters rest while a form of reasons, a dialog or a menu is open", () => {
  const create = vi.fn();
  const home = vi.fn();
  const listen = globalKeys({
    palette: vi.fn(),
    sheet: vi.fn(),
    back: vi.fn(),
    create,
    go: { i: home },
  });
  window.addEventListener("keydown", listen);
  const type = (keys: string) => {
    for (const key of keys) fireEvent.keyDown(document.body, { key });
  };
  for (const asks of [
    "<form data-asks><button>Cancelar</button></form>",
    "<dialog open></dialog>",
    '<div role="menu"></div>',
  ]) {
    document.body.innerHTML = asks;
    type("ngi");
  }
  expect(create).not.toHaveBeenCalled();
  expect(home).not.toHaveBeenCalled();
  document.body.replaceChildren();
  type("ngi");
  window.removeEventListener("keydown", listen);
  expect(create).toHaveBeenCalledOnce();
  expect(home).toHaveBeenCalledOnce();
});
