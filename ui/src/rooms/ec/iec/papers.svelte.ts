import type { ExportedView, InstrumentView, PickKind } from "#api/wire.ts";
import { Errands, isThere } from "#pieces/errands.svelte.ts";
import { papers as words } from "#words/iec.ts";
import { exportName } from "#pieces/exportName.ts";
import type { Instrument } from "./instrument.svelte.ts";

const all = new WeakMap<Instrument, Papers>();

/** What is taken out of an instrument and brought in. Who goes elsewhere finds the work going on. */
export function papersOf(instrument: Instrument): Papers {
  const papers = all.get(instrument) ?? new Papers(instrument);
  all.set(instrument, papers);
  return papers;
}

/** What to write, and as what. */
export interface Wanted {
  copy: string;
  format: string;
}

/** The papers of an instrument, and the files of its annexes. */
export class Papers extends Errands {
  exported: ExportedView | undefined = $state.raw();
  /** A file that is already there: what would replace it. */
  exists: (Wanted & { path: string }) | undefined = $state.raw();
  readonly #instrument: Instrument;

  constructor(instrument: Instrument) {
    super();
    this.#instrument = instrument;
  }

  async export({ copy, format }: Wanted): Promise<void> {
    const view = this.#instrument.view;
    if (view === undefined) return;
    const code = view.code === "" ? "" : `I${view.code}`;
    const named = [code || view.title, words.files[copy] ?? ""].join(" ");
    const name = exportName({ code: "", title: named }, format);
    const path = await this.pick(`SAVE_${format}` as PickKind, name);
    if (path !== undefined) await this.write({ copy, format }, path, false);
  }

  async write(wanted: Wanted, path: string, replace: boolean): Promise<void> {
    this.exists = undefined;
    this.exported = undefined;
    await this.run(async () => {
      if (!(await this.#instrument.flush())) return;
      const { id } = this.#instrument;
      const asked = { id, ...wanted, path, replace, edition: "" };
      try {
        this.exported = await this.work.do(
          words.writing,
          "export_instrument",
          asked,
        );
      } catch (error) {
        if (!isThere(error)) throw error;
        this.exists = { ...wanted, path };
      }
    });
  }

  /** A file for an annex: for one that is there, or for a new one and whom it is for. */
  async attach(annex: string | null, audience: string): Promise<void> {
    const path = await this.pick("ANNEX");
    if (path === undefined) return;
    await this.run(async () => {
      if (!(await this.#instrument.flush())) return;
      const { id } = this.#instrument;
      const asked = { id, path, annex, title: "", audience };
      const view: InstrumentView = await this.work.do(
        words.reading,
        "attach_annex",
        asked,
      );
      this.#instrument.take(view);
    });
  }
}
