import { ask } from "#api/ask.ts";
import { says } from "#pieces/says.ts";
import { wasStopped, type Work } from "#pieces/work.svelte.ts";
import { found as words } from "#words/found.ts";
import { restOf, workOn } from "./act.svelte.ts";
import type { Draft } from "./draft.svelte.ts";

/** A case that was already on its road before Cauce, while it is being registered where it stands. */
export class Found {
  state = $state("");
  /** The day it reached that state; empty until it is a day. */
  on = $state("");
  path = $state("");
  trouble = $state("");
  /** Whether the trouble is only that the person stopped it. */
  stopped = $state(false);
  working = $state(false);
  readonly work: Work;
  readonly #draft: Draft;

  constructor(draft: Draft) {
    this.#draft = draft;
    this.work = workOn(draft);
  }

  async pick(): Promise<void> {
    await this.#try(async () => {
      const { path } = await ask("pick_file", { kind: "EVIDENCE" });
      if (path !== null) this.path = path;
    });
  }

  async register(): Promise<void> {
    const from = this.#draft.view?.case.state ?? "";
    await this.#try(async () => {
      if (!(await this.#draft.flush())) return;
      const request = {
        id: this.#draft.id,
        act: "REGISTERED_AS_FOUND",
        from,
        on: this.on,
        reason: "",
        fields: [{ name: "state", text: this.state }],
        evidence: [
          { requirement: "ROAD-REGISTERED_AS_FOUND-1", path: this.path },
        ],
      };
      await this.work.do(words.doing, "perform_act", request);
      await this.#draft.load();
      restOf(this.#draft).begin();
    });
  }

  async #try(what: () => Promise<void>): Promise<void> {
    if (this.working || this.work.busy) return;
    this.working = true;
    this.trouble = "";
    try {
      await what();
    } catch (error) {
      this.stopped = wasStopped(error);
      this.trouble = says(error);
    } finally {
      this.working = false;
    }
  }
}
