import { isTyping } from "#parts/rows.ts";
import type { Place } from "#pieces/going.ts";
import { focusSlot, mendAt } from "./arrange.ts";
import type { Draft } from "./draft.svelte.ts";
import { idsIn, slotKey } from "./sheet.ts";
import { nextFinding } from "./walking.ts";

/** What a narrow window shows, where there is no room for all three. */
export type Shown = "outline" | "text" | "page";

/** Walking about in a text: which section is open, and going to a place of it. */
export class Walker {
  /** The element whose texts are shown; the general data when empty. */
  section = $state("");
  shown: Shown = $state("text");
  readonly #draft: Draft;

  constructor(draft: Draft) {
    this.#draft = draft;
  }

  /** Shows this in a narrow window; the texts again, if it is what is shown. */
  turn(to: Shown): void {
    this.shown = this.shown === to ? "text" : to;
  }

  async go(place: Place): Promise<void> {
    const { part, field } = this.#firstOf(place);
    const slot = this.#draft.slots.find((one) => one.part === part);
    const elements = this.#draft.view?.document.elements ?? [];
    const isElement = elements.some((one) => one.id === part);
    this.section =
      part === null ? "" : isElement ? part : (slot?.element ?? this.section);
    this.shown = "text";
    await focusSlot(part, field);
  }

  /** Goes to a place asked for from elsewhere, with all that is said there in sight. */
  async visit(place: Place): Promise<void> {
    await this.go(place);
    const slot = document.activeElement;
    if (!(slot instanceof HTMLElement) || slot.dataset["slot"] === undefined)
      return;
    const said = document.getElementById(`f-${slot.dataset["slot"]}`);
    (said ?? slot).scrollIntoView({ block: "center" });
    // A long card may have sent the text itself away.
    slot.scrollIntoView({ block: "nearest" });
  }

  /** F8 and Alt+Entrar, wherever one is in the text. */
  async key(event: KeyboardEvent): Promise<void> {
    if (event.key === "Enter" && event.altKey) return this.#mend(event);
    if (event.key !== "F8") return;
    event.preventDefault();
    const findings = this.#draft.view?.findings ?? [];
    const step = event.shiftKey ? -1 : 1;
    const next = nextFinding(this.#draft, findings, step);
    if (next === undefined) return;
    await this.go(next);
    const anchor = slotKey(next.part, next.field ?? "");
    const card = document.getElementById(`f-${anchor}`);
    // What has no text of its own to put the cursor in is read on its card, whose keys mend it too.
    if (document.querySelector(`[data-slot="${anchor}"]`) === null) {
      card?.querySelector("button")?.focus();
      this.#draft.at = next;
    }
    // All that is said there is read, not only its first line.
    card?.scrollIntoView({ block: "center" });
  }

  /** On the buttons of a finding, the key that mends it mends that one. */
  async #mend(event: KeyboardEvent): Promise<void> {
    if (isTyping(event.target) || !(event.target instanceof Element)) return;
    const card = event.target.closest<HTMLElement>("[data-finding]");
    const finding = this.#draft.view?.findings.find(
      (one) => one.key === card?.dataset["finding"],
    );
    if (finding === undefined) return;
    event.preventDefault();
    await mendAt(this.#draft, finding);
  }

  /** A place that is a list is its first line; an empty one is left as it is. */
  #firstOf({ part, field }: Place): Place {
    const doc = this.#draft.view?.document;
    const first =
      field === null || doc === undefined
        ? undefined
        : idsIn(doc, part, field)[0];
    return first === undefined ? { part, field } : { part: first, field: null };
  }
}
