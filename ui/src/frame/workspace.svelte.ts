import { ask, Troubled } from "#api/ask.ts";
import type { Trouble, WorkspaceView } from "#api/wire.ts";
import { says } from "#pieces/says.ts";

/** The workspace while it cannot be had: why, and what is tried. */
export class NoWorkspace {
  /** Why it does not open; nothing while it does. */
  trouble: Trouble | undefined = $state.raw();
  view: WorkspaceView = $state.raw({ path: "", copies: [] });
  /** What went wrong with what was tried. */
  refusal = $state("");
  working = $state(false);
  readonly #onopen: () => void;

  constructor(onopen: () => void) {
    this.#onopen = onopen;
  }

  /** Hears of a failure; one that is not of the workspace is answered with no. */
  async hear(error: unknown): Promise<boolean> {
    if (!(error instanceof Troubled)) return false;
    this.trouble = error.trouble;
    try {
      this.view = await ask("workspace", {});
    } catch {
      // Why it does not open is said all the same.
    }
    return true;
  }

  async retry(): Promise<void> {
    await this.open(this.view.path);
  }

  /** Asks for a file, and works in it. */
  async choose(kind: "WORKSPACE" | "NEW_WORKSPACE"): Promise<void> {
    let path: string | null = null;
    await this.#try(async () => {
      path = (await ask("pick_file", { kind })).path;
    });
    if (path !== null) await this.open(path);
  }

  async open(path: string): Promise<void> {
    await this.#try(async () => {
      this.view = await ask("open_workspace", { path });
      this.trouble = undefined;
      this.#onopen();
    });
  }

  async reveal(): Promise<void> {
    await this.#try(async () => {
      this.view = await ask("workspace", {});
      await ask("reveal", { path: this.view.path });
    });
  }

  async #try(what: () => Promise<void>): Promise<void> {
    if (this.working) return;
    this.working = true;
    this.refusal = "";
    try {
      await what();
    } catch (error) {
      this.refusal = says(error);
    } finally {
      this.working = false;
    }
  }
}
