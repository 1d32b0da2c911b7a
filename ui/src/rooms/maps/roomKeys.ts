import { isTyping, lettersRest } from "#parts/rows.ts";
import type { MapDraft } from "./map.svelte.ts";
import { views } from "./views.svelte.ts";

/** What a key does wherever one is in the room of a map. */
export function roomKey(event: KeyboardEvent, draft: MapDraft): void {
  if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
  const act = wish(event, draft);
  if (act === undefined) return;
  event.preventDefault();
  act();
}

/** What is seen of a map, by the key that shows it. */
const shown: Record<string, typeof views.shown> = {
  1: "outline",
  2: "tree",
  3: "standing",
};

function wish(event: KeyboardEvent, draft: MapDraft): (() => void) | undefined {
  const { ctrlKey, altKey, shiftKey, target } = event;
  const key = event.key.toLowerCase();
  if (ctrlKey && !altKey && (key === "z" || key === "y")) {
    // A text that is not yet saved undoes its own typing.
    if (isTyping(target) && draft.typed.get(draft.cursor)?.sent === false)
      return undefined;
    const again = shiftKey || key === "y";
    return () => void (again ? draft.redo() : draft.undo());
  }
  if (altKey && !ctrlKey && (key === "1" || key === "2" || key === "3"))
    return () => {
      views.shown = shown[key] ?? "outline";
      draft.go(draft.at, draft.writing);
    };
  if (altKey || ctrlKey) return undefined;
  if (key === "s" && !lettersRest(target))
    return () => (views.alone = !views.alone);
  // The arrows begin to walk the map from where the focus rests.
  const rests = ["BODY", "H1"].includes(document.activeElement?.tagName ?? "");
  if (rests && /^arrow/.test(key)) return () => draft.go(draft.at);
  return undefined;
}
