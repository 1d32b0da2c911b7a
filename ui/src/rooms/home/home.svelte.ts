import { ask } from "#api/ask.ts";
import type { HomeView } from "#api/wire.ts";
import { says } from "#pieces/says.ts";

/** Today: what is mine, what is late, what waits; and the three ways to begin. */
export class Home {
  view: HomeView | undefined = $state.raw();
  trouble = $state("");
  readonly #ontrouble: (error: unknown) => void;

  /** `ontrouble` hears why nothing of the workspace can be had. */
  constructor(ontrouble: (error: unknown) => void) {
    this.#ontrouble = ontrouble;
  }

  async load(): Promise<void> {
    await this.#try(async () => {
      try {
        this.view = await ask("home", {});
      } catch (error) {
        if (this.view === undefined) this.#ontrouble(error);
        throw error;
      }
    });
  }

  /** Loads the invented case; answers with its id. */
  async sample(): Promise<string | undefined> {
    return this.#try(async () => (await ask("load_sample", {})).id);
  }

  async #try<T>(what: () => Promise<T>): Promise<T | undefined> {
    this.trouble = "";
    try {
      return await what();
    } catch (error) {
      this.trouble = says(error);
      return undefined;
    }
  }
}
