import { ask } from "#api/ask.ts";
import type { StandardsView } from "#api/wire.ts";
import { says } from "#pieces/says.ts";

/** The register of standards, and how it is narrowed. */
export class Register {
  view: StandardsView | undefined = $state.raw();
  query = $state("");
  state = $state("");
  trouble = $state("");
  #asked = 0;

  async load(): Promise<void> {
    const mine = ++this.#asked;
    try {
      const view = await ask("standards", {
        query: this.query.trim(),
        state: this.state || null,
      });
      // A slower answer to an older question must not replace a newer one.
      if (mine === this.#asked) {
        this.view = view;
        this.trouble = "";
      }
    } catch (error) {
      if (mine === this.#asked) this.trouble = says(error);
    }
  }

  narrow(change: { query?: string; state?: string }): void {
    if (change.query !== undefined) this.query = change.query;
    if (change.state !== undefined) this.state = change.state;
    void this.load();
  }

  get narrowed(): boolean {
    return this.query.trim() !== "" || this.state !== "";
  }
}
