import { ask } from "#api/ask.ts";
import type { ExportedView, PickKind } from "#api/wire.ts";
import { isThere } from "./errands.svelte.ts";
import { says } from "./says.ts";
import { Work } from "./work.svelte.ts";

const picks: Record<string, PickKind> = {
  PDF: "SAVE_PDF",
  DOCX: "SAVE_DOCX",
  SVG: "SAVE_SVG",
  JSON: "SAVE_JSON",
  XLSX: "SAVE_XLSX",
  ICS: "SAVE_ICS",
};

type Write = (path: string, replace: boolean) => Promise<ExportedView>;

/** A paper on its way to a file: where, whether one is there already, and what came of it. */
export class PaperOut {
  readonly work = new Work();
  trouble = $state("");
  written: string | undefined = $state();
  /** A file is there already: whether it is replaced is asked. */
  exists: { path: string; write: Write } | undefined = $state.raw();

  async save(kind: string, name: string, write: Write): Promise<void> {
    if (this.work.busy) return;
    this.trouble = "";
    this.written = this.exists = undefined;
    try {
      const pick = picks[kind] ?? "SAVE_PDF";
      const { path } = await ask("pick_file", { kind: pick, name });
      if (path !== null) await this.#write(path, write, false);
    } catch (error) {
      this.trouble = says(error);
    }
  }

  async replace(): Promise<void> {
    if (!this.exists) return;
    const { path, write } = this.exists;
    this.exists = undefined;
    try {
      await this.#write(path, write, true);
    } catch (error) {
      this.trouble = says(error);
    }
  }

  async reveal(): Promise<void> {
    if (this.written) await ask("reveal", { path: this.written });
  }

  async #write(path: string, write: Write, replace: boolean): Promise<void> {
    try {
      this.written = (await write(path, replace)).path;
    } catch (error) {
      if (!isThere(error)) throw error;
      this.exists = { path, write };
    }
  }
}
