import { ask, Troubled } from "#api/ask.ts";
import type { ExportedView, InstrumentView, PickKind } from "#api/wire.ts";
import { says } from "#pieces/says.ts";
import { wasStopped, Work } from "#pieces/work.svelte.ts";
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
export class Papers {
  exported: ExportedView | undefined = $state.raw();
  /** A file that is already there: what would replace it. */
  exists: (Wanted & { path: string }) | undefined = $state.raw();
  readonly work = new Work();
  trouble = $state("");
  /** Whether the trouble is only that the person stopped it. */
  stopped = $state(false);
  readonly #instrument: Instrument;

  constructor(instrument: Instrument) {
    this.#instrument = instrument;
  }

  async export({ copy, format }: Wanted): Promise<void> {
    const view = this.#instrument.view;
    if (view === undefined) return;
    const code = view.code === "" ? "" : `I${view.code}`;
    const named = [code || view.title, words.files[copy] ?? ""].join(" ");
    const name = exportName({ code: "", title: named }, format);
    const path = await this.#pick(`SAVE_${format}` as PickKind, name);
    if (path !== undefined) await this.write({ copy, format }, path, false);
  }

  async write(wanted: Wanted, path: string, replace: boolean): Promise<void> {
    this.exists = undefined;
    this.exported = undefined;
    await this.#do(async () => {
      if (!(await this.#instrument.flush())) return;
      const asked = { id: this.#instrument.id, ...wanted, path, replace };
      try {
        this.exported = await this.work.do(
          words.writing,
          "export_instrument",
          asked,
        );
      } catch (error) {
        const code = error instanceof Troubled ? error.trouble.code : undefined;
        if (code !== "FILE_EXISTS") throw error;
        this.exists = { ...wanted, path };
      }
    });
  }

  /** A file for an annex: for one that is there, or for a new one and whom it is for. */
  async attach(annex: string | null, audience: string): Promise<void> {
    const path = await this.#pick("ANNEX");
    if (path === undefined) return;
    await this.#do(async () => {
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

  async reveal(path: string): Promise<void> {
    await this.#do(async () => {
      await ask("reveal", { path });
    });
  }

  async #pick(kind: PickKind, name?: string): Promise<string | undefined> {
    let chosen: string | undefined;
    // One thing at a time: what is being done has to end, or be stopped.
    if (this.work.busy) return undefined;
    await this.#do(async () => {
      const asked = name === undefined ? { kind } : { kind, name };
      chosen = (await ask("pick_file", asked)).path ?? undefined;
    });
    return chosen;
  }

  async #do(act: () => Promise<void>): Promise<void> {
    this.trouble = "";
    try {
      await act();
    } catch (error) {
      this.stopped = wasStopped(error);
      this.trouble = says(error);
    }
  }
}
