import { ask, type Request } from "#api/ask.ts";
import type { SettingsView } from "#api/wire.ts";
import type { Saving } from "#pieces/saving.svelte.ts";
import { says } from "#pieces/says.ts";
import { isNobody } from "#words/home.ts";

type Kept = Request<"save_settings">;
export type Setting = keyof Kept;

/** What is being saved of the settings; a form that was left goes on saving. */
let line: Promise<void> = Promise.resolve();

/** Waits until every setting that was changed was saved, or refused. */
export function settingsKept(): Promise<void> {
  return line;
}

/**
 * The person, the letterhead, the appearance and the office's days, while they are being changed.
 *
 * Each is saved by itself when it is left: what is wrong in one keeps none of the others waiting.
 */
export class Settings {
  person: string = $state("");
  letterhead: string = $state("");
  appearance: string = $state("system");
  nonWorkingDays: string = $state("");
  /** Why what one of them says now is not saved. */
  readonly troubles: Partial<Record<Setting, string>> = $state({});
  /** The one that was saved last. */
  saved: Setting | undefined = $state();
  #kept: Kept;
  readonly #saving: Saving;
  readonly #onsaved: (view: SettingsView) => void;

  constructor(
    view: SettingsView,
    saving: Saving,
    onsaved: (view: SettingsView) => void,
  ) {
    this.#saving = saving;
    this.#onsaved = onsaved;
    this.#kept = keptIn(view);
    this.person = this.#kept.person;
    this.letterhead = this.#kept.letterhead.join("\n");
    this.appearance = this.#kept.appearance;
    this.nonWorkingDays = this.#kept.nonWorkingDays;
  }

  /** Something is being typed: it is not saved yet. */
  typing(): void {
    this.saved = undefined;
    this.#saving.typing();
  }

  /** Saves what was changed, each by itself, one after another. */
  leave(): Promise<void> {
    line = line.then(() => this.#saveAll());
    return line;
  }

  async #saveAll(): Promise<void> {
    const now: Kept = {
      person: this.person.trim(),
      letterhead: this.#lines(),
      appearance: this.appearance,
      nonWorkingDays: this.nonWorkingDays.trim(),
    };
    for (const name of Object.keys(now) as Setting[]) {
      if (String(now[name]) === String(this.#kept[name]))
        delete this.troubles[name];
      else await this.#save(name, { ...this.#kept, [name]: now[name] });
    }
    const [first] = Object.values(this.troubles);
    if (first !== undefined)
      this.#saving.failed(first, () => void this.leave());
    else if (["typing", "unsaved"].includes(this.#saving.state))
      this.#saving.done("");
  }

  async #save(name: Setting, asked: Kept): Promise<void> {
    this.saved = undefined;
    try {
      const view = await ask("save_settings", asked);
      this.#kept = keptIn(view);
      delete this.troubles[name];
      this.#onsaved(view);
      this.saved = name;
    } catch (error) {
      this.troubles[name] = says(error);
    }
  }

  #lines(): string[] {
    const lines = this.letterhead.split("\n").map((line) => line.trim());
    return lines.filter(Boolean);
  }
}

/** What can be set, as it is kept; nobody's name is an empty one. */
function keptIn(view: SettingsView): Kept {
  return {
    person: isNobody(view.person) ? "" : view.person,
    letterhead: view.letterhead,
    appearance: view.appearance,
    nonWorkingDays: view.nonWorkingDays.trim(),
  };
}
