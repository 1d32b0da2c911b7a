import { ask } from "#api/ask.ts";
import type { RuleView } from "#api/wire.ts";

/** What the rules are: asked once, for they stay the same while the window is open. */
class RuleBook {
  #known: Map<string, RuleView> | undefined = $state.raw();
  #asked = false;

  rule(id: string): RuleView | undefined {
    return this.#known?.get(id);
  }

  load(): void {
    if (this.#asked) return;
    this.#asked = true;
    void ask("rules", {}).then(
      (rules) => (this.#known = new Map(rules.map((rule) => [rule.id, rule]))),
      // Without them a finding still says what is wrong, and on what basis.
      () => (this.#asked = false),
    );
  }
}

export const ruleBook = new RuleBook();
