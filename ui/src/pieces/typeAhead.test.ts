import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { typeAhead } from "./typeAhead.ts";

afterEach(() => {
  document.body.replaceChildren();
});

/** Lines of a list, and how a new one comes: later, when it is told to. */
function list() {
  const coming: (() => void)[] = [];
  const texts = () =>
    [...document.querySelectorAll<HTMLTextAreaElement>(".line")].map(
      (box) => box.value,
    );
  function add() {
    const box = document.createElement("textarea");
    box.className = "line";
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      const land = typeAhead("Lo que sigue");
      coming.push(() => {
        add();
        land();
      });
    });
    document.body.append(box);
    box.focus();
  }
  add();
  return { coming, texts };
}

test("what is typed before the next line is there goes to that line", async () => {
  const { coming, texts } = list();
  await userEvent.keyboard("uno{Enter}dos, ");
  expect(texts()).toEqual(["uno"]);

  coming.shift()!();
  await userEvent.keyboard("y más");

  expect(texts()).toEqual(["uno", "dos, y más"]);
  expect(document.querySelector(".ahead")).toBeNull();
});

test("several lines typed ahead become lines, each in its turn", async () => {
  const { coming, texts } = list();
  await userEvent.keyboard("uno{Enter}dos{Enter}tres{Enter}cua");

  coming.shift()!();
  await userEvent.keyboard("tro");
  while (coming.length > 0) coming.shift()!();

  expect(texts()).toEqual(["uno", "dos", "tres", "cuatro"]);
});

test("what is typed for a line that does not come stays where one was", async () => {
  const box = document.createElement("textarea");
  document.body.append(box);
  box.focus();
  await userEvent.keyboard("uno");
  const land = typeAhead("Lo que sigue");
  await userEvent.keyboard(" dos{Enter}tres");

  land();

  expect(box).toHaveFocus();
  expect(box.value).toBe("uno dos tres");
});
