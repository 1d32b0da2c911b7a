import { ask } from "#api/ask.ts";
import type { MapLine } from "#api/wire.ts";
import { matches } from "#pieces/matching.ts";
import { says } from "#pieces/says.ts";

/** The maps, and how their list is narrowed. */
export class Maps {
  rows: MapLine[] | undefined = $state.raw();
  query = $state("");
  trouble = $state("");
  #asked = 0;

  readonly shown: MapLine[] = $derived(
    (this.rows ?? []).filter((row) =>
      matches(`${row.title} ${row.committee} ${row.purpose}`, this.query),
    ),
  );

  async load(): Promise<void> {
    const mine = ++this.#asked;
    try {
      const { rows } = await ask("maps", {});
      if (mine !== this.#asked) return;
      this.rows = rows;
      this.trouble = "";
    } catch (error) {
      if (mine === this.#asked) this.trouble = says(error);
    }
  }

  /** Asks for the file of a map that exists already. */
  async pick(): Promise<string | undefined> {
    try {
      return (await ask("pick_file", { kind: "SHEET" })).path ?? undefined;
    } catch (error) {
      this.trouble = says(error);
      return undefined;
    }
  }

  /** Loads the invented map; answers with its id. */
  async sample(): Promise<string | undefined> {
    try {
      return (await ask("load_sample_map", {})).id;
    } catch (error) {
      this.trouble = says(error);
      return undefined;
    }
  }
}
