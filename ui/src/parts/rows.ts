/** What a key asks of a list of rows: a step, or to open. Single letters only outside a field. */
export function rowStep(event: KeyboardEvent): 1 | -1 | undefined {
  if (event.ctrlKey || event.altKey || event.metaKey) return undefined;
  if (event.key === "ArrowDown") return 1;
  if (event.key === "ArrowUp") return -1;
  if (lettersRest(event.target)) return undefined;
  if (event.key === "j" || event.key === "J") return 1;
  if (event.key === "k" || event.key === "K") return -1;
  return undefined;
}

/** Whether a key goes into a text that is being edited. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement)
    return !["radio", "checkbox"].includes(target.type);
  return (
    target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
  );
}

/**
 * Whether single letters rest: a text is typed in, or filled in around where one is, or something
 * asks for an answer first. Who fills in a form, and comes to a box or a button on the way, goes on
 * typing.
 */
export function lettersRest(target: EventTarget | null): boolean {
  const asks = 'dialog[open], [role="menu"], [data-asks]';
  return (
    isTyping(target) ||
    (target instanceof Element &&
      target.closest("form:not(.room), [data-fill]") !== null) ||
    document.querySelector(asks) !== null
  );
}

let went = -Infinity;

/** Whether the key before this one was «G», which the letter of a room follows. */
export function isGoing(event: KeyboardEvent): boolean {
  return event.timeStamp - went < 1200;
}

/** Tells of every key that was nobody else's, so that «G» is known. */
export function goKeyed(event: KeyboardEvent): void {
  went = event.key.toLowerCase() === "g" ? event.timeStamp : -Infinity;
}

/** Moves the focus from the row it is on to the next or the one before, within `list`. */
export function walkRows(list: HTMLElement, step: 1 | -1): void {
  const rows = [...list.querySelectorAll<HTMLElement>("[data-row]")];
  const at = rows.findIndex(
    (row) =>
      row === document.activeElement || row.contains(document.activeElement),
  );
  const next =
    at < 0
      ? step > 0
        ? 0
        : rows.length - 1
      : Math.min(Math.max(at + step, 0), rows.length - 1);
  rows[next]?.focus();
}

/** Nothing has the focus, or only the heading of the room, where it begins. */
function atRest(): boolean {
  const at = document.activeElement;
  return at === null || at === document.body || at.tagName === "H1";
}

/** The keys of a list begin to walk it from where the focus rests; answers whether they did. */
export function walkFromRest(
  event: KeyboardEvent,
  list: HTMLElement | undefined,
): boolean {
  if (event.defaultPrevented || list === undefined || !atRest()) return false;
  if (document.querySelector("dialog[open]")) return false;
  const step = rowStep(event);
  if (step === undefined) return false;
  walkRows(list, step);
  event.preventDefault();
  return true;
}
