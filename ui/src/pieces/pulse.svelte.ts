import { ask } from "#api/ask.ts";

/** How often it is asked whether somebody else wrote in the workspace. */
const rest = 2500;

/** Whether somebody else wrote in the workspace: the command line, or another process. */
class Pulse {
  /** Changes when somebody else wrote; whoever shows something looks again. */
  beats = $state(0);
  #last: number | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** Listens until what it answers is called. */
  listen(): () => void {
    this.#timer = setInterval(() => void this.feel(), rest);
    return () => clearInterval(this.#timer);
  }

  /** Asks now, if anybody is looking. */
  async feel(): Promise<void> {
    if (document.visibilityState === "hidden") return;
    try {
      const { beat } = await ask("pulse", {});
      if (this.#last !== undefined && this.#last !== beat) this.beats++;
      this.#last = beat;
    } catch {
      // A workspace that does not answer is told of by whoever needs it.
    }
  }
}

export const pulse = new Pulse();
