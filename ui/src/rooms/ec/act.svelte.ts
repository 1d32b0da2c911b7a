import { ask } from "#api/ask.ts";
import { keepFocus } from "#parts/focus.ts";
import type { NextActView, UnmetView } from "#api/wire.ts";
import { says } from "#pieces/says.ts";
import { dayWords } from "#words/frame.ts";
import { todayHere } from "#words/numbers.ts";
import { tick } from "svelte";
import type { Draft } from "./draft.svelte.ts";

/** An act of the road while it is being made ready: its day, what is said with it, its files. */
export class Act {
  on: string = $state(todayHere());
  readonly said: Record<string, string> = $state({});
  trouble = $state("");
  working = $state(false);
  readonly #draft: Draft;

  constructor(draft: Draft) {
    this.#draft = draft;
  }

  /** What still stands in the way, once what is said here is counted. */
  missing(act: NextActView): UnmetView[] {
    return act.unmet.filter(
      (one) => !(one.how === "SAID" && this.said[one.field ?? ""]?.trim()),
    );
  }

  /** Asks for a file and attaches it to a requirement. */
  async attach(requirement: string): Promise<void> {
    await this.#try(async () => {
      if (this.on === "") {
        this.trouble = dayWords.bad;
        return;
      }
      const { path } = await ask("pick_file", { kind: "EVIDENCE" });
      if (path === null) return;
      const { id } = this.#draft;
      await this.#draft.flush();
      const made = await this.#draft.take(() =>
        ask("attach", { id, requirement, path, on: this.on }),
      );
      if (!made) this.#explain();
    });
  }

  async perform(act: NextActView): Promise<void> {
    await this.#try(async () => {
      if (this.on === "") {
        this.trouble = dayWords.bad;
        return;
      }
      if (!(await this.#draft.flush())) return;
      const fields = Object.entries(this.said)
        .filter(([, text]) => text.trim() !== "")
        .map(([name, text]) => ({ name, text: text.trim() }));
      const reason = (
        this.said["reason"] ??
        this.said["observations"] ??
        ""
      ).trim();
      const { id } = this.#draft;
      const request = {
        id,
        act: act.act,
        on: this.on,
        reason,
        fields,
        evidence: [],
      };
      if (!(await this.#draft.take(() => ask("perform_act", request))))
        this.#explain();
    });
  }

  /** A refusal is said where the act was tried, not over the whole room. */
  #explain(): void {
    this.trouble = this.#draft.trouble;
    this.#draft.trouble = "";
  }

  async #try(what: () => Promise<void>): Promise<void> {
    if (this.working) return;
    const opener = document.activeElement;
    this.working = true;
    this.trouble = "";
    try {
      await what();
    } catch (error) {
      this.trouble = says(error);
    } finally {
      this.working = false;
      await tick();
      keepFocus(opener);
    }
  }
}
