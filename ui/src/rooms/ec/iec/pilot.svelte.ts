import { ask } from "#api/ask.ts";
import type { IecImportView, PilotView } from "#api/wire.ts";
import { exportName } from "#pieces/exportName.ts";
import { PaperOut } from "#pieces/paperOut.svelte.ts";
import { says } from "#pieces/says.ts";
import { imports } from "#words/imports.ts";

/** The workbooks of an instrument: what came of them, and what its last pilot says. */
export class Pilot {
  readonly id: string;
  view: PilotView | undefined = $state.raw();
  /** What a workbook would bring in, before it does. */
  seen: { path: string; view: IecImportView } | undefined = $state.raw();
  trouble = $state("");
  readonly out = new PaperOut();

  constructor(id: string) {
    this.id = id;
  }

  async load(): Promise<void> {
    await this.#do(async () => {
      this.view = (await ask("pilot", { id: this.id })).pilot ?? undefined;
    });
  }

  async template(what: "IEC" | "PILOT", title: string): Promise<void> {
    const name = exportName({ code: "", title }, "XLSX");
    await this.out.save("XLSX", name, (path, replace) =>
      ask("export_template", { id: this.id, what, path, replace }),
    );
  }

  async see(): Promise<void> {
    await this.#do(async () => {
      const { path } = await ask("pick_file", { kind: "SHEET" });
      if (path !== null) await this.#bring(path, true);
    });
  }

  /** Brings in what was seen; answers whether it did. */
  async take(): Promise<boolean> {
    const path = this.seen?.path;
    if (path === undefined) return false;
    return this.#do(() => this.#bring(path, false));
  }

  async results(): Promise<void> {
    const { id } = this;
    await this.#do(async () => {
      const { path } = await ask("pick_file", { kind: "SHEET" });
      if (path === null) return;
      const asked = { id, path, dry: false };
      const { pilot } = await this.out.work.do(
        imports.reading,
        "import_pilot",
        asked,
      );
      this.view = pilot ?? undefined;
    });
  }

  async #bring(path: string, dry: boolean): Promise<void> {
    const asked = { id: this.id, path, dry };
    const view = await this.out.work.do(
      imports.reading,
      "import_instrument",
      asked,
    );
    this.seen = dry ? { path, view } : undefined;
  }

  async #do(act: () => Promise<void>): Promise<boolean> {
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
