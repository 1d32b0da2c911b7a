import type { LogView } from "#api/wire.ts";
import { says } from "#pieces/says.ts";
import { wasStopped, Work } from "#pieces/work.svelte.ts";
import { settings as words } from "#words/settings.ts";

/** Whether the workspace is what was sealed, while that is being checked and once it is known. */
export class Log {
  found: LogView | undefined = $state.raw();
  trouble = $state("");
  /** Whether the trouble is only that the person stopped it. */
  stopped = $state(false);
  readonly work = new Work();

  async check(): Promise<void> {
    if (this.work.busy) return;
    this.found = undefined;
    this.trouble = "";
    try {
      this.found = await this.work.do(words.checking, "verify_log", {});
    } catch (error) {
      this.stopped = wasStopped(error);
      this.trouble = says(error);
    }
  }
}
