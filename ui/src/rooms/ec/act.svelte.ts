import { ask } from "#api/ask.ts";
import type { NextActView, UnmetView } from "#api/wire.ts";
import { says } from "#pieces/says.ts";
import { wasStopped, Work } from "#pieces/work.svelte.ts";
import { dayWords } from "#words/frame.ts";
import { ficha as words } from "#words/ficha.ts";
import { todayHere } from "#words/numbers.ts";
import { tick } from "svelte";
import { afterActing, afterAttaching, type Onwards } from "./actFocus.ts";
import type { Draft } from "./draft.svelte.ts";

const all = new WeakMap<Draft, Work>();

/** What is being done to the file of a draft, one thing at a time. Who goes to another tab finds it
 * going on. */
export function workOn(draft: Draft): Work {
  const work = all.get(draft) ?? new Work();
  all.set(draft, work);
  return work;
}

/** How long the next act waits after one was done: the second half of a double click is no wish. */
const PAUSE = 1000;

/** After an act, its button's place is taken by the next one's, and no act can be taken back. */
class Rest {
  on = $state(false);

  begin(): void {
    this.on = true;
    setTimeout(() => (this.on = false), PAUSE);
  }
}

const rests = new WeakMap<Draft, Rest>();

/** Whether the case of a draft has only just moved. */
export function restOf(draft: Draft): Rest {
  const rest = rests.get(draft) ?? new Rest();
  rests.set(draft, rest);
  return rest;
}

/** An act of the road while it is being made ready: its day, what is said with it, its files. */
export class Act {
  on: string = $state(todayHere());
  readonly said: Record<string, string> = $state({});
  trouble = $state("");
  /** Whether the trouble is only that the person stopped it. */
  stopped = $state(false);
  working = $state(false);
  readonly work: Work;
  readonly rest: Rest;
  readonly #draft: Draft;

  constructor(draft: Draft) {
    this.#draft = draft;
    this.work = workOn(draft);
    this.rest = restOf(draft);
  }

  /** The code that an update would have; empty where it is not known. */
  get proposedCode(): string {
    return this.#draft.view?.update?.next ?? "";
  }

  /** What still stands in the way, once what is said here is counted. */
  missing(act: NextActView): UnmetView[] {
    return act.unmet.filter(
      (one) => !(one.how === "SAID" && this.said[one.field ?? ""]?.trim()),
    );
  }

  /** Asks for a file and attaches it to a requirement. */
  async attach(requirement: string): Promise<void> {
    await this.#try(afterAttaching(requirement), async () => {
      if (this.on === "") {
        this.trouble = dayWords.bad;
        return;
      }
      const { path } = await ask("pick_file", { kind: "EVIDENCE" });
      if (path === null) return;
      const { id } = this.#draft;
      await this.#draft.flush();
      const asked = { id, requirement, path, on: this.on };
      // Not in the line of the draft: what is typed meanwhile is saved meanwhile.
      await this.work.do(words.attaching, "attach", asked);
      await this.#draft.load();
    });
  }

  async perform(act: NextActView): Promise<void> {
    if (this.rest.on) return;
    const from = this.#draft.view?.case.state ?? "";
    await this.#try(afterActing(), async () => {
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
        from,
        on: this.on,
        reason,
        fields,
        evidence: [],
      };
      await this.work.do(words.doing, "perform_act", request);
      await this.#draft.load();
      this.rest.begin();
    });
  }

  async #try(onwards: Onwards, what: () => Promise<void>): Promise<void> {
    if (this.working || this.work.busy) return;
    this.working = true;
    this.trouble = "";
    try {
      await what();
    } catch (error) {
      this.stopped = wasStopped(error);
      this.trouble = says(error);
      // What refused it may have changed since it was shown.
      await this.#draft.lookAgain();
    } finally {
      this.working = false;
      await tick();
      onwards();
    }
  }
}
