import { ask } from "#api/ask.ts";
import type { ChangeView, ComparisonView, PointsView } from "#api/wire.ts";
import { exportName } from "#pieces/exportName.ts";
import { PaperOut } from "#pieces/paperOut.svelte.ts";
import { says } from "#pieces/says.ts";
import { compare as words } from "#words/compare.ts";

/** What is compared with itself at another moment. */
export interface Compared {
  id: string;
  /** Saves what is typed; answers whether everything is safe. */
  flush(): Promise<boolean>;
  /** The moment that it is compared with at first. */
  first(points: PointsView): string;
  /** What names its paper. */
  named(): { code: string; title: string };
}

const all = new WeakMap<object, Comparison>();

/** The comparison of a draft. Who goes elsewhere and comes back finds it as it was. */
export function comparisonOf(draft: object, of: () => Compared): Comparison {
  const comparison = all.get(draft) ?? new Comparison(of());
  all.set(draft, comparison);
  return comparison;
}

/** Two moments of a document, what changed between them, and why. */
export class Comparison {
  points: PointsView | undefined = $state.raw();
  view: ComparisonView | undefined = $state.raw();
  /** The moments: an edition, `act:57`, a day, or `now`. */
  a = $state("");
  b = $state("now");
  trouble = $state("");
  /** What is being typed of a reason, by the name of its row. */
  readonly typed: Record<string, string> = $state({});
  /** The comparison as a paper. */
  readonly out = new PaperOut();
  readonly #of: Compared;

  constructor(of: Compared) {
    this.#of = of;
  }

  get id(): string {
    return this.#of.id;
  }

  /** The moments again, and what changed between the two that are chosen. */
  async load(): Promise<void> {
    await this.#do(async () => {
      if (!(await this.#of.flush())) return;
      this.points = await ask("points", { id: this.id });
      if (this.a === "") this.a = this.#of.first(this.points);
      await this.#compare();
    });
  }

  async choose(a: string, b: string): Promise<void> {
    this.a = a;
    this.b = b;
    this.out.written = undefined;
    await this.#do(() => this.#compare());
  }

  /** What somebody typed of a row; saved when the cursor leaves it. */
  async reason(change: ChangeView): Promise<void> {
    const typed = this.typed[change.key];
    if (typed === undefined) return;
    if (typed.trim() === (change.reason?.text ?? "") && !change.reason?.stale) {
      delete this.typed[change.key];
      return;
    }
    await this.#do(async () => {
      const { id, a, b } = this;
      const asked = { id, a, b, row: change.key, reason: typed };
      this.view = await ask("give_reason", asked);
      // What was typed meanwhile stays.
      if (this.typed[change.key] === typed) delete this.typed[change.key];
    });
  }

  async undo(): Promise<void> {
    if (this.view?.undo) await this.#turn("undo_reason");
  }

  async redo(): Promise<void> {
    if (this.view?.redo) await this.#turn("redo_reason");
  }

  /** The comparison as a paper, where the person says. */
  async export(kind: string): Promise<void> {
    const own = exportName(this.#of.named(), kind);
    const { id, a, b } = this;
    await this.out.save(kind, `${words.fileName} ${own}`, (path, replace) =>
      this.out.work.do(words.printing, "export_comparison", {
        id,
        a,
        b,
        kind,
        path,
        replace,
      }),
    );
  }

  async #turn(command: "undo_reason" | "redo_reason"): Promise<void> {
    await this.#do(async () => {
      const { id, a, b } = this;
      this.view = await ask(command, { id, a, b });
    });
  }

  async #compare(): Promise<void> {
    const { id, a, b } = this;
    const view = await ask("compare", { id, a, b });
    // Others may have been chosen meanwhile.
    if (a === this.a && b === this.b) this.view = view;
  }

  async #do(act: () => Promise<void>): Promise<void> {
    this.trouble = "";
    try {
      await act();
    } catch (error) {
      this.trouble = says(error);
    }
  }
}
