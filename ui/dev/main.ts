// The window over an invented desk, to look at it without the application. Never shipped.
// `?steps=` walks it: a key (`Control+k`), `click:text`, `type:text`, `wait:ms`, `focus:selector`,
// `press:selector`.
import { mount } from "svelte";
import App from "../src/App.svelte";
import { fakeDesk } from "../src/api/fake.ts";
import "../src/styles/fonts.css";
import "../src/styles/tokens.css";
import "../src/styles/base.css";
import { inventedDesk } from "./desk.ts";

const query = new URLSearchParams(location.search);
fakeDesk(
  inventedDesk({
    dark: query.get("theme") === "dark",
    empty: query.has("empty"),
    fail: query.has("fail"),
    here: query.get("here") ?? undefined,
    nobody: query.has("nobody"),
  }),
);
mount(App, { target: document.getElementById("app")! });
void walk((query.get("steps") ?? "").split(";").filter(Boolean));

async function walk(steps: string[]): Promise<void> {
  await pause(300);
  for (const step of steps) {
    const [verb, ...rest] = step.split(":");
    const what = rest.join(":");
    if (verb === "wait") await pause(Number(what));
    else if (verb === "click") byText(what)?.click();
    else if (verb === "focus")
      document.querySelector<HTMLElement>(what)?.focus();
    else if (verb === "press")
      document.querySelector<HTMLElement>(what)?.click();
    else if (verb === "type") type(what);
    else press(step);
    await pause(160);
  }
}

function byText(text: string): HTMLElement | undefined {
  const all = [
    ...document.querySelectorAll<HTMLElement>(
      "button, [role=option], tr[data-row], label, summary",
    ),
  ];
  return (
    all.find((one) => squeeze(one).startsWith(text)) ??
    all.find((one) => one.textContent?.includes(text))
  );
}

const squeeze = (one: HTMLElement) =>
  (one.textContent ?? "").replace(/\s+/g, " ").trim();

function type(text: string): void {
  const at = document.activeElement;
  if (!(at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement))
    return;
  at.value += text;
  at.dispatchEvent(new Event("input", { bubbles: true }));
}

function press(chord: string): void {
  const keys = chord.split("+");
  const key = keys.at(-1) ?? "";
  (document.activeElement ?? document.body).dispatchEvent(
    new KeyboardEvent("keydown", {
      key,
      ctrlKey: keys.includes("Control"),
      altKey: keys.includes("Alt"),
      shiftKey: keys.includes("Shift"),
      bubbles: true,
      cancelable: true,
    }),
  );
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
