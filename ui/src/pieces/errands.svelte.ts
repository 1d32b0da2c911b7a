import { ask, Troubled } from "#api/ask.ts";
import type { PickKind } from "#api/wire.ts";
import { says } from "./says.ts";
import { wasStopped, Work } from "./work.svelte.ts";

/** Files that one place of the window takes in and writes, with work that may take its time. */
export class Errands {
  readonly work = new Work();
  trouble = $state("");
  /** Whether the trouble is only that the person stopped it. */
  stopped = $state(false);

  async reveal(path: string): Promise<void> {
    await this.run(async () => {
      await ask("reveal", { path });
    });
  }

  /** The file or folder that the person chooses; nothing where nothing was chosen. */
  protected async pick(
    kind: PickKind,
    name?: string,
  ): Promise<string | undefined> {
    let chosen: string | undefined;
    // One thing at a time: what is being done has to end, or be stopped.
    if (this.work.busy) return undefined;
    await this.run(async () => {
      const asked = name === undefined ? { kind } : { kind, name };
      chosen = (await ask("pick_file", asked)).path ?? undefined;
    });
    return chosen;
  }

  /** Does it, and tells what refused it. */
  protected async run(act: () => Promise<void>): Promise<void> {
    this.trouble = "";
    try {
      await act();
    } catch (error) {
      this.stopped = wasStopped(error);
      this.trouble = says(error);
      await this.refused();
    }
  }

  /** What else is to be done once something was refused. */
  protected async refused(): Promise<void> {}
}

/** Whether it was refused because there is a file of that name. */
export function isThere(error: unknown): boolean {
  return error instanceof Troubled && error.trouble.code === "FILE_EXISTS";
}
