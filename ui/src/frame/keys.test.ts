import { fireEvent } from "@testing-library/svelte";
import { afterEach, expect, test, vi } from "vitest";
import { globalKeys } from "./keys.ts";
import { nextPane } from "./panes.ts";

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
  const form = document.createElement("form");
  form.dataset["asks"] = "";
  const dialog = document.createElement("dialog");
  dialog.open = true;
  const menu = document.createElement("div");
  menu.setAttribute("role", "menu");
  for (const asks of [form, dialog, menu]) {
    document.body.replaceChildren(asks);
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

test("the key that walks the panes marks where it came to, and only while one is there", () => {
  const panes = [1, 2].map((n) => {
    const pane = document.createElement("section");
    pane.dataset["pane"] = "";
    pane.getClientRects = () => [{}] as unknown as DOMRectList;
    const button = document.createElement("button");
    button.textContent = String(n);
    pane.append(button);
    return pane;
  });
  document.body.append(...panes);
  const [first, second] = panes.map((pane) => pane.querySelector("button")!);
  first!.focus();
  nextPane(1);
  expect(second).toHaveFocus();
  expect(second!.dataset["reached"]).toBe("");
  first!.focus();
  expect(second!.dataset["reached"]).toBeUndefined();
});
