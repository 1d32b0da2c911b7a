import { isTyping } from "#parts/rows.ts";
import type { Tab } from "#pieces/going.ts";
import { undoing as words } from "#words/editor.ts";
import type { Draft } from "./draft.svelte.ts";

/** Undoing changes the text of the standard: it acts where that text or its mending is seen, and says elsewhere that it does not. */
export async function undoKeyed(
  event: KeyboardEvent,
  draft: Draft,
  tab: Tab,
): Promise<void> {
  // The instrument takes back its own changes, and a comparison its own reasons.
  if (tab === "instrument" || tab === "compare") return;
  const key = event.key.toLowerCase();
  if (!event.ctrlKey || event.altKey || (key !== "z" && key !== "y")) return;
  if (document.querySelector("dialog[open]")) return;
  const at = event.target;
  const inText = isTyping(at);
  const slot = inText ? (at as HTMLElement).dataset["slot"] : undefined;
  // A text that is not yet saved, or that is not of the standard, undoes its own typing.
  if (inText && (slot === undefined || draft.typed.get(slot)?.sent === false))
    return;
  event.preventDefault();
  const forth = event.shiftKey || key === "y";
  const what = (forth ? draft.view?.redo : draft.view?.undo) ?? "";
  if (slot === undefined && tab !== "draft" && tab !== "review") {
    draft.say(words.elsewhere(what));
    return;
  }
  const done = await (forth ? draft.redo() : draft.undo());
  // Where the text itself is not seen, what happened to it is said.
  if (done && tab !== "draft" && draft.trouble === "")
    draft.say(forth ? words.redone(what) : words.undone(what));
}
