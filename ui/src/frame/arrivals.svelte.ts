import { ask } from "#api/ask.ts";
import { says } from "#pieces/says.ts";
import { wasStopped, Work } from "#pieces/work.svelte.ts";
import { importing } from "#words/standards.ts";
import { importStandard } from "./importing.ts";

/** What was said over the room, and of which standard. */
export interface Told {
  kind: "done" | "error" | "warn";
  says: string;
  /** The standard it speaks of; empty when of none. */
  of: string;
}

const nothing: Told = { kind: "done", says: "", of: "" };

/** Standards that come in from outside: what is being read, and what came of it. */
export class Arrivals {
  readonly reading = new Work();
  told: Told = $state.raw(nothing);
  readonly #onenter: (id: string) => void;

  /** `onenter` goes into the standard that arrived. */
  constructor(onenter: (id: string) => void) {
    this.#onenter = onenter;
  }

  async bringIn(): Promise<void> {
    if (this.reading.busy) return;
    this.hush();
    try {
      const made = await importStandard(this.reading);
      if (made === undefined) return;
      this.told = {
        kind: "done",
        says: importing.done(made.repairs, made.notUnderstood),
        of: made.id,
      };
      this.#onenter(made.id);
    } catch (error) {
      const kind = wasStopped(error) ? "warn" : "error";
      this.told = { kind, says: says(error), of: "" };
    }
  }

  /** The invented case, which is always in reach. */
  async practise(): Promise<void> {
    this.hush();
    try {
      this.#onenter((await ask("load_sample", {})).id);
    } catch (error) {
      this.told = { kind: "error", says: says(error), of: "" };
    }
  }

  hush(): void {
    this.told = nothing;
  }
}
