import { ask } from "#api/ask.ts";
import type {
  ActView,
  HistoryView,
  NamedText,
  OnlyActs,
  WasView,
} from "#api/wire.ts";
import { says } from "#pieces/says.ts";
import { count } from "#words/numbers.ts";
import { history as words } from "#words/history.ts";
import { copyOf } from "#pieces/copies.ts";

const page = 60;

const everything: OnlyActs = { by: "", place: "", kind: "", from: "", to: "" };

/** A document that has a chain of acts. */
export type DocumentKind = "STANDARD" | "MAP" | "INSTRUMENT";

/** The acts of a document, newest first, a page at a time; and the document as one of them left it. */
export class History {
  acts: ActView[] = $state.raw([]);
  total = $state(0);
  more = $state(false);
  people: string[] = $state.raw([]);
  kinds: NamedText[] = $state.raw([]);
  only: OnlyActs = $state.raw(everything);
  trouble = $state("");
  /** What came of the last thing that was asked for. */
  done = $state("");
  ready = $state(false);
  /** The document as an act left it, while it is looked at. */
  was: WasView | undefined = $state.raw();
  document: DocumentKind = $state("STANDARD");
  readonly id: string;
  readonly #changed: () => Promise<unknown>;

  /** `changed` is told when the document was brought back. */
  constructor(
    id: string,
    document: DocumentKind,
    changed: () => Promise<unknown>,
  ) {
    this.id = id;
    this.document = document;
    this.#changed = changed;
  }

  get filtered(): boolean {
    return Object.values(this.only).some((text) => text !== "");
  }

  /** The newest ones again. */
  async load(): Promise<void> {
    await this.#ask(null);
  }

  async older(): Promise<void> {
    await this.#ask(this.acts.at(-1)?.number ?? null);
  }

  async filter(change: Partial<OnlyActs>): Promise<void> {
    this.only = { ...this.only, ...change };
    await this.load();
  }

  async clear(): Promise<void> {
    this.only = everything;
    await this.load();
  }

  async show(document: DocumentKind): Promise<void> {
    this.document = document;
    this.only = everything;
    this.was = undefined;
    this.acts = [];
    this.ready = false;
    await this.load();
  }

  /** The document as an act left it. */
  async look(number: number): Promise<void> {
    await this.#do(async () => {
      const { id, document } = this;
      this.was = await ask("as_it_was", { id, document, at: `act:${number}` });
    });
  }

  leave(): void {
    this.was = undefined;
  }

  /** The document is again as it was, by an act of its own. */
  async bring(): Promise<void> {
    const { was, id, document } = this;
    if (was === undefined) return;
    await this.#do(async () => {
      const asked = { id, document, at: `act:${was.act}` };
      await ask("return_to", asked);
      this.was = undefined;
      await this.#changed();
      await this.load();
      this.done = words.brought(count(was.act));
    });
  }

  /** Writes a copy of a file that was attached, where the person says. */
  async copy(digest: string, name: string): Promise<void> {
    await this.#do(async () => {
      const path = await copyOf(this.id, digest, name);
      if (path !== undefined) this.done = words.copied(path);
    });
  }

  async #do(act: () => Promise<void>): Promise<void> {
    this.trouble = this.done = "";
    try {
      await act();
    } catch (error) {
      this.trouble = says(error);
    }
  }

  async #ask(before: number | null): Promise<void> {
    const { id, document, only } = this;
    try {
      const asked = { id, document, before, count: page, only };
      const view = await ask("history", asked);
      // Others may have been asked for meanwhile.
      if (only !== this.only || document !== this.document) return;
      this.#take(view, before);
      this.trouble = "";
    } catch (error) {
      this.trouble = says(error);
    }
    this.ready = true;
  }

  #take(view: HistoryView, before: number | null): void {
    this.acts = before === null ? view.acts : [...this.acts, ...view.acts];
    this.total = view.total;
    this.more = view.more;
    this.people = view.people;
    this.kinds = view.kinds;
  }
}
