import { isTyping, lettersRest } from "#parts/rows.ts";

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
  let gAt = 0;
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
    const chosen = event.timeStamp - gAt < 1200 ? keys.go[key] : undefined;
    gAt = key === "g" ? event.timeStamp : 0;
    if (chosen !== undefined) chosen();
    else if (event.key === "?") keys.sheet();
    else if (key === "n") keys.create();
    else return;
    event.preventDefault();
  };
}

/** Moves the focus to the next pane: to what was last in it, or to its first control. */
export function nextPane(step: 1 | -1): void {
  const panes = [
    ...document.querySelectorAll<HTMLElement>("[data-pane]"),
  ].filter((pane) => pane.getClientRects().length > 0);
  const at = panes.findIndex((pane) => pane.contains(document.activeElement));
  const pane = panes[(at + step + panes.length) % panes.length];
  const first = pane?.querySelector<HTMLElement>(
    '[data-row], textarea, input, [aria-current], button:not([tabindex="-1"])',
  );
  (first ?? pane)?.focus();
}
