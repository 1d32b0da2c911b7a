import type { IecItemView } from "#api/wire.ts";
import { isTyping, lettersRest, rowStep, walkRows } from "#parts/rows.ts";
import { answerHere, nextFinding } from "./answers.ts";
import type { Instrument } from "./instrument.svelte.ts";

const classes: Record<string, string> = {
  "1": "MINOR",
  "2": "MEDIUM",
  "3": "MAJOR",
};

/** What a key does in the instrument, once it has done it. */
export function iecKeyed(event: KeyboardEvent, instrument: Instrument): void {
  if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
  const act =
    turn(event, instrument) ??
    ofFindings(event, instrument) ??
    inText(event, instrument) ??
    ofItem(event, instrument) ??
    ofLeaf(event, instrument) ??
    walk(event);
  if (act === undefined) return;
  event.preventDefault();
  act();
}

type Act = (() => void) | undefined;

/** Undoing: a text that is not saved yet undoes its own typing. */
function turn(event: KeyboardEvent, instrument: Instrument): Act {
  const key = event.key.toLowerCase();
  if (!event.ctrlKey || event.altKey || (key !== "z" && key !== "y")) return;
  if (isTyping(event.target)) {
    const text = textAt(event.target);
    if (text === undefined || instrument.typed.get(text)?.sent === false)
      return undefined;
  }
  return event.shiftKey || key === "y"
    ? () => void instrument.redo()
    : () => void instrument.undo();
}

/** From finding to finding, and what answers one. */
function ofFindings(event: KeyboardEvent, instrument: Instrument): Act {
  if (event.key === "F8")
    return () => nextFinding(instrument, event.shiftKey ? -1 : 1);
  if (event.key === "Enter" && event.altKey && !event.ctrlKey)
    return () => void answerHere(instrument);
  return undefined;
}

/** In the text of an item: Enter goes on to the next one, Esc leaves it. */
function inText(event: KeyboardEvent, instrument: Instrument): Act {
  const box = event.target;
  if (!(box instanceof HTMLElement) || textAt(box) === undefined) return;
  const plain = !event.ctrlKey && !event.altKey && !event.shiftKey;
  if (event.key === "Enter" && plain && box.dataset["one"] !== undefined)
    return () => nextText(box);
  if (event.key === "Escape" && instrument.at !== "")
    return () => instrument.go(instrument.at);
  return undefined;
}

function ofItem(event: KeyboardEvent, instrument: Instrument): Act {
  const item = instrument.items.get(instrument.at);
  if (item === undefined || instrument.side !== "items") return undefined;
  const { key, altKey, ctrlKey, shiftKey } = event;
  if (altKey && !ctrlKey && (key === "ArrowUp" || key === "ArrowDown"))
    return () => void moveItem(instrument, item, key === "ArrowUp" ? -1 : 1);
  if (ctrlKey && shiftKey && key === "Delete")
    return () => void removeItem(instrument, item);
  const weight = classes[/^Digit([123])$/.exec(event.code)?.[1] ?? key];
  if (
    weight !== undefined &&
    !ctrlKey &&
    (altKey || !lettersRest(event.target))
  )
    return () => void weigh(instrument, item, weight);
  if (ctrlKey || altKey || lettersRest(event.target)) return undefined;
  const letter = key.toLowerCase();
  if (letter === "v" && item.stands === "STALE")
    return () => void instrument.change({ confirm: { item: item.id } });
  if (letter === "p" && isAsked(instrument, item))
    return () => void ask(instrument, item);
  if (letter === "r")
    return () =>
      void instrument.make({
        addItem: { leaf: item.leaf, tool: toolId(instrument, item) },
      });
  return undefined;
}

function ofLeaf(event: KeyboardEvent, instrument: Instrument): Act {
  if (instrument.side !== "coverage" || lettersRest(event.target))
    return undefined;
  if (event.ctrlKey || event.altKey || event.metaKey) return undefined;
  const letter = event.key.toLowerCase();
  if (letter === "d") return () => void deriveAll(instrument);
  const leaf = instrument.leaves.get(instrument.at);
  if (letter === "r" && leaf !== undefined)
    return () => void another(instrument, leaf.id);
  return undefined;
}

function walk(event: KeyboardEvent): Act {
  const list = document.querySelector<HTMLElement>("[data-iec-list]");
  if (isTyping(event.target) || list === null) return undefined;
  const step = rowStep(event);
  return step === undefined ? undefined : () => walkRows(list, step);
}

/** The name of the text a key is pressed in. */
function textAt(target: EventTarget | null): string | undefined {
  return target instanceof HTMLElement ? target.dataset["iec"] : undefined;
}

function nextText(from: HTMLElement): void {
  const all = [
    ...document.querySelectorAll<HTMLElement>("[data-iec][data-one]"),
  ];
  all[all.indexOf(from) + 1]?.focus();
}

/** Every leaf that has no item gets the one that is proposed. */
export async function deriveAll(instrument: Instrument): Promise<void> {
  if (instrument.view?.uncovered === 0) return;
  await instrument.change({ derive: { leaves: [] } });
}

/** Another item for a leaf that may have one; the row keeps the focus. */
export async function another(
  instrument: Instrument,
  leaf: string,
): Promise<void> {
  await instrument.change({ addItem: { leaf, tool: null } });
}

export function weigh(
  instrument: Instrument,
  item: IecItemView,
  value: string,
): Promise<boolean> {
  return instrument.change({
    choose: { part: item.id, field: "weight", value },
  });
}

/** Whether questions are put for it: it asks for a knowledge, or stands in a questionnaire. */
export function isAsked(instrument: Instrument, item: IecItemView): boolean {
  return (
    instrument.leaves.get(item.leaf)?.kind === "KNOWLEDGE" ||
    toolOf(instrument, item)?.kind === "QUESTIONNAIRE"
  );
}

export function ask(
  instrument: Instrument,
  item: IecItemView,
): Promise<boolean> {
  const kind = item.questions.at(-1)?.kind ?? "MULTIPLE_CHOICE";
  return instrument.make({ addQuestion: { item: item.id, kind } });
}

export async function moveItem(
  instrument: Instrument,
  item: IecItemView,
  by: 1 | -1,
): Promise<void> {
  const all = toolOf(instrument, item)?.items ?? [];
  const to = all.findIndex((one) => one.id === item.id) + by;
  if (to < 0 || to >= all.length) return;
  const inText = textAt(document.activeElement) !== undefined;
  if (await instrument.change({ move: { part: item.id, to } }))
    instrument.go(item.id, "items", inText);
}

/** Takes an item out; one is then at the one that follows, or at the one before. */
export async function removeItem(
  instrument: Instrument,
  item: IecItemView,
): Promise<void> {
  const all = [...instrument.items.keys()];
  const at = all.indexOf(item.id);
  const next = all[at + 1] ?? all[at - 1];
  if (!(await instrument.change({ remove: { part: item.id } }))) return;
  instrument.go(next ?? "", "items");
}

function toolOf(instrument: Instrument, item: IecItemView) {
  return instrument.view?.tools.find((tool) => tool.items.includes(item));
}

function toolId(instrument: Instrument, item: IecItemView): string | null {
  return toolOf(instrument, item)?.id ?? null;
}
