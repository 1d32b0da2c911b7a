import { ask } from "#api/ask.ts";
import type { SettingsView } from "#api/wire.ts";
import { says } from "#pieces/says.ts";

/** The person, the letterhead, the appearance and the office's days, while they are being changed. */
export class Settings {
  person: string = $state("");
  letterhead: string = $state("");
  appearance: string = $state("system");
  nonWorkingDays: string = $state("");
  trouble = $state("");
  saved = $state(false);
  #kept: SettingsView;
  readonly #onsaved: (view: SettingsView) => void;

  constructor(view: SettingsView, onsaved: (view: SettingsView) => void) {
    this.#onsaved = onsaved;
    this.#kept = view;
    this.#take(view);
  }

  /** Saves what was changed, if anything was: leaving a field is enough. */
  async leave(): Promise<void> {
    const kept = this.#kept;
    const same =
      kept.person === this.person.trim() &&
      kept.appearance === this.appearance &&
      kept.nonWorkingDays === this.nonWorkingDays.trim() &&
      kept.letterhead.join("\n") === this.#lines().join("\n");
    if (!same) await this.save();
  }

  async save(): Promise<void> {
    this.trouble = "";
    this.saved = false;
    try {
      const view = await ask("save_settings", {
        person: this.person.trim(),
        letterhead: this.#lines(),
        appearance: this.appearance,
        nonWorkingDays: this.nonWorkingDays,
      });
      this.#take(view);
      this.#onsaved(view);
      this.saved = true;
    } catch (error) {
      this.trouble = says(error);
    }
  }

  #lines(): string[] {
    const lines = this.letterhead.split("\n").map((line) => line.trim());
    return lines.filter(Boolean);
  }

  #take(view: SettingsView): void {
    this.#kept = view;
    this.person = view.person;
    this.letterhead = view.letterhead.join("\n");
    this.appearance = view.appearance;
    this.nonWorkingDays = view.nonWorkingDays;
  }
}
