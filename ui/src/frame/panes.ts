/** What last had the focus in each pane. */
const last = new WeakMap<Element, HTMLElement>();

/** Remembers where in its pane the focus came to. */
export function remember(event: FocusEvent): void {
  const at = event.target;
  if (!(at instanceof HTMLElement)) return;
  const pane = at.closest("[data-pane]");
  // A heading is where a room begins, not something to come back to.
  if (pane !== null && pane !== at && at.tagName !== "H1") last.set(pane, at);
}

/** Moves the focus to the next pane: to what last had it there, or to what is current, or first. */
export function nextPane(step: 1 | -1): void {
  const panes = [
    ...document.querySelectorAll<HTMLElement>("[data-pane]"),
  ].filter(isShown);
  const at = panes.findIndex((pane) => pane.contains(document.activeElement));
  const from = at < 0 && step < 0 ? 0 : at;
  const pane = panes[(from + step + panes.length) % panes.length];
  if (pane === undefined) return;
  const known = last.get(pane);
  const stops = [
    ...(known !== undefined && pane.contains(known) ? [known] : []),
    ...stopsIn(pane),
    pane,
  ];
  // What cannot be seen yet does not take the focus: the next one does.
  for (const stop of stops) {
    stop.focus();
    if (document.activeElement === stop) return mark(stop);
  }
}

/** Whoever comes by this key sees where, also where a pointer would draw no ring. */
function mark(stop: HTMLElement): void {
  stop.dataset["reached"] = "";
  stop.addEventListener("blur", () => delete stop.dataset["reached"], {
    once: true,
  });
}

/** Where the focus may come to in a pane: what is current, or written in, before what is only pressed. */
function stopsIn(pane: HTMLElement): HTMLElement[] {
  const wanted = [
    "button[aria-current]",
    "[data-row], textarea, input, select",
    'button:not([tabindex="-1"]), [role="region"]',
  ];
  return wanted.flatMap((controls) => [
    ...pane.querySelectorAll<HTMLElement>(controls),
  ]);
}

function isShown(element: HTMLElement): boolean {
  return element.getClientRects().length > 0;
}
