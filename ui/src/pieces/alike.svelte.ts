import { ask } from "#api/ask.ts";
import type { SimilarView } from "#api/wire.ts";

/** How long typing rests before it is asked. */
const rest = 150;

/** How long until it is asked again, while the register is being made ready. */
const again = 700;

/** Fewer letters than this are like too much. */
const fewest = 6;

/** What is equal to a text that is being written, or like it. */
export class Likeness {
  view: SimilarView | undefined = $state.raw();
  #asked = 0;
  #waits: ReturnType<typeof setTimeout> | undefined;

  look(text: string, own: string | null): void {
    clearTimeout(this.#waits);
    const mine = ++this.#asked;
    if (text.trim().length < fewest) {
      this.view = undefined;
      return;
    }
    const asking = () =>
      void ask("similar", { text, own }).then(
        (view) => {
          if (mine !== this.#asked) return;
          this.view = view;
          if (view.preparing) this.#waits = setTimeout(asking, again);
        },
        // Whoever writes goes on writing: it is said when it is known.
        () => undefined,
      );
    this.#waits = setTimeout(asking, rest);
  }

  /** Nobody looks any more. */
  leave(): void {
    clearTimeout(this.#waits);
    this.#asked++;
  }
}
