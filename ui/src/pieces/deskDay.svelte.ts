import { todayHere } from "#words/numbers.ts";

/** The day it is for the desk; the workstation's until the desk has said its own. */
class DeskDay {
  #said = $state("");

  get today(): string {
    return this.#said || todayHere();
  }

  hear(day: string): void {
    this.#said = day;
  }
}

export const deskDay = new DeskDay();
