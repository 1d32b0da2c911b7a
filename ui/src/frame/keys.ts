import { goKeyed, isGoing, isTyping, lettersRest } from "#parts/rows.ts";
import { nextPane } from "./panes.ts";

/** What the window does on a key, wherever one is. */
export interface GlobalKeys {
  palette(): void;
  sheet(): void;
  back(): void;
  create(): void;
  go: Record<string, () => void>;
}

/** Listens for the keys of the whole window: Ctrl+K, G then a letter, F6, ?, N, Esc. */
export function globalKeys(keys: GlobalKeys): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.defaultPrevented) return;
    const key = event.key.toLowerCase();
    if ((event.ctrlKey || event.metaKey) && key === "k") {
      event.preventDefault();
      keys.palette();
      return;
    }
    if (document.querySelector("dialog[open]")) return;
    if (event.key === "F6") {
      event.preventDefault();
      nextPane(event.shiftKey ? -1 : 1);
      return;
    }
    if (event.key === "Escape") {
      if (isTyping(event.target)) (event.target as HTMLElement).blur();
      else keys.back();
      return;
    }
    if (
      event.ctrlKey ||
      event.altKey ||
      event.metaKey ||
      lettersRest(event.target)
    )
      return;
    const chosen = isGoing(event) ? keys.go[key] : undefined;
    goKeyed(event);
    if (chosen !== undefined) chosen();
    else if (event.key === "?") keys.sheet();
    else if (key === "n") keys.create();
    else return;
    event.preventDefault();
  };
}
