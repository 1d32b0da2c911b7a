import { ask } from "#api/ask.ts";
import type { HomeView } from "#api/wire.ts";
import { deskDay } from "#pieces/deskDay.svelte.ts";
import { count } from "#words/numbers.ts";

/** What waits in each room of the rail, in words; empty where nothing does. */
export class Counts {
  home = $state("");
  standards = $state("");
  maps = $state("");

  /** What Inicio was answered: my cases, the standards, and the day. */
  hear(view: HomeView): void {
    const all = view.stages.reduce((sum, stage) => sum + stage.count, 0);
    this.home = some(view.mineTotal);
    this.standards = some(all);
    deskDay.hear(view.today);
  }

  drawn(maps: number): void {
    this.maps = some(maps);
  }

  /** Asks how many cases there are; without an answer, what was said stays. */
  askCases(): void {
    void ask("home", {}).then(
      (view) => this.hear(view),
      () => undefined,
    );
  }

  /** Asks how many maps there are; without an answer, what was said stays. */
  askMaps(): void {
    void ask("maps", {}).then(
      ({ rows }) => this.drawn(rows.length),
      () => undefined,
    );
  }
}

function some(n: number): string {
  return n > 0 ? count(n) : "";
}
