import { ask } from "#api/ask.ts";
import type { PackView } from "#api/wire.ts";

/** The short lists of the rules in force, asked for once. */
class Pack {
  view: PackView | undefined = $state.raw();
  #asked = false;

  load(): void {
    if (this.#asked) return;
    this.#asked = true;
    ask("rule_pack", {}).then(
      (view) => (this.view = view),
      // It is asked again by whoever needs it next.
      () => (this.#asked = false),
    );
  }
}

export const rulePack = new Pack();
