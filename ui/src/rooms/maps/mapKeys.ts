import { isGoing } from "#parts/rows.ts";
import type { Branch } from "./branch.ts";
import { answer, makeElement } from "./gestures.ts";
import type { MapDraft } from "./map.svelte.ts";

/** What the keys of a map ask of whoever shows it. */
export interface MapWishes {
  /** A function is to become a standard. */
  onstandard(): void;
  /** A function is to be taken out, or into the one before it. */
  onremove(): void;
  onmerge(): void;
  /** Which element a function is. */
  onlink(): void;
  /** All that waits to be attested in a branch. */
  onattest(): void;
}

/** The keys that serve the same while a text is written and while one walks. */
export function eitherWay(
  event: KeyboardEvent,
  draft: MapDraft,
  wishes: MapWishes,
): (() => unknown) | undefined {
  const { key, altKey, ctrlKey, shiftKey } = event;
  if (altKey && ctrlKey) return undefined;
  if (key === "Enter" && altKey) return () => answer(draft);
  if (key === "Enter" && ctrlKey && !shiftKey)
    return () => draft.make((of) => [{ child: { of } }], atEnd);
  if (key === "Enter" && !ctrlKey && !shiftKey)
    return () => draft.make((of) => [{ sibling: { of } }], atEnd);
  if (key === "Delete" && ctrlKey && !shiftKey) return wishes.onremove;
  if (key === "F8") return () => nextFinding(draft, shiftKey ? -1 : 1);
  if (!altKey) return undefined;
  if (key === "ArrowUp" || key === "ArrowDown")
    return () => step(draft, key === "ArrowDown", caret(event));
  if (key === "ArrowRight") return () => indent(draft, caret(event));
  if (key === "ArrowLeft") return () => outdent(draft, caret(event));
  if (key.toLowerCase() === "p") return () => person(draft, caret(event));
  return undefined;
}

const atEnd = () => "end" as const;

/** What a key asks of a text that is being written. */
export function textKey(
  event: KeyboardEvent,
  draft: MapDraft,
  wishes: MapWishes,
): (() => unknown) | undefined {
  const box = event.currentTarget as HTMLTextAreaElement;
  const { key, altKey, ctrlKey, shiftKey } = event;
  if (key === "Escape" || key === "F2") return () => draft.go(draft.at, "");
  // With Mayús the key has no name on every system; its place is the same.
  if ((key === "Tab" || event.code === "Tab") && !altKey && !ctrlKey)
    return () => (shiftKey ? outdent : indent)(draft, caret(event));
  if (key === "Enter" && ctrlKey && shiftKey)
    return () => {
      const chars = lettersBefore(box.value, box.selectionStart);
      return draft.make(
        (of) => [{ split: { function: of, chars } }],
        () => "start",
      );
    };
  const atStart = box.selectionStart === 0 && box.selectionEnd === 0;
  if (key === "Backspace" && atStart && !altKey && !ctrlKey)
    return wishes.onmerge;
  return eitherWay(event, draft, wishes);
}

/** Letters before the cursor, in the text as it is kept: with single spaces, and none at its start. */
function lettersBefore(text: string, at: number): number {
  return [...text.slice(0, at).replace(/\s+/g, " ").trimStart()].length;
}

/** What a key asks of a function one has walked to; `across` are those above and below it as drawn. */
export function walkKey(
  event: KeyboardEvent,
  draft: MapDraft,
  wishes: MapWishes,
  across: Branch[],
): (() => unknown) | undefined {
  const here = draft.here;
  if (here === undefined) return undefined;
  const shared = eitherWay(event, draft, wishes);
  if (shared !== undefined) return shared;
  const { key, altKey, ctrlKey, metaKey } = event;
  if (altKey || ctrlKey || metaKey) return undefined;
  const by = (step: number) => () => {
    const at = across.findIndex(({ it }) => it.id === draft.at);
    const to = across[at + step];
    if (to) draft.go(to.it.id);
  };
  const to = (branch: Branch | undefined) => () =>
    branch && draft.go(branch.it.id);
  const closed = draft.folded.has(here.it.id);
  const walks: Record<string, (() => unknown) | undefined> = {
    ArrowUp: by(-1),
    ArrowDown: by(1),
    ArrowRight: closed
      ? () => draft.fold(here.it.id, false)
      : to(here.parts[0]),
    ArrowLeft:
      here.parts.length > 0 && !closed && here.above
        ? () => draft.fold(here.it.id, true)
        : to(here.above),
    Home: to(draft.seen[0]),
    End: to(draft.seen.at(-1)),
    F2: () => draft.go(draft.at, "end"),
  };
  if (key in walks) return walks[key];
  // A function that says nothing yet takes whatever letter is typed.
  if (key.length === 1 && key !== " " && draft.text(draft.at) === "")
    return () => {
      draft.type(draft.at, key);
      draft.go(draft.at, "end");
    };
  if (isGoing(event)) return undefined;
  const letters: Record<string, () => unknown> = {
    p: () => person(draft),
    e: wishes.onstandard,
    a: wishes.onattest,
    l: wishes.onlink,
    m: () => makeElement(draft),
  };
  return letters[key.toLowerCase()];
}

/** Where the cursor is in a text, to be there still when the text has moved. */
function caret(event: KeyboardEvent): MapDraft["writing"] {
  const box = event.target;
  return box instanceof HTMLTextAreaElement ? box.selectionStart : "";
}

type Then = MapDraft["writing"];

/** A function trades places with its neighbour. */
export function step(draft: MapDraft, down: boolean, then: Then): unknown {
  const edits = (at: string) => [{ step: { function: at, down } }];
  return draft.make(edits, () => then);
}

/** A function becomes part of the one before it. */
export function indent(draft: MapDraft, then: Then): unknown {
  const edits = (at: string) => [{ indent: { function: at } }];
  return draft.make(edits, () => then);
}

/** A function comes to stand after the one it was part of. */
export function outdent(draft: MapDraft, then: Then): unknown {
  const edits = (at: string) => [{ outdent: { function: at } }];
  return draft.make(edits, () => then);
}

/** Holds that a function is one person's, or no longer. */
export function person(draft: MapDraft, then: Then = ""): unknown {
  const after = !(draft.here?.it.individual ?? false);
  const edits = (at: string) => [{ individual: { function: at, after } }];
  return draft.make(edits, () => then);
}

/** Goes to the next function that something is said of. */
export function nextFinding(draft: MapDraft, by: 1 | -1): void {
  const all = [...draft.branches.keys()];
  const said = all.filter((id) => draft.findings.has(id));
  const here = all.indexOf(draft.at);
  const next =
    by > 0
      ? (said.find((id) => all.indexOf(id) > here) ?? said[0])
      : (said.findLast((id) => all.indexOf(id) < here) ?? said.at(-1));
  if (next !== undefined) draft.go(next);
}
