import { ask } from "#api/ask.ts";
import type { ThreadView } from "#api/wire.ts";
import { says } from "#pieces/says.ts";

/** What a function leads to: its element, what that asks for, the items that reach it. */
export class Thread {
  view: ThreadView | undefined = $state.raw();
  trouble = $state("");
  readonly #map: string;
  readonly #function: string;

  constructor(map: string, of: string) {
    this.#map = map;
    this.#function = of;
  }

  async load(): Promise<void> {
    try {
      const asked = { id: this.#map, function: this.#function };
      this.view = await ask("function_thread", asked);
      this.trouble = "";
    } catch (error) {
      this.trouble = says(error);
    }
  }
}
