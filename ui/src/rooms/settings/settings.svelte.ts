import { ask } from "#api/ask.ts";
import type { SettingsView } from "#api/wire.ts";
import { says } from "#pieces/says.ts";

/** The person, the letterhead and the appearance, while they are being changed. */
export class Settings {
  person: string = $state("");
  letterhead: string = $state("");
  appearance: string = $state("system");
  trouble = $state("");
  saved = $state(false);
  readonly #onsaved: (view: SettingsView) => void;

  constructor(view: SettingsView, onsaved: (view: SettingsView) => void) {
    this.#onsaved = onsaved;
    this.#take(view);
  }

  async save(): Promise<void> {
    this.trouble = "";
    this.saved = false;
    try {
      const view = await ask("save_settings", {
        person: this.person.trim(),
        letterhead: this.letterhead
          .split("\n")
          .map((line) => line.trim())
          .filter(Boolean),
        appearance: this.appearance,
      });
      this.#take(view);
      this.#onsaved(view);
      this.saved = true;
    } catch (error) {
      this.trouble = says(error);
    }
  }

  #take(view: SettingsView): void {
    this.person = view.person;
    this.letterhead = view.letterhead.join("\n");
    this.appearance = view.appearance;
  }
}
