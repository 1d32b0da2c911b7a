import { ask, Troubled } from "#api/ask.ts";
import type {
  EditRequest,
  FindingView,
  ForeseenView,
  StandardView,
} from "#api/wire.ts";
import type { Place } from "#pieces/going.ts";
import type { Saving } from "#pieces/saving.svelte.ts";
import { says } from "#pieces/says.ts";
import { frozen } from "#words/editor.ts";
import { SvelteMap } from "svelte/reactivity";
import { flushInstruments } from "./iec/instrument.svelte.ts";
import { Drafts } from "#pieces/drafts.ts";
import { Line } from "#pieces/line.ts";
import { Soon } from "#pieces/soon.ts";
import { Twice } from "#pieces/twice.ts";
import { SupportForm } from "./support.svelte.ts";
import {
  anchorOf,
  anchors,
  idsIn,
  slotKey,
  slots,
  wholeDocument,
} from "./sheet.ts";

interface Typed {
  part: string | null;
  field: string;
  text: string;
  /** Saved as it stands; kept while the cursor is still in it. */
  sent: boolean;
}

/** What a removal would break, and how to make it all the same. */
export interface Breaks {
  foreseen: ForeseenView;
  go: () => Promise<void>;
}

/**
 * A standard while it is drafted: the desk's last answer, and what was typed since.
 *
 * What is asked of the desk goes one thing after another. A text leaves `typed` only when the desk
 * has written it down.
 */
export class Draft {
  readonly id: string;
  view: StandardView | undefined = $state.raw();
  readonly typed = new SvelteMap<string, Typed>();
  #at: Place = $state.raw({ part: null, field: null });
  /** A part that was just added and is still being begun: nobody objects to it yet. */
  fresh = $state("");
  /** The text that had the cursor last, by its name in the window. */
  near = $state("");
  trouble = $state("");
  /** A place to go to, asked for by what was done. */
  asked: Place | undefined = $state.raw();
  /** What a removal would break, until a person says whether it is made. */
  breaks: Breaks | undefined = $state.raw();
  /** Where the last mended finding was, to say so for a moment. */
  mended = $state("");
  /** The typed part of the support file, while it is being filled. */
  readonly support: SupportForm = new SupportForm(this);
  /** Someone chose to edit a frozen text, knowing where it takes the case. */
  #reopened = $state(false);
  /** The stage that an edit took the case out of, and the text that was frozen there. */
  #left: { stage: string; digest: string } | undefined;
  readonly #twice = new Twice();
  readonly #saving: Saving;
  #looking = false;
  /** What is said for a moment, and until when. */
  #fleeting = $state("");
  #fades: ReturnType<typeof setTimeout> | undefined;
  readonly #line = new Line();
  readonly #soon = new Soon(() => void this.flush());

  constructor(id: string, saving: Saving) {
    this.id = id;
    this.#saving = saving;
  }

  /** The text that has the cursor. */
  get at(): Place {
    return this.#at;
  }

  set at(place: Place) {
    this.#at = place;
    if (place.field === null) return;
    this.near = slotKey(place.part, place.field);
    if (place.part !== this.fresh) this.fresh = "";
  }

  readonly slots = $derived.by(() =>
    this.view === undefined ? [] : slots(this.view.document),
  );
  readonly #saved = $derived(
    new Map(
      this.slots.map((slot) => [slotKey(slot.part, slot.field), slot.text]),
    ),
  );
  readonly #anchors = $derived(
    this.view === undefined
      ? new Set<string>()
      : anchors(this.view.document, this.slots),
  );

  /** What still stands, worst first, by where it is shown. */
  readonly findings: Map<string, FindingView[]> = $derived.by(() => {
    const by = new Map<string, FindingView[]>();
    for (const finding of this.view?.findings ?? []) {
      const key = this.anchor(finding);
      by.set(key, [...(by.get(key) ?? []), finding]);
    }
    for (const list of by.values()) list.sort((a, b) => weight(a) - weight(b));
    return by;
  });

  /** Whether something typed is not yet written down. */
  get unsaved(): boolean {
    return (
      this.support.unsaved ||
      [...this.typed.values()].some((typed) => !typed.sent)
    );
  }

  /** What is typed and not written down, as it is asked of the desk. */
  readonly writes: EditRequest[] = $derived(
    [...this.typed]
      .filter(([, typed]) => !typed.sent)
      .map(([key, { part, field, text }]) => ({
        write: { part, field, before: this.#saved.get(key) ?? "", after: text },
      }))
      .filter(({ write }) => tidy(write.after) !== write.before),
  );

  /** Whether its text stands frozen: it is read, and not changed. */
  get locked(): boolean {
    return (
      this.view !== undefined && this.view.frozen !== null && !this.#reopened
    );
  }

  /** Unlocks the text until it is frozen again. */
  reopen(): void {
    this.#reopened = true;
  }

  anchor(finding: FindingView): string {
    return this.view === undefined
      ? wholeDocument
      : anchorOf(finding, this.view.document, this.#anchors);
  }

  async load(): Promise<void> {
    await this.#line.do(async () => {
      try {
        this.#show(await ask("standard", { id: this.id }));
        this.trouble = "";
      } catch (error) {
        this.trouble = says(error);
      }
    });
  }

  /** Looks again on coming back to the window, if nothing here waits to be saved. */
  async lookAgain(): Promise<void> {
    if (this.view === undefined || this.unsaved || this.#looking) return;
    this.#looking = true;
    await this.#line.do(async () => {
      if (!this.unsaved) await this.#look();
    });
    this.#looking = false;
  }

  /** What a text says now: as typed, or as saved. */
  text(part: string | null, field: string): string {
    const key = slotKey(part, field);
    return this.typed.get(key)?.text ?? this.#saved.get(key) ?? "";
  }

  saved(part: string | null, field: string): string {
    return this.#saved.get(slotKey(part, field)) ?? "";
  }

  /** A text as it is being typed; it is saved soon. */
  type(part: string | null, field: string, text: string): void {
    if (this.locked) return;
    this.typed.set(slotKey(part, field), { part, field, text, sent: false });
    this.#saving.typing();
    this.#soon.key();
  }

  /** Something of the support file is being typed. */
  typing(): void {
    this.#saving.typing();
  }

  /** The cursor left a text: what is typed is saved now. */
  async leave(part: string | null, field: string): Promise<void> {
    if (this.at.part === part && this.at.field === field)
      this.at = { part: null, field: null };
    // The desk may keep it otherwise than it was typed: with the end that its list gives it.
    const key = slotKey(part, field);
    if (this.typed.get(key)?.sent) this.typed.delete(key);
    await this.flush();
  }

  /** Saves what is typed; answers whether everything is safe. */
  async flush(): Promise<boolean> {
    this.#soon.begun();
    const texts = await this.#line.do(() => this.#send([]));
    return (await this.support.save()) && texts;
  }

  /** What changes would break; nothing where that cannot be known, for they can be undone. */
  async foresee(...edits: EditRequest[]): Promise<ForeseenView | undefined> {
    await this.flush();
    try {
      const seen = await ask("foresee", { id: this.id, edits });
      const all = [seen.stale, seen.orphans, seen.functions];
      return all.some((one) => one.length > 0) ? seen : undefined;
    } catch {
      return undefined;
    }
  }

  /** Makes changes, together with what is typed. */
  async change(...edits: EditRequest[]): Promise<boolean> {
    this.#soon.begun();
    return this.#line.do(async () => !this.#refuses() && this.#send(edits));
  }

  /** Adds a part to a list; answers with its id. */
  async add(
    owner: string | null,
    list: string,
    at: number,
    text = "",
  ): Promise<string | undefined> {
    const before = new Set(
      this.view ? idsIn(this.view.document, owner, list) : [],
    );
    const done = await this.change({
      add: { owner, list, at, text, aside: "" },
    });
    if (!done || this.view === undefined) return undefined;
    const ids = idsIn(this.view.document, owner, list);
    const made = ids.find((id) => !before.has(id));
    this.fresh = made ?? "";
    return made;
  }

  /** Takes the last change back; answers whether it did. */
  async undo(): Promise<boolean> {
    if (this.#refuses() || !(await this.flush())) return false;
    const asks = this.#twice.asks(this.view);
    if (asks !== "") {
      this.say(asks);
      return false;
    }
    if (!(await this.take(() => ask("undo", { id: this.id })))) {
      this.say(this.trouble);
      return false;
    }
    if (this.view?.digest === this.#left?.digest)
      this.trouble = frozen.stays(
        this.#left?.stage ?? "",
        this.view?.case.stateName ?? "",
      );
    return true;
  }

  /** Makes again what was taken back last; answers whether it did. */
  async redo(): Promise<boolean> {
    if (this.#refuses() || !(await this.flush())) return false;
    const done = await this.take(() => ask("redo", { id: this.id }));
    if (!done) this.say(this.trouble);
    return done;
  }

  /** How many findings of its rule are mended in the same way, this one too. */
  alike(finding: FindingView): number {
    const same = (one: FindingView) =>
      one.rule === finding.rule &&
      one.remedy === "REPLACE" &&
      one.setAside === null;
    if (!same(finding)) return 1;
    return this.view?.findings.filter(same).length ?? 1;
  }

  /** Mends a finding as its remedy says; `alike`, with all that are mended as it is. */
  async fix(finding: FindingView, alike = false): Promise<boolean> {
    if (this.#refuses() || !(await this.flush())) return false;
    const { id } = this;
    const { key } = finding;
    if (!(await this.take(() => ask("mend", { id, key, alike })))) return false;
    this.mended = this.anchor(finding);
    setTimeout(() => (this.mended = ""), 2000);
    return true;
  }

  /** Takes the view another request answers with, in its turn; answers whether it came. */
  async take(request: () => Promise<StandardView>): Promise<boolean> {
    return this.#line.do(async () => {
      this.#saving.begin();
      try {
        this.#arrive(await request());
        this.#report();
        this.trouble = "";
        return true;
      } catch (error) {
        if (isStale(error)) await this.#look();
        this.trouble = says(error);
        this.#report();
        return false;
      }
    });
  }

  /** Saves something of the standard that is no edit of its text; what was typed stays if it fails. */
  async keep(
    request: () => Promise<StandardView>,
    retry: () => void,
  ): Promise<boolean> {
    return this.#line.do(async () => {
      this.#saving.begin();
      try {
        this.#arrive(await request());
        return true;
      } catch (error) {
        if (isStale(error)) await this.#look();
        this.#saving.failed(says(error), retry);
        return false;
      }
    });
  }

  /** Says that everything is written down, if it is. */
  report(): void {
    this.#report();
  }

  /** Says something until the next key, or for six seconds. */
  say(text: string): void {
    this.trouble = this.#fleeting = text;
    clearTimeout(this.#fades);
    this.#fades = setTimeout(() => this.forget(), 6000);
  }

  /** Whether what is said is only said for a moment: nothing went wrong. */
  get gentle(): boolean {
    return this.#fleeting !== "" && this.trouble === this.#fleeting;
  }

  /** What was said for a moment goes away. */
  forget(): void {
    clearTimeout(this.#fades);
    if (this.gentle) this.trouble = "";
    this.#fleeting = "";
  }

  /** Says why a frozen text is not changed. */
  #refuses(): boolean {
    if (this.locked) this.say(frozen.refuses(this.view?.case.stateName ?? ""));
    return this.locked;
  }

  async #send(edits: EditRequest[], again = true): Promise<boolean> {
    const sending = [...this.typed].filter(([, typed]) => !typed.sent);
    const { writes } = this;
    if (writes.length + edits.length > 0) {
      if (this.locked) {
        const why = frozen.says(this.view?.case.stateName ?? "");
        this.#saving.failed(why, () => void this.flush());
        return false;
      }
      this.#saving.begin();
      try {
        const request = { id: this.id, edits: [...writes, ...edits] };
        this.#arrive(await ask("edit_standard", request));
      } catch (error) {
        if (
          again &&
          error instanceof Troubled &&
          error.trouble.code === "CHANGED"
        ) {
          await this.#look();
          return this.#send(edits, false);
        }
        this.#saving.failed(says(error), () => void this.flush());
        return false;
      }
    }
    for (const [key, { text }] of sending) this.#settle(key, text);
    if (sending.length + edits.length > 0) this.#report();
    return true;
  }

  /** A text that was sent: forgotten, unless it changed meanwhile or still has the cursor. */
  #settle(key: string, sent: string): void {
    const now = this.typed.get(key);
    if (now === undefined || now.text !== sent) return;
    if (slotKey(this.at.part, this.at.field ?? "") === key)
      this.typed.set(key, { ...now, sent: true });
    else this.typed.delete(key);
  }

  /** Looks again at how it stands; what cannot be seen stays as it was. */
  async #look(): Promise<void> {
    try {
      const view = await ask("standard", { id: this.id });
      if (JSON.stringify(view) !== JSON.stringify(this.view)) this.#show(view);
    } catch {
      // It was asked only to be sure: whoever asked says what went wrong.
    }
  }

  #show(view: StandardView): void {
    const was = this.view;
    if (was?.frozen !== view.frozen || was.case.state !== view.case.state)
      this.#reopened = false;
    if (was?.frozen && view.frozen === null)
      this.#left = { stage: was.case.stateName, digest: was.digest };
    this.view = view;
  }

  #arrive(view: StandardView): void {
    this.#show(view);
    for (const [key, typed] of this.typed)
      if (typed.sent) this.typed.delete(key);
  }

  /** Nothing is said to be saved while something else waits. */
  #report(): void {
    if (this.unsaved) this.#saving.typing();
    else if (this.view) this.#saving.done(this.view.savedAt);
  }
}

/** Whether a refusal says that the room shows an old stage. */
function isStale(error: unknown): boolean {
  return (
    error instanceof Troubled &&
    ["ACT_REFUSED", "CHANGED"].includes(error.trouble.code)
  );
}

const weights: Record<string, number> = { error: 0, warning: 1, advice: 2 };

function weight(finding: FindingView): number {
  return (finding.setAside === null ? 0 : 3) + (weights[finding.severity] ?? 2);
}

/** As the desk keeps a text: without spaces at its ends. */
function tidy(text: string): string {
  return text.trim();
}

const drafts = new Drafts<Draft>();

/** The draft of a standard: the one that still has something unsaved, or a new one. */
export function draftOf(id: string, saving: Saving): Draft {
  return drafts.of(id, () => new Draft(id, saving));
}

/** Saves what every draft and its instrument hold; answers whether everything is safe. */
export async function flushAll(): Promise<boolean> {
  const texts = await drafts.flush();
  return (await flushInstruments()) && texts;
}
