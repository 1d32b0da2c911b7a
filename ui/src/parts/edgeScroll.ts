/** How near an edge the pointer must come, and how far one frame scrolls at the edge itself. */
const near = 48;
const farthest = 16;

/** How far a box from `top` to `bottom` is scrolled in a frame by a pointer at `y`. */
export function strideAt(y: number, top: number, bottom: number): number {
  const share = (depth: number) => Math.min(1, depth / near) * farthest;
  if (y < top + near) return -Math.ceil(share(top + near - y));
  if (y > bottom - near) return Math.ceil(share(y - bottom + near));
  return 0;
}

/** Scrolls what a dragged thing is in while the pointer is at its edge. */
export class EdgeScroll {
  readonly #inside: HTMLElement;
  readonly #moved: () => void;
  #y = 0;
  #frame = 0;

  /** `moved` is told after each scroll: something else lies under the pointer then. */
  constructor(inside: HTMLElement, moved: () => void) {
    this.#inside = inside;
    this.#moved = moved;
  }

  /** The pointer is at this height of the window. */
  follow(y: number): void {
    this.#y = y;
    if (this.#frame === 0) this.#ask();
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #ask(): void {
    this.#frame = requestAnimationFrame(() => this.#go());
  }

  #go(): void {
    this.#frame = 0;
    const box = boxOf(this.#inside);
    if (box === undefined) return;
    const { top, bottom } = box.getBoundingClientRect();
    const stride = strideAt(this.#y, top, bottom);
    const before = box.scrollTop;
    box.scrollTop = before + stride;
    // At its end, or away from the edge, there is nothing to go on with.
    if (box.scrollTop === before) return;
    this.#moved();
    this.#ask();
  }
}

function boxOf(inside: HTMLElement): HTMLElement | undefined {
  for (let at = inside.parentElement; at !== null; at = at.parentElement) {
    const { overflowY } = getComputedStyle(at);
    if (overflowY === "auto" || overflowY === "scroll") return at;
  }
  return undefined;
}
