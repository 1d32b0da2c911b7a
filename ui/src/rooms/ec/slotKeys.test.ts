import { fireEvent } from "@testing-library/svelte";
import { afterEach, expect, test, vi } from "vitest";
import { slotKeyed, slotPasted, type SlotKeys } from "./slotKeys.ts";

afterEach(() => {
  document.body.replaceChildren();
});

/** Two texts and what adds to their list; the keys of the first. */
function texts(keys: Partial<SlotKeys> = {}) {
  const [first, second] = ["a:text", "b:text"].map((slot) => {
    const box = document.createElement("textarea");
    box.dataset["slot"] = slot;
    return box;
  });
  const add = document.createElement("button");
  add.dataset["add"] = "d1:characteristics";
  document.body.append(first!, second!, add);
  for (const box of [first!, second!])
    box.addEventListener("keydown", (event) =>
      slotKeyed(event, { paragraphs: false, locked: false, ...keys }),
    );
  first!.focus();
  return { first: first!, second: second!, add };
}

test("the Enter key goes to the next text, and after the last to what adds another", () => {
  const { first, second, add } = texts();
  fireEvent.keyDown(first, { key: "Enter" });
  expect(second).toHaveFocus();
  fireEvent.keyDown(second, { key: "Enter" });
  expect(add).toHaveFocus();
});

test("at the end of a list it does what the list says, unless the text is frozen", () => {
  const onend = vi.fn();
  fireEvent.keyDown(texts({ onend }).first, { key: "Enter" });
  expect(onend).toHaveBeenCalledOnce();

  document.body.replaceChildren();
  const { first, second } = texts({ onend, locked: true });
  fireEvent.keyDown(first, { key: "Enter" });
  expect(onend).toHaveBeenCalledOnce();
  expect(second).toHaveFocus();
});

test("in a text of several paragraphs it begins another", () => {
  const { first } = texts({ paragraphs: true });
  const event = new KeyboardEvent("keydown", {
    key: "Enter",
    bubbles: true,
    cancelable: true,
  });
  first.dispatchEvent(event);
  expect(event.defaultPrevented).toBe(false);
  expect(first).toHaveFocus();
});

test("out of a text of several paragraphs Ctrl Enter leads to the next text", () => {
  const { first, second } = texts({ paragraphs: true });
  fireEvent.keyDown(first, { key: "Enter", ctrlKey: true });
  expect(second).toHaveFocus();
});

test("only an empty text is taken out by Backspace", () => {
  const onremove = vi.fn();
  const { first } = texts({ onremove });
  first.value = "Con guantes";
  fireEvent.keyDown(first, { key: "Backspace" });
  expect(onremove).not.toHaveBeenCalled();
  first.value = "";
  fireEvent.keyDown(first, { key: "Backspace" });
  expect(onremove).toHaveBeenCalledOnce();
});

/** Lines that are pasted in a text, between its letters. */
function pasteIn(keys: Partial<SlotKeys>, plain: string) {
  const { first } = texts();
  first.value = "antes después";
  first.setSelectionRange(6, 6);
  const event = new Event("paste", { cancelable: true }) as ClipboardEvent;
  const getData = (kind: string) => (kind === "text/plain" ? plain : "");
  Object.defineProperty(event, "clipboardData", { value: { getData } });
  let said: string | undefined;
  first.addEventListener("paste", (pasted) => {
    said = slotPasted(pasted, { paragraphs: false, locked: false, ...keys });
  });
  first.dispatchEvent(event);
  return { event, said };
}

test("several lines are the list's, and one is the text's own", () => {
  const onpaste = vi.fn();
  expect(pasteIn({ onpaste }, "una\n").event.defaultPrevented).toBe(false);
  const { event } = pasteIn({ onpaste }, "una\ndos");
  expect(event.defaultPrevented).toBe(true);
  expect(onpaste.mock.calls).toEqual([[["antes ", "después"], "una\ndos"]]);
  expect(pasteIn({}, "una\ndos").event.defaultPrevented).toBe(false);
});

test("ten megabytes are refused in words, and nothing is taken", () => {
  const onpaste = vi.fn();
  const { event, said } = pasteIn({ onpaste }, "a\n".repeat(5 << 20));
  expect(said).toBe("tooLong");
  expect(event.defaultPrevented).toBe(true);
  expect(onpaste).not.toHaveBeenCalled();
});
