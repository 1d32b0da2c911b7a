import { ask, Troubled } from "#api/ask.ts";
import type {
  IecFindingView,
  IecItemView,
  IecQuestion,
  IecRequest,
  InstrumentView,
  LeafView,
} from "#api/wire.ts";
import type { Saving } from "#pieces/saving.svelte.ts";
import { signed } from "#pieces/naming.svelte.ts";
import { says } from "#pieces/says.ts";
import { Drafts } from "#pieces/drafts.ts";
import { Line } from "#pieces/line.ts";
import { Soon } from "#pieces/soon.ts";
import { iec as words } from "#words/iec.ts";
import { SvelteMap } from "svelte/reactivity";
import { requestOf, textsOf, type Written } from "./written.ts";

/** The parts of the tab. */
export type Side =
  "coverage" | "items" | "weights" | "papers" | "pilot" | "editions";

/** What is typed and not written down yet; once sent it is kept while the cursor is in it. */
interface Typed {
  what: Written;
  sent: boolean;
}

/**
 * The instrument of a standard while it is drafted: the desk's last answer, what was typed since, and
 * where one is in it.
 *
 * What is asked of the desk goes one thing after another. What is typed leaves `typed` only when the
 * desk has written it down.
 */
export class Instrument {
  readonly id: string;
  view: InstrumentView | undefined = $state.raw();
  readonly typed = new SvelteMap<string, Typed>();
  side: Side = $state("coverage");
  /** The leaf, the item or the tool one is at. */
  at = $state("");
  /** Goes up when the focus is to come to a part; and whether into its text. */
  called = $state({ times: 0, part: "", writing: false });
  /** The finding one was led to last. */
  told: IecFindingView | undefined = $state.raw();
  /** The text that has the cursor. */
  cursor = $state("");
  trouble = $state("");
  readonly #saving: Saving;
  readonly #line = new Line();
  #fleeting = "";
  #came = "";
  #fades: ReturnType<typeof setTimeout> | undefined;
  readonly #soon = new Soon(() => void this.flush());

  constructor(id: string, saving: Saving) {
    this.id = id;
    this.#saving = saving;
  }

  readonly items: Map<string, IecItemView> = $derived(
    new Map(
      (this.view?.tools ?? []).flatMap((tool) =>
        tool.items.map((item) => [item.id, item]),
      ),
    ),
  );
  readonly leaves: Map<string, LeafView> = $derived(
    new Map((this.view?.leaves ?? []).map((leaf) => [leaf.id, leaf])),
  );
  /** What the rules see and nobody set aside. */
  readonly standing: IecFindingView[] = $derived(
    (this.view?.findings ?? []).filter(({ setAside }) => setAside === null),
  );
  /** What the rules see, by the part it speaks of. */
  readonly findings: Map<string, IecFindingView[]> = $derived.by(() => {
    const by = new Map<string, IecFindingView[]>();
    for (const finding of this.standing) {
      const part = finding.part ?? "";
      by.set(part, [...(by.get(part) ?? []), finding]);
    }
    return by;
  });
  readonly #saved: Map<string, string> = $derived(textsOf(this.view));

  /** Whether it is frozen: it is read, and what to do to change it is said. */
  get closed(): boolean {
    return this.view?.standing.closed ?? false;
  }

  /** Whether something typed is not yet written down. */
  get unsaved(): boolean {
    return [...this.typed.values()].some((typed) => !typed.sent);
  }

  async load(): Promise<void> {
    await this.#line.do(async () => {
      try {
        this.view = await ask("instrument", { id: this.id });
        this.trouble = "";
      } catch (error) {
        this.trouble = says(error);
      }
    });
  }

  /** What long work of the desk made of it. */
  take(view: InstrumentView): void {
    this.#arrive(view);
  }

  /** Looks again, if nothing here waits to be saved. */
  async lookAgain(): Promise<void> {
    await this.#line.do(async () => {
      if (!this.unsaved) await this.#look();
    });
  }

  saved(key: string): string {
    return this.#saved.get(key) ?? "";
  }

  /** What a text says now: as typed, or as saved. */
  text(key: string): string {
    const what = this.typed.get(key)?.what;
    return what?.kind === "text" ? what.text : this.saved(key);
  }

  /** A question as it is now: as typed, or as saved. */
  question(saved: IecQuestion): IecQuestion {
    const what = this.typed.get(saved.id)?.what;
    return what?.kind === "question" ? what.question : saved;
  }

  type(key: string, text: string): void {
    this.#type(key, { kind: "text", text });
  }

  setQuestion(question: IecQuestion): void {
    this.#type(question.id, { kind: "question", question });
  }

  /** The cursor left a text: what is typed is saved now. */
  async leave(key: string): Promise<void> {
    if (this.cursor === key) this.cursor = "";
    await this.flush();
  }

  /** Saves what is typed; answers whether everything is safe: half a figure is not. */
  async flush(): Promise<boolean> {
    this.#soon.begun();
    const done = await this.#line.do(() => this.#send([]));
    return done && !this.unsaved;
  }

  /** Makes changes, together with what is typed; answers whether it did. */
  async change(...edits: IecRequest[]): Promise<boolean> {
    if (this.closed) {
      this.say(this.view?.standing.closedSays ?? "");
      return false;
    }
    this.#soon.begun();
    return this.#line.do(() => this.#send(edits));
  }

  /** Makes something new and goes to it, into its text. */
  async make(...edits: IecRequest[]): Promise<boolean> {
    const done = await this.change(...edits);
    const focus = this.view?.focus;
    if (done && focus) this.go(focus, this.side, true);
    return done;
  }

  /** Sets a finding aside, with who and why; answers whether it did. */
  setAside(key: string, kind: string, reason: string): Promise<boolean> {
    const request = { id: this.id, key, kind, reason };
    return this.#said(() => ask("set_iec_finding_aside", request));
  }

  /** Takes up again a finding that was set aside. */
  takeUp(key: string): Promise<boolean> {
    return this.#said(() => ask("take_up_iec_finding", { id: this.id, key }));
  }

  async undo(): Promise<void> {
    await this.#turn("undo_instrument");
  }

  async redo(): Promise<void> {
    await this.#turn("redo_instrument");
  }

  /** Is at a part from now on, with the focus; `writing`, in its text. */
  go(part: string, side: Side = this.side, writing = false): void {
    this.side = side;
    this.at = this.ownerOf(part)?.id ?? part;
    this.called = { times: this.called.times + 1, part, writing };
  }

  /** The item that a question belongs to. */
  ownerOf(question: string): IecItemView | undefined {
    return [...this.items.values()].find((item) =>
      item.questions.some(({ id }) => id === question),
    );
  }

  /** Comes to an item from elsewhere: once, for afterwards one goes where one wants. */
  arrive(item: string): void {
    if (this.#came === item) return;
    this.#came = item;
    this.go(item, "items");
  }

  /** Says something until the next key, or for six seconds. */
  say(text: string): void {
    this.trouble = this.#fleeting = text;
    clearTimeout(this.#fades);
    this.#fades = setTimeout(() => this.forget(), 6000);
  }

  /** What was said for a moment goes away. */
  forget(): void {
    clearTimeout(this.#fades);
    if (this.#fleeting !== "" && this.trouble === this.#fleeting)
      this.trouble = "";
    this.#fleeting = "";
  }

  async #said(what: () => Promise<InstrumentView>): Promise<boolean> {
    if (!(await this.flush())) return false;
    return this.#line.do(async () => {
      try {
        this.#arrive(await signed(what));
        return true;
      } catch (error) {
        this.say(says(error));
        return false;
      }
    });
  }

  #type(key: string, what: Written): void {
    this.typed.set(key, { what, sent: false });
    this.#saving.typing();
    this.#soon.key();
  }

  async #turn(command: "undo_instrument" | "redo_instrument"): Promise<void> {
    if (!(await this.flush())) return;
    await this.#line.do(async () => {
      this.#saving.begin();
      try {
        this.#arrive(await ask(command, { id: this.id }));
      } catch (error) {
        this.say(says(error));
      }
      this.#report();
      // What had the focus may be gone, or be here again.
      const { focus } = this.view ?? {};
      const at = focus ?? this.at;
      if (this.side !== "weights") this.go(this.#stands(at) ? at : "");
    });
  }

  async #send(edits: IecRequest[], again = true): Promise<boolean> {
    const sending = [...this.typed].flatMap(([key, { what, sent }]) => {
      const asks = requestOf(key, what, this.view, this.#saved);
      return sent || asks === "waits" || asks === "gone"
        ? []
        : [{ key, what, asks }];
    });
    const writes = sending.flatMap(({ asks }) => asks);
    if (writes.length + edits.length > 0) {
      this.#saving.begin();
      try {
        const request = { id: this.id, edits: [...writes, ...edits] };
        this.#arrive(await ask("edit_instrument", request));
      } catch (error) {
        return this.#refused(error, writes, edits, again);
      }
    }
    for (const { key, what } of sending) this.#settle(key, what);
    if (sending.length + edits.length > 0) this.#report();
    return true;
  }

  /** What was typed stays, and is tried once more against the instrument as it is now. */
  async #refused(
    error: unknown,
    writes: IecRequest[],
    edits: IecRequest[],
    again: boolean,
  ): Promise<boolean> {
    const code = error instanceof Troubled ? error.trouble.code : undefined;
    const stale = code === "CHANGED" || code === "INSTRUMENT_REFUSED";
    if (again && stale && writes.length > 0) {
      await this.#look();
      return this.#send(edits, false);
    }
    if (edits.length > 0 && code !== undefined) {
      // What was asked for cannot be: that is no trouble of what was typed, which is saved by itself.
      if (writes.length > 0 && !(await this.#send([], false))) return false;
      if (stale) await this.#look();
      this.#report();
      this.say(says(error));
      return false;
    }
    this.#saving.failed(says(error), () => void this.flush());
    return false;
  }

  /** What somebody took away cannot be written: what was typed for it is said, so that it can be kept. */
  #dropGone(): void {
    for (const [key, { what }] of this.typed) {
      if (requestOf(key, what, this.view, this.#saved) !== "gone") continue;
      this.typed.delete(key);
      const text = what.kind === "text" ? what.text : what.question.text;
      this.trouble = words.gone(text);
    }
  }

  #stands(part: string): boolean {
    return (
      this.items.has(part) ||
      this.leaves.has(part) ||
      this.ownerOf(part) !== undefined
    );
  }

  /** What was sent: forgotten, unless it changed meanwhile or still has the cursor. */
  #settle(key: string, sent: Written): void {
    const now = this.typed.get(key);
    if (now?.what !== sent) return;
    if (this.cursor === key) this.typed.set(key, { ...now, sent: true });
    else this.typed.delete(key);
  }

  async #look(): Promise<void> {
    try {
      const view = await ask("instrument", { id: this.id });
      if (JSON.stringify(view) !== JSON.stringify(this.view)) this.view = view;
      this.#dropGone();
    } catch {
      // It was asked only to be sure: whoever asked says what went wrong.
    }
  }

  #arrive(view: InstrumentView): void {
    for (const [key, typed] of this.typed)
      if (typed.sent) this.typed.delete(key);
    this.view = view;
    this.#dropGone();
  }

  /** Nothing is said to be saved while something else waits. */
  #report(): void {
    if (this.unsaved) this.#saving.typing();
    else if (this.view) this.#saving.done(this.view.savedAt);
  }
}

const instruments = new Drafts<Instrument>();

/** The instrument of a standard: the one that still has something unsaved, or a new one. */
export function instrumentOf(id: string, saving: Saving): Instrument {
  return instruments.of(id, () => new Instrument(id, saving));
}

/** Saves what every instrument holds; answers whether everything is safe. */
export async function flushInstruments(): Promise<boolean> {
  return instruments.flush();
}
