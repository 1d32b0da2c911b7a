/** What a key does about a finding, by the letter that goes with Alt. */
const ways: Record<string, string> = { q: "why", j: "aside" };

/** Alt Q tells why of the finding at hand, and Alt J sets it aside, in whichever room one is. */
export function findingKeyed(event: KeyboardEvent): void {
  const { altKey, ctrlKey, metaKey, shiftKey } = event;
  if (event.defaultPrevented || !altKey || ctrlKey || metaKey || shiftKey)
    return;
  const way = ways[event.key.toLowerCase()];
  if (way === undefined || document.querySelector("dialog[open]")) return;
  const button = atHand(`button[data-does="${way}"]`);
  if (button === undefined) return;
  event.preventDefault();
  button.click();
}

/** The one of the finding that has the focus, of the text one is in, of its row; else the first. */
function atHand(wanted: string): HTMLElement | undefined {
  const at = document.activeElement;
  const slot = at instanceof HTMLElement ? at.dataset["slot"] : undefined;
  const scopes = [
    at?.closest('[role="note"]'),
    slot === undefined ? null : document.getElementById(`f-${slot}`),
    at?.closest("li, [data-row], [data-part]"),
    document,
  ];
  for (const scope of scopes) {
    const found = scope?.querySelector<HTMLElement>(wanted);
    if (found) return found;
  }
  return undefined;
}
