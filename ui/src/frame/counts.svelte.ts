import { ask } from "#api/ask.ts";
import { count } from "#words/numbers.ts";

/** What waits in each room of the rail, in words; empty where nothing does. */
export class Counts {
  home = $state("");
  standards = $state("");
  maps = $state("");

  cases(mine: number, all: number): void {
    this.home = some(mine);
    this.standards = some(all);
  }

  drawn(maps: number): void {
    this.maps = some(maps);
  }

  /** Asks how many maps there are; without an answer none is said. */
  ask(): void {
    void ask("maps", {}).then(
      ({ rows }) => this.drawn(rows.length),
      () => undefined,
    );
  }
}

function some(n: number): string {
  return n > 0 ? count(n) : "";
}
