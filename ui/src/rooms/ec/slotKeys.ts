/** What a list lets its texts do by keyboard. */
export interface ListKeys {
  /** What comes after the last text of a list, where that is not just the next text. */
  onend?: (() => void) | undefined;
  onanother?: (() => void) | undefined;
  onmove?: ((by: 1 | -1) => void) | undefined;
  onremove?: (() => void) | undefined;
}

/** What the keys of a text may do besides writing. */
export interface SlotKeys extends ListKeys {
  /** Several paragraphs: the Enter key begins another. */
  paragraphs: boolean;
  /** Frozen: only walking is left. */
  locked: boolean;
  onfix?: (() => void) | undefined;
}

/** Answers whether the key was one of a text's own, once it has done what it does. */
export function slotKeyed(event: KeyboardEvent, keys: SlotKeys): boolean {
  const box = event.currentTarget as HTMLTextAreaElement;
  const act = wish(event, box, keys);
  if (act === undefined) return false;
  event.preventDefault();
  event.stopPropagation();
  act();
  return true;
}

function wish(
  event: KeyboardEvent,
  box: HTMLTextAreaElement,
  keys: SlotKeys,
): (() => void) | undefined {
  const { key, altKey, ctrlKey, shiftKey } = event;
  if (key === "Enter" && !altKey && !ctrlKey && !keys.paragraphs)
    return (keys.locked ? undefined : keys.onend) ?? (() => nextSlot(box));
  if (keys.locked) return undefined;
  if (key === "Enter" && altKey) return keys.onfix;
  if (key === "Enter" && ctrlKey)
    return keys.onanother ?? (keys.paragraphs ? () => nextSlot(box) : nothing);
  if (altKey && key === "ArrowUp") return () => keys.onmove?.(-1);
  if (altKey && key === "ArrowDown") return () => keys.onmove?.(1);
  if (ctrlKey && shiftKey && key === "Delete") return keys.onremove;
  if (key === "Backspace" && box.value === "") return keys.onremove;
  return undefined;
}

function nothing(): void {
  // The key is a text's own, and here it does nothing.
}

/** Puts the cursor in the text that follows; after the last one, on what adds the first of a list. */
export function nextSlot(from: HTMLElement): void {
  const all = [
    ...document.querySelectorAll<HTMLElement>("[data-slot], [data-add]"),
  ];
  const after = all.slice(all.indexOf(from) + 1);
  const next = after.find((one) => "slot" in one.dataset) ?? after[0];
  next?.focus();
}
