/** Brings the focus back when it was left on nothing: to what opened, or to the room's heading. */
export function keepFocus(opener?: Element | null): void {
  const now = document.activeElement;
  if (now !== null && now !== document.body) return;
  if (opener instanceof HTMLElement && opener !== document.body) {
    opener.focus();
    if (document.activeElement === opener) return;
  }
  document.querySelector<HTMLElement>("main h1, h1")?.focus();
}
