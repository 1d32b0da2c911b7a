/** So many rows are drawn all together: only longer lists give what is far off back. */
export const few = 160;
/** How many rows come and go together. */
const stretch = 40;

/** The rows of a list in stretches; of one that is not long, all in one. */
export function stretches<Row>(rows: Row[], long: boolean): Row[][] {
  if (!long || rows.length <= stretch) return rows.length > 0 ? [rows] : [];
  const count = Math.ceil(rows.length / stretch);
  return Array.from({ length: count }, (_, at) =>
    rows.slice(at * stretch, (at + 1) * stretch),
  );
}

/** What a thing scrolls in; nothing where that is the whole window. */
function scrollerOf(thing: HTMLElement): HTMLElement | null {
  let around = thing.parentElement;
  while (around !== null) {
    if (/auto|scroll/.test(getComputedStyle(around).overflowY)) return around;
    around = around.parentElement;
  }
  return null;
}

/** Tells whether a thing is within a screen of what can be seen, each time that changes. */
export function watchNear(
  thing: HTMLElement,
  tell: (near: boolean) => void,
): () => void {
  const observer = new IntersectionObserver(
    (seen) => tell(seen.at(-1)?.isIntersecting ?? true),
    { root: scrollerOf(thing), rootMargin: "100% 0px" },
  );
  observer.observe(thing);
  return () => observer.disconnect();
}
