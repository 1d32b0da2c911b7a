import { ask } from "#api/ask.ts";
import type { SessionRequest, SessionView } from "#api/wire.ts";
import { exportName } from "#pieces/exportName.ts";
import { signed } from "#pieces/naming.svelte.ts";
import { PaperOut } from "#pieces/paperOut.svelte.ts";
import { says } from "#pieces/says.ts";
import { sessions as words } from "#words/sessions.ts";

/** A session of COVACEC: the desk's last answer, the matter and the seat one is at. */
export class Session {
  readonly id: string;
  view: SessionView | undefined = $state.raw();
  trouble = $state("");
  /** The place of the matter on the agenda, from 0. */
  at = $state(0);
  seat = $state(1);
  readonly out = new PaperOut();
  #doing: Promise<unknown> = Promise.resolve();
  /** The seats whose votes are on their way. */
  readonly #sent = new Set<number>();

  readonly matter = $derived(this.view?.matters[this.at]);

  constructor(id: string) {
    this.id = id;
  }

  async load(): Promise<void> {
    await this.#try(async () => {
      this.view = await ask("session", { id: this.id });
    });
  }

  /** Keys come faster than answers: what is asked goes one thing after another. */
  deed(deed: SessionRequest): Promise<boolean> {
    const { id: session } = this;
    const next = this.#doing.then(() =>
      this.#try(async () => {
        this.view = await signed(() => ask("do_in_session", { session, deed }));
      }),
    );
    this.#doing = next;
    return next;
  }

  /** Votes from the seat one is at, and goes on to the next at once: who types fast is not moved by
   * an answer that comes late. One that was refused is come back to. */
  async vote(vote: string): Promise<void> {
    const { matter, seat } = this;
    if (!matter || !this.view) return;
    this.#sent.add(seat);
    this.#toNextVoter(seat);
    const done = await this.deed({ vote: { matter: matter.id, seat, vote } });
    this.#sent.delete(seat);
    if (!done) this.seat = seat;
  }

  async retract(): Promise<void> {
    const { matter, seat } = this;
    if (matter) await this.deed({ unvote: { matter: matter.id, seat } });
  }

  async step(step: string, text: string): Promise<boolean> {
    const asked = { session: this.id, step, on: "", says: text };
    return this.#try(async () => {
      const { work } = this.out;
      this.view = await work.do(words.closing, "step_session", asked);
    });
  }

  async paper(paper: string, kind: string, title: string): Promise<void> {
    const { id: session } = this;
    const name = exportName({ code: "", title }, kind);
    await this.out.save(kind, name, (path, replace) =>
      this.out.work.do(words.working, "export_session_paper", {
        session,
        paper,
        kind,
        path,
        replace,
      }),
    );
  }

  /** After a vote, the next seat that has one and has not voted. */
  #toNextVoter(from: number): void {
    const voted = new Set(this.matter?.votes.map((one) => one.seat));
    const wait = (this.view?.seats ?? []).filter(
      (one) =>
        one.votes && !voted.has(one.number) && !this.#sent.has(one.number),
    );
    const next = wait.find((one) => one.number > from) ?? wait[0];
    if (next) this.seat = next.number;
  }

  async #try(act: () => Promise<void>): Promise<boolean> {
    this.trouble = "";
    try {
      await act();
      return true;
    } catch (error) {
      this.trouble = says(error);
      return false;
    }
  }
}
