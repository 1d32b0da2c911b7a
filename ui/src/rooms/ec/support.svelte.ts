import { ask } from "#api/ask.ts";
import type { SupportView } from "#api/wire.ts";
import type { Draft } from "./draft.svelte.ts";
import { Soon } from "#pieces/soon.ts";

/** The typed part of the support file: saved soon, kept when a save fails. */
export class SupportForm {
  #typed: SupportView | undefined = $state.raw();
  #sent = $state(true);
  readonly #soon = new Soon(() => void this.save());
  readonly #draft: Draft;

  constructor(draft: Draft) {
    this.#draft = draft;
  }

  get unsaved(): boolean {
    return !this.#sent;
  }

  /** What it says now: as typed, or as saved. */
  get value(): SupportView | undefined {
    return this.#typed ?? this.#draft.view?.support;
  }

  set(change: Partial<SupportView>): void {
    const value = this.value;
    if (value === undefined) return;
    this.#typed = { ...value, ...change };
    this.#sent = false;
    this.#draft.typing();
    this.#soon.key();
  }

  /** The cursor left: what is typed is saved, and shown as it was kept. */
  async leave(): Promise<void> {
    const typed = this.#typed;
    // A solution without its name yet is only here: it would be gone with what is typed.
    const begun = typed?.certificationSolutions.some(
      (one) => one.name.trim() === "",
    );
    if ((await this.save()) && this.#typed === typed && !begun)
      this.#typed = undefined;
  }

  async save(): Promise<boolean> {
    this.#soon.begun();
    const support = this.#typed;
    if (support === undefined || this.#sent) return true;
    const { id } = this.#draft;
    const done = await this.#draft.keep(
      () => ask("save_support", { id, support }),
      () => void this.save(),
    );
    if (done && this.#typed === support) this.#sent = true;
    if (done) this.#draft.report();
    return done;
  }
}
