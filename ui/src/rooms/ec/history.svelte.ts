import { ask } from "#api/ask.ts";
import type { ActView } from "#api/wire.ts";
import { says } from "#pieces/says.ts";
import { copyOf } from "./copies.ts";

const page = 60;

/** The acts of a case, newest first, a page at a time. */
export class History {
  acts: ActView[] = $state.raw([]);
  total = $state(0);
  more = $state(false);
  trouble = $state("");
  /** Where the last copy of a file was written. */
  copied = $state("");
  ready = $state(false);
  readonly #id: string;

  constructor(id: string) {
    this.#id = id;
  }

  /** The newest ones again. */
  async load(): Promise<void> {
    await this.#ask(null);
  }

  async older(): Promise<void> {
    await this.#ask(this.acts.at(-1)?.number ?? null);
  }

  /** Writes a copy of a file that was attached, where the person says. */
  async copy(digest: string, name: string): Promise<void> {
    this.trouble = this.copied = "";
    try {
      this.copied = (await copyOf(this.#id, digest, name)) ?? "";
    } catch (error) {
      this.trouble = says(error);
    }
  }

  async #ask(before: number | null): Promise<void> {
    try {
      const view = await ask("history", { id: this.#id, before, count: page });
      this.acts = before === null ? view.acts : [...this.acts, ...view.acts];
      this.total = view.total;
      this.more = view.more;
      this.trouble = "";
    } catch (error) {
      this.trouble = says(error);
    }
    this.ready = true;
  }
}
