import { isSeveral, isTooMuch, pastedText } from "#pieces/pasted.ts";

/** What a list lets its texts do by keyboard. */
export interface ListKeys {
  /** What comes after the last text of a list, where that is not just the next text. */
  onend?: (() => void) | undefined;
  onanother?: (() => void) | undefined;
  onmove?: ((by: 1 | -1) => void) | undefined;
  onremove?: (() => void) | undefined;
  /** To the list before, or to the one that follows: of another element, or of another criterion. */
  onsend?: ((by: 1 | -1) => void) | undefined;
  /** Several lines are pasted, with what stands before the place and after it. */
  onpaste?: ((around: [string, string], text: string) => void) | undefined;
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
  if (altKey && shiftKey && key === "ArrowUp") return () => keys.onsend?.(-1);
  if (altKey && shiftKey && key === "ArrowDown") return () => keys.onsend?.(1);
  if (altKey && key === "ArrowUp") return () => keys.onmove?.(-1);
  if (altKey && key === "ArrowDown") return () => keys.onmove?.(1);
  if (ctrlKey && shiftKey && key === "Delete") return keys.onremove;
  if (key === "Backspace" && box.value === "") return keys.onremove;
  return undefined;
}

/**
 * Several lines that are pasted in a text of a list are lines of the list. Answers what is said
 * instead where it is too much; nothing is taken then.
 */
export function slotPasted(
  event: ClipboardEvent,
  { locked, onpaste }: SlotKeys,
): "tooLong" | undefined {
  const box = event.currentTarget as HTMLTextAreaElement;
  if (event.clipboardData === null || locked) return undefined;
  const text = pastedText(event.clipboardData);
  if (isTooMuch(event.clipboardData, text)) {
    event.preventDefault();
    return "tooLong";
  }
  if (onpaste === undefined || !isSeveral(text)) return undefined;
  event.preventDefault();
  const { value, selectionStart, selectionEnd } = box;
  onpaste([value.slice(0, selectionStart), value.slice(selectionEnd)], text);
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
