import type { EditRequest, PagesView, SpotView } from "#api/wire.ts";
import type { Place } from "#pieces/going.ts";
import { says } from "#pieces/says.ts";
import { wasStopped, Work } from "#pieces/work.svelte.ts";
import { page as words } from "#words/editor.ts";

/** How long the page is composed before it is said. */
const patience = 300;

/** Some pages, from one (counted from 0) to the one after the last. */
export interface Reach {
  from: number;
  to: number;
}

/** The official page: pictures of it, and where each text is on them. */
export class Pages {
  view: PagesView | undefined = $state.raw();
  /** One address for each page that was drawn; a page that did not change keeps its own. */
  pictures: (string | undefined)[] = $state.raw([]);
  readonly work = new Work();
  /** It is being composed for longer than one waits in silence. */
  slow = $state(false);
  /** The person stopped it: what is shown is the page of before. */
  stopped = $state(false);
  trouble = $state("");
  readonly #id: string;
  readonly #typed: () => EditRequest[];
  /** The mark of each picture that is there. */
  #have: string[] = [];
  /** What can be seen: that is drawn first. */
  #seen: Reach = $state.raw({ from: 0, to: 2 });
  #busy = false;
  #again = false;
  /** What is composed now is out of sight, and gives way to what is in it. */
  #beyond = false;
  #gone = false;

  /** `typed` is what is written and not saved yet: the page shows it all the same. */
  constructor(id: string, typed: () => EditRequest[] = () => []) {
    this.#id = id;
    this.#typed = typed;
  }

  /** The text changed: the page is composed again, at once or as soon as it can be. */
  refresh(): void {
    this.#again = true;
    if (this.#beyond) void this.work.stop();
    void this.compose();
  }

  /** These pages came into sight: they are drawn, if they are not yet. */
  see(reach: Reach): void {
    this.#seen = reach;
    if (this.stopped || this.#drawn(reach)) return;
    if (this.#beyond) void this.work.stop();
    void this.compose();
  }

  /**
   * Composes until all is drawn as it stands: what is in sight first, then the others. One thing is
   * composed at a time; what was typed meanwhile is composed next, once.
   */
  async compose(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    this.stopped = false;
    const waited = setTimeout(() => (this.slow = true), patience);
    try {
      while (this.#next()) if (!(await this.#round())) break;
    } finally {
      clearTimeout(waited);
      this.#busy = this.slow = false;
    }
  }

  /** What is drawn next: what is in sight, or all; nothing where all is drawn as it stands. */
  #next(): Reach | undefined {
    if (this.#gone) return undefined;
    if (this.#again || this.view === undefined) return this.#seen;
    if (!this.#drawn(this.#seen)) return this.#seen;
    const all = { from: 0, to: this.view.marks.length };
    return this.#drawn(all) ? undefined : all;
  }

  /** Draws what comes next; answers whether there may be more to do. */
  async #round(): Promise<boolean> {
    const reach = this.#next() ?? this.#seen;
    this.#beyond = reach !== this.#seen;
    this.#again = false;
    try {
      const asked = { id: this.#id, at: "", ...reach, typed: this.#typed() };
      // A page that is not drawn yet has no mark: it crosses as an empty one.
      const have = Array.from(
        this.#have,
        (mark: string | undefined) => mark ?? "",
      );
      const request = { ...asked, have };
      const view = await this.work.do(words.refreshing, "pages", request);
      if (!this.#gone) this.#show(view);
      this.trouble = "";
      return true;
    } catch (error) {
      if (wasStopped(error) && this.#beyond) return true;
      if (wasStopped(error)) this.stopped = true;
      else this.trouble = says(error);
      this.#again = true;
      return false;
    } finally {
      this.#beyond = false;
    }
  }

  /**
   * The picture of a page that is in sight, or nearly. While a picture is shown it takes some megabytes,
   * a document of its own for every page; further off only its text is kept.
   */
  picture(page: number): string | undefined {
    const near = page >= this.#seen.from && page < this.#seen.to;
    return near ? this.pictures[page] : undefined;
  }

  /** Where a text is printed; the part it is in, where the text itself has no place of its own. */
  spot(place: Place): SpotView | undefined {
    const { places } = this.view ?? { places: [] };
    if (place.part === null && place.field === null) return undefined;
    return (
      places.find(
        (spot) => spot.part === place.part && spot.field === place.field,
      ) ??
      (place.part === null
        ? undefined
        : places.find((spot) => spot.part === place.part))
    );
  }

  /** What is printed at a height of a page. */
  at(page: number, y: number): SpotView | undefined {
    const spots = (this.view?.places ?? []).filter(
      (spot) => spot.page === page,
    );
    const inside = spots.filter(
      (spot) => y >= spot.y - 2 && y <= spot.y + spot.height + 2,
    );
    const above = spots.filter((spot) => spot.y <= y);
    return inside.at(-1) ?? above.sort((a, b) => a.y - b.y).at(-1) ?? spots[0];
  }

  /** Gives back the memory of the pictures. */
  dispose(): void {
    this.#gone = true;
    void this.work.stop();
    for (const picture of this.pictures) release(picture);
    this.pictures = [];
  }

  /** Whether these pages are drawn as they stand. */
  #drawn({ from, to }: Reach): boolean {
    const marks = this.view?.marks ?? [];
    return marks
      .slice(from, to)
      .every((mark, at) => this.#have[from + at] === mark);
  }

  #show(view: PagesView): void {
    const next = this.pictures.slice(0, view.marks.length);
    next.length = this.#have.length = view.marks.length;
    for (const { page, svg } of view.pages) {
      // An SVG shown as a picture can run nothing, whatever is in it.
      const blob = new Blob([svg], { type: "image/svg+xml" });
      next[page] = URL.createObjectURL(blob);
      this.#have[page] = view.marks[page] ?? "";
    }
    for (const picture of this.pictures)
      if (!next.includes(picture)) release(picture);
    this.pictures = next;
    this.view = view;
  }
}

function release(picture: string | undefined): void {
  if (picture !== undefined) URL.revokeObjectURL(picture);
}
