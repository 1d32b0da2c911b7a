import { ask } from "#api/ask.ts";
import type { AskedView, DossierPart, EvidenceView } from "#api/wire.ts";
import { signed } from "#pieces/naming.svelte.ts";
import { says } from "#pieces/says.ts";
import { copyOf } from "#pieces/copies.ts";

/** The support file as a whole: what was proven, what is asked for, what comes. */
export class Dossier {
  parts: DossierPart[] = $state.raw([]);
  ready = $state(false);
  trouble = $state("");
  /** Where the last copy of a file was written. */
  copied = $state("");
  readonly #id: string;
  #asked = 0;

  constructor(id: string) {
    this.#id = id;
  }

  async load(): Promise<void> {
    const mine = ++this.#asked;
    try {
      const { parts } = await ask("dossier", { id: this.#id });
      if (mine !== this.#asked) return;
      this.parts = parts;
      this.trouble = "";
    } catch (error) {
      this.trouble = says(error);
    }
    this.ready = true;
  }

  /** The acts of one time: done, next, later or other. */
  when(time: string): DossierPart[] {
    return this.parts.filter((part) => part.when === time);
  }

  /** What is asked for and is typed in a field, or attached instead. */
  ofField(field: string): AskedView | undefined {
    const asks = this.parts.flatMap((part) => part.asks);
    return asks.find((one) => one.field === field && one.how === "EITHER");
  }

  async copy(digest: string, name: string): Promise<void> {
    this.trouble = this.copied = "";
    try {
      this.copied = (await copyOf(this.#id, digest, name)) ?? "";
    } catch (error) {
      this.trouble = says(error);
    }
  }

  /** Withdraws a file that was attached by mistake; answers whether it was. */
  async withdraw(file: EvidenceView, reason: string): Promise<boolean> {
    this.trouble = this.copied = "";
    const { digest, requirement } = file;
    const asked = { id: this.#id, requirement, digest, reason };
    try {
      await signed(() => ask("withdraw_evidence", asked));
      return true;
    } catch (error) {
      this.trouble = says(error);
      return false;
    }
  }
}
