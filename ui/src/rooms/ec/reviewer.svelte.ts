import { ask } from "#api/ask.ts";
import type { FindingView, RuleView } from "#api/wire.ts";
import { getContext, setContext } from "svelte";
import type { Draft } from "./draft.svelte.ts";

const name = Symbol("reviewer");

/** The rules, and what a person decides about what they found. */
export class Reviewer {
  #rules: Map<string, RuleView> = $state.raw(new Map());
  readonly #draft: Draft;

  constructor(draft: Draft) {
    this.#draft = draft;
    void ask("rules", {}).then(
      (rules) => (this.#rules = new Map(rules.map((rule) => [rule.id, rule]))),
      // Without its rules a finding still says what is wrong.
      () => undefined,
    );
  }

  rule(id: string): RuleView | undefined {
    return this.#rules.get(id);
  }

  setAside(
    finding: FindingView,
    kind: string,
    reason: string,
  ): Promise<boolean> {
    const { id } = this.#draft;
    return this.#draft.take(() =>
      ask("set_aside", { id, key: finding.key, kind, reason }),
    );
  }

  takeBack(finding: FindingView): Promise<boolean> {
    const { id } = this.#draft;
    return this.#draft.take(() => ask("take_up", { id, key: finding.key }));
  }
}

/** Lends the reviewer to everything inside a standard's room. */
export function lendReviewer(draft: Draft): Reviewer {
  return setContext(name, new Reviewer(draft));
}

export function getReviewer(): Reviewer {
  return getContext<Reviewer>(name);
}
