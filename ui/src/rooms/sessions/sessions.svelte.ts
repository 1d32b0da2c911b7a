import { ask } from "#api/ask.ts";
import type { SessionsView } from "#api/wire.ts";
import { says } from "#pieces/says.ts";

/** The sessions of COVACEC. */
export class Sessions {
  view: SessionsView | undefined = $state.raw();
  trouble = $state("");

  async load(): Promise<void> {
    this.trouble = "";
    try {
      this.view = await ask("sessions", {});
    } catch (error) {
      this.trouble = says(error);
    }
  }
}
