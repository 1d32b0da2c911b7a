/** A screenful and a little more: what stands at once. */
const first = 60;
/** What is added between two frames: small enough that no key waits for it. */
const bite = 120;

/** How many of many rows are drawn: a screenful at once, the rest in bites between frames. */
export class Gradual {
  #drawn = $state(first);
  readonly #total: () => number;

  /** Made while a component begins; `total` says how many there are now. */
  constructor(total: () => number) {
    this.#total = total;
    $effect(() => {
      if (this.#drawn >= this.#total()) return;
      const frame = requestAnimationFrame(() => (this.#drawn += bite));
      return () => cancelAnimationFrame(frame);
    });
  }

  get drawn(): number {
    return Math.min(this.#drawn, this.#total());
  }
}
