import { ask, Troubled } from "#api/ask.ts";
import type { SettingsView } from "#api/wire.ts";
import { says } from "./says.ts";

/** A name that is waited for: what is signed is somebody's, and nobody has said who works here. */
class Naming {
  asking = $state(false);
  trouble = $state("");
  #answer: (named: boolean) => void = () => undefined;

  /** Asks for it; answers whether it was said. */
  ask(): Promise<boolean> {
    this.#answer(false);
    this.trouble = "";
    this.asking = true;
    return new Promise((resolve) => (this.#answer = resolve));
  }

  /** Keeps the name for this workspace, and goes on with what waited for it. */
  async say(person: string): Promise<SettingsView | undefined> {
    this.trouble = "";
    try {
      const { letterhead, appearance, nonWorkingDays } = await ask(
        "settings",
        {},
      );
      const kept = { person, letterhead, appearance, nonWorkingDays };
      const view = await ask("save_settings", kept);
      this.asking = false;
      this.#answer(true);
      return view;
    } catch (error) {
      this.trouble = says(error);
      return undefined;
    }
  }

  leave(): void {
    this.asking = false;
    this.#answer(false);
  }
}

export const naming = new Naming();

/** Does what is signed; where nobody has said who signs, asks for the name and does it then. */
export async function signed<Answer>(
  what: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await what();
  } catch (error) {
    const nobody =
      error instanceof Troubled && error.trouble.code === "NOBODY_SIGNS";
    if (!nobody || !(await naming.ask())) throw error;
    return what();
  }
}
