import { fireEvent } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findingKeyed } from "./findingKeys.ts";

beforeEach(() => window.addEventListener("keydown", findingKeyed));
afterEach(() => {
  window.removeEventListener("keydown", findingKeyed);
  document.body.replaceChildren();
});

/** Two texts, each with a finding below it. */
function shown() {
  const pressed: string[] = [];
  for (const slot of ["a", "b"]) {
    const text = document.createElement("textarea");
    text.dataset["slot"] = slot;
    const findings = document.createElement("div");
    findings.id = `f-${slot}`;
    for (const does of ["why", "aside"]) {
      const button = document.createElement("button");
      button.dataset["does"] = does;
      button.addEventListener("click", () => pressed.push(`${does} ${slot}`));
      findings.append(button);
    }
    document.body.append(text, findings);
  }
  return () => pressed;
}

test("a key tells why, or sets aside, of the finding under the text one is in", () => {
  const pressed = shown();
  document.querySelector<HTMLElement>('[data-slot="b"]')!.focus();

  fireEvent.keyDown(document.activeElement!, { key: "q", altKey: true });
  fireEvent.keyDown(document.activeElement!, { key: "j", altKey: true });

  expect(pressed()).toEqual(["why b", "aside b"]);
});

test("outside of any text it is the first; a letter alone is typed", () => {
  const pressed = shown();

  fireEvent.keyDown(document.body, { key: "q", altKey: true });
  fireEvent.keyDown(document.body, { key: "q" });

  expect(pressed()).toEqual(["why a"]);
});
