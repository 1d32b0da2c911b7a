import { ask, Troubled } from "#api/ask.ts";
import type { MapFindingView, MapRequest, MapView } from "#api/wire.ts";
import type { Saving } from "#pieces/saving.svelte.ts";
import { signed } from "#pieces/naming.svelte.ts";
import { says } from "#pieces/says.ts";
import { standing } from "#words/groups.ts";
import { Drafts } from "#pieces/drafts.ts";
import { Line } from "#pieces/line.ts";
import { Soon } from "#pieces/soon.ts";
import { Twice } from "#pieces/twice.ts";
import { SvelteMap, SvelteSet } from "svelte/reactivity";
import type { Drop } from "./carrying.ts";
import { branches, byFunction, seen, stands, type Branch } from "./branch.ts";

/** A text that is typed and not written down yet; once sent it is kept while the cursor is in it. */
interface Typed {
  text: string;
  sent: boolean;
}

const closedMap = standing.closedKeys;

/** Whether it says what a function is in a standard, and changes no word. */
function links(edit: MapRequest): boolean {
  return "linkElement" in edit || "linkStandard" in edit;
}

/** The texts of the map itself, by the names the desk has for them. */
const ofTheMap = ["title", "committee"] as const;
export type MapText = (typeof ofTheMap)[number];

/**
 * A map while it is drawn: the desk's last answer, what was typed since, and where one is in it.
 *
 * What is asked of the desk goes one thing after another. A text leaves `typed` only when the desk
 * has written it down.
 */
export class MapDraft {
  readonly id: string;
  view: MapView | undefined = $state.raw();
  /** What is typed, by the function or by the name of the map's own text. */
  readonly typed = new SvelteMap<string, Typed>();
  /** Functions whose parts are not shown. */
  readonly folded = new SvelteSet<string>();
  /** The function one is at: the same one in every view. */
  at = $state("");
  /** Whether its text is being written, and where the cursor begins. */
  writing: "" | "end" | "start" | number = $state("");
  /** The function that the pointer carries, and where it would come to stand. */
  carries = $state("");
  drop: Drop | undefined = $state.raw();
  /** Goes up when the focus is to come to where one is. */
  called = $state(0);
  /** The text that has the cursor. */
  cursor = $state("");
  trouble = $state("");
  readonly #saving: Saving;
  readonly #line = new Line();
  readonly #twice = new Twice();
  #making = 0;
  #ahead = "";
  #fleeting = "";
  #fades: ReturnType<typeof setTimeout> | undefined;
  readonly #soon = new Soon(() => void this.flush());

  constructor(id: string, saving: Saving) {
    this.id = id;
    this.#saving = saving;
  }

  readonly branches: Map<string, Branch> = $derived(
    branches(this.view?.functions ?? []),
  );
  readonly root: Branch | undefined = $derived(
    this.branches.get(this.view?.functions[0]?.id ?? ""),
  );
  readonly seen: Branch[] = $derived(seen(this.root, this.folded));
  readonly findings: Map<string, MapFindingView[]> = $derived(
    byFunction((this.view?.findings ?? []).filter(stands)),
  );
  /** What was set aside, by its function. */
  readonly asides: Map<string, MapFindingView[]> = $derived(
    byFunction((this.view?.findings ?? []).filter((it) => !stands(it))),
  );
  readonly here: Branch | undefined = $derived(this.branches.get(this.at));

  /** Whether something typed is not yet written down. */
  get unsaved(): boolean {
    return [...this.typed.values()].some((typed) => !typed.sent);
  }

  async load(): Promise<void> {
    await this.#line.do(async () => {
      try {
        this.#show(await ask("map", { id: this.id }));
        this.trouble = "";
      } catch (error) {
        this.trouble = says(error);
      }
    });
  }

  /** Looks again on coming back to the window, if nothing here waits to be saved. */
  async lookAgain(): Promise<void> {
    if (this.view === undefined || this.unsaved) return;
    await this.#line.do(async () => {
      if (!this.unsaved) await this.#look();
    });
  }

  saved(key: string): string {
    const view = this.view;
    if (key === "title" || key === "committee") return view?.[key] ?? "";
    return this.branches.get(key)?.it.text ?? "";
  }

  /** What a text says now: as typed, or as saved. */
  text(key: string): string {
    return this.typed.get(key)?.text ?? this.saved(key);
  }

  /** Whether its words stay as the group validated them: only links are made. */
  get closed(): boolean {
    return this.view?.closed ?? false;
  }

  type(key: string, text: string): void {
    if (this.closed) return this.#say(closedMap);
    this.typed.set(key, { text, sent: false });
    this.#saving.typing();
    this.#soon.key();
  }

  /** The cursor left a text: what is typed is saved now. */
  async leave(key: string): Promise<void> {
    if (this.cursor === key) this.cursor = "";
    await this.flush();
  }

  /** Saves what is typed; answers whether everything is safe. */
  async flush(): Promise<boolean> {
    this.#soon.begun();
    return this.#line.do(() => this.#send([]));
  }

  /** Makes changes, together with what is typed. */
  async change(...edits: MapRequest[]): Promise<boolean> {
    if (this.closed && !edits.every(links)) return this.#stays();
    this.#soon.begun();
    return this.#line.do(() => this.#send(edits));
  }

  /**
   * Makes something of the function one is at once it is its turn, and goes where it leads. What is
   * typed before it is there is kept for it.
   */
  async make(
    edits: (at: string) => MapRequest[],
    writing: (at: string) => MapDraft["writing"] = () => this.writing,
  ): Promise<boolean> {
    if (this.closed) return this.#stays();
    this.#soon.begun();
    this.#making++;
    return this.#line.do(async () => {
      const then = writing(this.at);
      const done = await this.#send(edits(this.at));
      this.#making--;
      if (done) this.go(this.view?.focus ?? this.at, then);
      const ahead = this.#ahead;
      this.#ahead = "";
      if (ahead !== "") this.type(this.at, this.text(this.at) + ahead);
      return done;
    });
  }

  /** Takes what is typed for a function that is not there yet; answers whether it did. */
  ahead(text: string): boolean {
    if (this.#making === 0) return false;
    this.#ahead += text;
    return true;
  }

  /** Sets a finding aside with a reason; answers whether it was. */
  setAside(key: string, kind: string, reason: string): Promise<boolean> {
    const request = { id: this.id, key, kind, reason };
    return this.#said(() => ask("set_map_finding_aside", request));
  }

  /** The function one is at becomes a new element of the standard above it. */
  makeElement(): Promise<boolean> {
    return this.#said(() =>
      ask("make_element", { id: this.id, function: this.at }),
    );
  }

  /** Takes up again a finding that was set aside. */
  takeUp(key: string): Promise<boolean> {
    return this.#said(() => ask("take_up_map_finding", { id: this.id, key }));
  }

  async undo(): Promise<void> {
    if (!(await this.flush())) return;
    // What a session agreed is taken back only by whoever asks twice.
    const asks = this.#twice.asks(this.view);
    if (asks === "") await this.#turn("undo_map");
    else this.#say(asks);
  }

  async redo(): Promise<void> {
    await this.#turn("redo_map");
  }

  /** Is at a function from now on, with those it is part of unfolded. */
  go(id: string, writing: MapDraft["writing"] = ""): void {
    const branch = this.branches.get(id);
    if (branch === undefined) return;
    for (let above = branch.above; above; above = above.above)
      this.folded.delete(above.it.id);
    this.at = id;
    this.writing = writing;
    this.called++;
  }

  fold(id: string, closed: boolean): void {
    if (closed && this.branches.get(id)?.parts.length) this.folded.add(id);
    else this.folded.delete(id);
  }

  /** What was said for a moment goes away. */
  forget(): void {
    clearTimeout(this.#fades);
    if (this.#fleeting !== "" && this.trouble === this.#fleeting)
      this.trouble = "";
    this.#fleeting = "";
  }

  /** Says something of the map, once what is typed is saved. */
  async #said(say: () => Promise<MapView>): Promise<boolean> {
    if (!(await this.flush())) return false;
    return this.#line.do(async () => {
      this.#saving.begin();
      try {
        this.#arrive(await say());
        return true;
      } catch (error) {
        this.#say(says(error));
        return false;
      } finally {
        this.#report();
      }
    });
  }

  async #turn(command: "undo_map" | "redo_map"): Promise<void> {
    if (!(await this.flush())) return;
    await this.#line.do(async () => {
      this.#saving.begin();
      try {
        this.#arrive(await ask(command, { id: this.id }));
        this.#report();
        // One is at what came back, with the focus; a text of the map's own keeps its cursor.
        if (!ofTheMap.some((field) => field === this.cursor))
          this.go(this.view?.focus ?? this.at, this.writing && "end");
      } catch (error) {
        this.#report();
        this.#say(says(error));
      }
    });
  }

  async #send(edits: MapRequest[], again = true): Promise<boolean> {
    const sending = [...this.typed].filter(([, typed]) => !typed.sent);
    const writes = sending.flatMap(([key, { text }]) => this.#write(key, text));
    if (writes.length + edits.length > 0) {
      this.#saving.begin();
      try {
        const request = { id: this.id, edits: [...writes, ...edits] };
        this.#arrive(await signed(() => ask("edit_map", request)));
      } catch (error) {
        return this.#refused(error, writes, edits, again);
      }
    }
    for (const [key, { text }] of sending) this.#settle(key, text);
    if (sending.length + edits.length > 0) this.#report();
    return true;
  }

  /** What was typed stays, and is tried once more against the text as it is now. */
  async #refused(
    error: unknown,
    writes: MapRequest[],
    edits: MapRequest[],
    again: boolean,
  ): Promise<boolean> {
    const code = error instanceof Troubled ? error.trouble.code : undefined;
    if (again && (code === "CHANGED" || code === "NOT_FOUND")) {
      await this.#look();
      return this.#send(edits, false);
    }
    if (code === "MAP_REFUSED" && edits.length > 0) {
      // It cannot stand there: that is no trouble of what was typed, which is saved by itself.
      if (writes.length > 0 && !(await this.#send([]))) return false;
      this.#report();
      this.#say(says(error));
      return false;
    }
    this.#saving.failed(says(error), () => void this.flush());
    return false;
  }

  #write(key: string, after: string): MapRequest[] {
    const before = this.saved(key);
    if (after.trim() === before) return [];
    if (ofTheMap.some((field) => field === key))
      return [{ write: { field: key, before, after } }];
    // What somebody took away cannot be reworded: what was typed comes back as a new function.
    const below = this.root?.it.id;
    if (!this.branches.has(key) && below !== undefined)
      return [{ paste: { below, text: after } }];
    return [{ reword: { function: key, before, after } }];
  }

  /** A text that was sent: forgotten, unless it changed meanwhile or still has the cursor. */
  #settle(key: string, sent: string): void {
    const now = this.typed.get(key);
    if (now === undefined || now.text !== sent) return;
    if (this.cursor === key) this.typed.set(key, { ...now, sent: true });
    else this.typed.delete(key);
  }

  async #look(): Promise<void> {
    try {
      const view = await ask("map", { id: this.id });
      if (view.digest !== this.view?.digest || view.undo !== this.view.undo)
        this.#show(view);
    } catch {
      // It was asked only to be sure: whoever asked says what went wrong.
    }
  }

  #show(view: MapView): void {
    const was = this.seen.findIndex(({ it }) => it.id === this.at);
    this.view = view;
    if (this.branches.has(this.at)) return;
    // The function one was at is gone: one is at what stands in its place.
    const stands = this.seen[Math.min(Math.max(was, 0), this.seen.length - 1)];
    this.at = stands?.it.id ?? "";
  }

  #arrive(view: MapView): void {
    for (const [key, typed] of this.typed)
      if (typed.sent) this.typed.delete(key);
    this.#show(view);
  }

  #stays(): false {
    this.#say(closedMap);
    return false;
  }

  #say(text: string): void {
    this.trouble = this.#fleeting = text;
    clearTimeout(this.#fades);
    this.#fades = setTimeout(() => this.forget(), 6000);
  }

  /** Nothing is said to be saved while something else waits. */
  #report(): void {
    if (this.unsaved) this.#saving.typing();
    else if (this.view) this.#saving.done(this.view.savedAt);
  }
}

const maps = new Drafts<MapDraft>();

/** The map as it is drawn here: the one that still has something unsaved, or a new one. */
export function mapOf(id: string, saving: Saving): MapDraft {
  return maps.of(id, () => new MapDraft(id, saving));
}

/** Saves what every map holds; answers whether everything is safe. */
export async function flushMaps(): Promise<boolean> {
  return maps.flush();
}
