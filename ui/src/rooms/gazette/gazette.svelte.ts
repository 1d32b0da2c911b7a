import { ask } from "#api/ask.ts";
import type { CodesView, GazetteView, PublicationView } from "#api/wire.ts";
import { exportName } from "#pieces/exportName.ts";
import { PaperOut } from "#pieces/paperOut.svelte.ts";
import { says } from "#pieces/says.ts";
import { gazette as words } from "#words/gazette.ts";

/** What somebody says of the note that publishes a resolution. */
export interface NoteAsked {
  resolution: string;
  note: string;
  on: string;
  edition: string;
  reason: string;
}

/** Publication: resolutions, codes, and the note that was compared last. */
export class Gazette {
  view: GazetteView | undefined = $state.raw();
  codes: CodesView | undefined = $state.raw();
  trouble = $state("");
  compared:
    { resolution: string; path: string; view: PublicationView } | undefined =
    $state.raw();
  readonly out = new PaperOut();

  async load(): Promise<void> {
    await this.#try(async () => {
      this.view = await ask("gazette", {});
      this.codes = await ask("codes", {});
    });
  }

  async paper(resolution: string, kind: string): Promise<void> {
    const name = exportName({ code: "", title: resolution }, kind);
    await this.out.save(kind, name, (path, replace) =>
      this.out.work.do(words.working, "export_resolution", {
        resolution,
        kind,
        path,
        replace,
      }),
    );
  }

  /** Compares a note that somebody chooses with what was sent. */
  async compare(asked: NoteAsked): Promise<void> {
    await this.#try(async () => {
      const { path } = await ask("pick_file", { kind: "EVIDENCE" });
      if (path !== null) await this.#prove(asked, path, true);
    });
  }

  async publish(asked: NoteAsked): Promise<void> {
    const path = this.compared?.path;
    if (path === undefined) return;
    await this.#try(() => this.#prove(asked, path, false));
    if (!this.trouble) await this.load();
  }

  async #prove(asked: NoteAsked, path: string, dryRun: boolean) {
    const all = { ...asked, path, dryRun };
    const view = await this.out.work.do(
      words.working,
      "prove_publication",
      all,
    );
    this.compared = { resolution: asked.resolution, path, view };
  }

  async #try(act: () => Promise<void>): Promise<void> {
    this.trouble = "";
    try {
      await act();
    } catch (error) {
      this.trouble = says(error);
    }
  }
}
