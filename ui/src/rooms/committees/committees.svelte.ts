import { ask } from "#api/ask.ts";
import type { CommitteeImportView, CommitteesView } from "#api/wire.ts";
import { matches } from "#pieces/matching.ts";
import { signed } from "#pieces/naming.svelte.ts";
import { says } from "#pieces/says.ts";
import { Work } from "#pieces/work.svelte.ts";
import { committees as words } from "#words/committees.ts";

/** The register of committees, and how it is narrowed. */
export class Committees {
  view: CommitteesView | undefined = $state.raw();
  query = $state("");
  sector = $state("");
  trouble = $state("");
  /** A list that was looked at, or that came in. */
  came: { path: string; view: CommitteeImportView } | undefined = $state.raw();
  readonly work = new Work();

  readonly shown = $derived(
    (this.view?.rows ?? []).filter(
      (row) =>
        (this.sector === "" || row.sector === this.sector) &&
        matches(`${row.name} ${row.sector} ${row.stateName}`, this.query),
    ),
  );

  async load(): Promise<void> {
    await this.#try(async () => {
      const all = { query: "", state: "", sector: "" };
      this.view = await ask("committees", all);
    });
  }

  /** Looks at a list that somebody chooses: what it would bring, and what is wrong. */
  async look(): Promise<void> {
    await this.#try(async () => {
      const { path } = await ask("pick_file", { kind: "CATALOGUE" });
      if (path !== null) await this.#bring(path, true);
    });
  }

  async bring(): Promise<void> {
    const { came } = this;
    if (came) await this.#try(() => this.#bring(came.path, false));
    await this.load();
  }

  async undo(): Promise<void> {
    await this.#try(async () => {
      this.view = await signed(() => ask("undo_committee_import", {}));
      this.came = undefined;
    });
  }

  async #bring(path: string, dryRun: boolean): Promise<void> {
    const asked = { path, dryRun };
    const view = await this.work.do(words.working, "import_committees", asked);
    this.came = { path, view };
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
