import { ask } from "#api/ask.ts";
import type { IecComparisonView, WasView } from "#api/wire.ts";
import { exportName } from "#pieces/exportName.ts";
import { signed } from "#pieces/naming.svelte.ts";
import { PaperOut } from "#pieces/paperOut.svelte.ts";
import { says } from "#pieces/says.ts";
import { editions as words } from "#words/editions.ts";
import type { Instrument } from "./instrument.svelte.ts";

const all = new WeakMap<Instrument, Editions>();

/** The editions of an instrument. Who goes elsewhere finds them as they were. */
export function editionsOf(instrument: Instrument): Editions {
  const editions = all.get(instrument) ?? new Editions(instrument);
  all.set(instrument, editions);
  return editions;
}

/** What is done with the editions of an instrument: moved on, read, taken out, compared. */
export class Editions {
  /** What is typed of the reason or the minute. */
  reason = $state("");
  trouble = $state("");
  /** The edition that is read, and what it said. */
  read: { number: number; was: WasView } | undefined = $state.raw();
  /** The two that are compared: a number, or nothing for the instrument of today. */
  a = $state("");
  b = $state("");
  comparison: IecComparisonView | undefined = $state.raw();
  /** What is taken out of an edition. */
  copy = $state("SHOWN");
  readonly out = new PaperOut();
  readonly #instrument: Instrument;

  constructor(instrument: Instrument) {
    this.#instrument = instrument;
  }

  /** Moves the instrument on; what is typed is the reason, or the minute. */
  async move(act: string): Promise<void> {
    await this.#do(async () => {
      if (!(await this.#instrument.flush())) return;
      const { id } = this.#instrument;
      const { reason } = this;
      const view = await signed(() =>
        ask("move_instrument", { id, act, reason }),
      );
      this.reason = "";
      this.comparison = undefined;
      this.#instrument.take(view);
    });
  }

  /** Shows what an edition said, or puts it away. */
  async show(number: number): Promise<void> {
    if (this.read?.number === number) {
      this.read = undefined;
      return;
    }
    await this.#do(async () => {
      const { id } = this.#instrument;
      const asked = { id, document: "INSTRUMENT", at: String(number) };
      this.read = { number, was: await ask("as_it_was", asked) };
    });
  }

  async export(edition: number, format: string): Promise<void> {
    const { copy } = this;
    const { id } = this.#instrument;
    await this.out.save(
      format,
      exportName({ code: "", title: this.#named(words.file(edition)) }, format),
      (path, replace) =>
        this.out.work.do(words.writing, "export_instrument", {
          id,
          copy,
          format,
          path,
          replace,
          edition: String(edition),
        }),
    );
  }

  async compare(a: string, b: string): Promise<void> {
    this.a = a;
    this.b = b;
    await this.#do(async () => {
      if (!(await this.#instrument.flush())) return;
      const { id } = this.#instrument;
      const view = await ask("compare_instrument", { id, a, b });
      if (a === this.a && b === this.b) this.comparison = view;
    });
  }

  async exportComparison(kind: string): Promise<void> {
    const { a, b } = this;
    const { id } = this.#instrument;
    await this.out.save(
      kind,
      exportName({ code: "", title: this.#named(words.paper) }, kind),
      (path, replace) =>
        this.out.work.do(words.writing, "export_iec_comparison", {
          id,
          a,
          b,
          kind,
          path,
          replace,
        }),
    );
  }

  #named(what: string): string {
    const view = this.#instrument.view;
    const code = view?.code ? `I${view.code}` : (view?.title ?? "");
    return `${code} ${what}`;
  }

  async #do(act: () => Promise<void>): Promise<void> {
    this.trouble = "";
    try {
      await act();
    } catch (error) {
      this.trouble = says(error);
    }
  }
}
