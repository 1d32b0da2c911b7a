import {
  carry,
  Troubled,
  type Carried,
  type LongCommand,
  type Request,
  type View,
} from "#api/ask.ts";
import { signed } from "./naming.svelte.ts";

/** How often long work is asked how far it is: before it is first shown, and as one reads. */
const often = 250;

/** Long work of one place of the window: what it is at, how far, and a way to stop it. */
export class Work {
  /** What is being done; empty while nothing is. */
  says = $state("");
  /** The same for who listens: said anew with each step, not with each number. */
  step = $state("");
  /** From 0 to 1; nothing where it is not known how much there is. */
  fraction: number | undefined = $state();
  stopping = $state(false);
  #carried: Carried<unknown> | undefined;

  get busy(): boolean {
    return this.says !== "";
  }

  /** Does it, and answers what came of it; `says` is shown until the desk says more. What is signed
   * asks first who signs, where nobody has said. */
  do<C extends LongCommand>(
    says: string,
    command: C,
    request: Request<C>,
  ): Promise<View<C>> {
    return signed(() => this.#carry(says, command, request));
  }

  async #carry<C extends LongCommand>(
    says: string,
    command: C,
    request: Request<C>,
  ): Promise<View<C>> {
    this.#show(says, 0, 0);
    const carried = carry(command, request);
    this.#carried = carried;
    const looking = setInterval(() => void this.#look(carried), often);
    try {
      return await carried.answer;
    } finally {
      clearInterval(looking);
      if (this.#carried === carried) this.#rest();
    }
  }

  /** Asks it to stop, which it does at its next step: what waits for its answer is told so. */
  async stop(): Promise<void> {
    if (this.#carried === undefined || this.stopping) return;
    this.stopping = true;
    await this.#carried.stop().catch(() => undefined);
  }

  async #look(carried: Carried<unknown>): Promise<void> {
    const at = await carried.standing().catch(() => undefined);
    if (at !== undefined && at.says !== "" && this.#carried === carried)
      this.#show(at.says, at.done, at.of);
  }

  #show(says: string, done: number, of: number): void {
    if (plain(says) !== plain(this.says)) this.step = says;
    this.says = says;
    this.fraction = of === 0 ? undefined : done / of;
  }

  #rest(): void {
    this.#carried = undefined;
    this.says = this.step = "";
    this.fraction = undefined;
    this.stopping = false;
  }
}

/** Words without their numbers. */
const plain = (says: string) => says.replace(/\d+/g, "");

/** Whether an error is only that the person stopped the work. */
export const wasStopped = (error: unknown): boolean =>
  error instanceof Troubled && error.trouble.code === "STOPPED";
