import { ask } from "#api/ask.ts";
import type { CatalogueReport, CatalogueView } from "#api/wire.ts";
import { says } from "#pieces/says.ts";
import { wasStopped, Work } from "#pieces/work.svelte.ts";
import { catalogues as words, type CatalogueKind } from "#words/catalogues.ts";

/** The official lists: what is here, and the file that is being looked at before it is brought in. */
export class Catalogues {
  all: CatalogueView[] | undefined = $state.raw();
  trouble = $state("");
  /** Whether the trouble is only that the person stopped it. */
  stopped = $state(false);
  /** The list that a file was chosen for. */
  kind: CatalogueKind | undefined = $state();
  path = $state("");
  edition = $state("");
  report: CatalogueReport | undefined = $state.raw();
  readonly work = new Work();
  #asked = 0;

  async load(): Promise<void> {
    const mine = ++this.#asked;
    try {
      const { catalogues } = await ask("catalogues", {});
      if (mine === this.#asked) this.all = catalogues;
    } catch (error) {
      if (mine === this.#asked) this.trouble = says(error);
    }
  }

  of(kind: CatalogueKind): CatalogueView[] {
    return (this.all ?? []).filter((one) => one.kind === kind);
  }

  /** Asks for a file and looks at it; nothing when the person chose none. */
  async choose(kind: CatalogueKind): Promise<void> {
    if (this.work.busy) return;
    try {
      const { path } = await ask("pick_file", { kind: "CATALOGUE" });
      if (path === null) return;
      this.close();
      this.kind = kind;
      this.path = path;
    } catch (error) {
      this.trouble = says(error);
      return;
    }
    await this.look();
  }

  /** Says what would come of the file that was chosen. */
  async look(): Promise<void> {
    await this.#read(true);
  }

  async bring(): Promise<void> {
    await this.#read(false);
    if (this.report?.imported) await this.load();
  }

  close(): void {
    this.kind = undefined;
    this.report = undefined;
    this.edition = "";
    this.trouble = "";
  }

  async #read(dryRun: boolean): Promise<void> {
    const { kind, path, edition } = this;
    if (kind === undefined || this.work.busy) return;
    this.trouble = "";
    this.stopped = false;
    try {
      const request = { kind, path, edition: edition.trim(), dryRun };
      this.report = await this.work.do(
        words.reading,
        "bring_catalogue",
        request,
      );
    } catch (error) {
      this.report = undefined;
      this.stopped = wasStopped(error);
      this.trouble = says(error);
    }
  }
}
