import { ask } from "#api/ask.ts";
import { says } from "#pieces/says.ts";
import type { Draft } from "./draft.svelte.ts";

/** A case that was already on its road before Cauce, while it is being registered where it stands. */
export class Found {
  state = $state("");
  /** The day it reached that state; empty until it is a day. */
  on = $state("");
  path = $state("");
  trouble = $state("");
  working = $state(false);
  readonly #draft: Draft;

  constructor(draft: Draft) {
    this.#draft = draft;
  }

  async pick(): Promise<void> {
    await this.#try(async () => {
      const { path } = await ask("pick_file", { kind: "EVIDENCE" });
      if (path !== null) this.path = path;
    });
  }

  async register(): Promise<void> {
    await this.#try(async () => {
      if (!(await this.#draft.flush())) return;
      const request = {
        id: this.#draft.id,
        act: "REGISTERED_AS_FOUND",
        on: this.on,
        reason: "",
        fields: [{ name: "state", text: this.state }],
        evidence: [
          { requirement: "ROAD-REGISTERED_AS_FOUND-1", path: this.path },
        ],
      };
      if (await this.#draft.take(() => ask("perform_act", request))) return;
      // A refusal is said where the act was tried, not over the whole room.
      this.trouble = this.#draft.trouble;
      this.#draft.trouble = "";
    });
  }

  async #try(what: () => Promise<void>): Promise<void> {
    if (this.working) return;
    this.working = true;
    this.trouble = "";
    try {
      await what();
    } catch (error) {
      this.trouble = says(error);
    } finally {
      this.working = false;
    }
  }
}
