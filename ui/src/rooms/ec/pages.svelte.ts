import type { PagesView, SpotView } from "#api/wire.ts";
import type { Place } from "#pieces/going.ts";
import { says } from "#pieces/says.ts";
import { wasStopped, Work } from "#pieces/work.svelte.ts";
import { page as words } from "#words/editor.ts";

/** How long the page waits after a save, so that a run of them is composed once. */
const rest = 250;

/** Some pages, from one (counted from 0) to the one after the last. */
export interface Reach {
  from: number;
  to: number;
}

/** What a picture shows, and whether it is that of the standard as it stands. */
interface Drawn {
  svg: string;
  fresh: boolean;
}

/** The official page: pictures of it, and where each text is on them. */
export class Pages {
  view: PagesView | undefined = $state.raw();
  /** One address for each page that was drawn; a page that did not change keeps its own. */
  pictures: (string | undefined)[] = $state.raw([]);
  readonly work = new Work();
  /** The person stopped it: what is shown is the page of before. */
  stopped = $state(false);
  trouble = $state("");
  readonly #id: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #drawn: Drawn[] = [];
  /** What can be seen: only that is drawn. */
  #seen: Reach = { from: 0, to: 2 };
  #again = false;
  #gone = false;

  constructor(id: string) {
    this.#id = id;
  }

  /** The text changed: compose the page again, soon. */
  refresh(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => void this.compose(),
      this.view === undefined ? 0 : rest,
    );
  }

  /** These pages came into sight: they are drawn, if they are not yet. */
  see(reach: Reach): void {
    this.#seen = reach;
    if (!this.work.busy && !this.stopped && this.#lacks()) void this.compose();
  }

  /** One page is composed at a time; what was saved meanwhile is composed next, once. */
  async compose(): Promise<void> {
    if (this.work.busy) {
      this.#again = true;
      return;
    }
    this.#again = false;
    this.stopped = false;
    try {
      const reach = this.#seen;
      const asked = { id: this.#id, ...reach };
      const view = await this.work.do(words.refreshing, "pages", asked);
      if (this.#gone) return;
      this.#show(view, reach);
      this.trouble = "";
    } catch (error) {
      if (wasStopped(error)) this.stopped = true;
      else this.trouble = says(error);
      return;
    }
    if (this.#again || this.#lacks()) await this.compose();
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
    clearTimeout(this.#timer);
    this.#gone = true;
    void this.work.stop();
    for (const picture of this.pictures) release(picture);
    this.pictures = [];
  }

  /** Whether something in sight is not drawn as it stands. */
  #lacks(): boolean {
    const total = this.view?.total ?? 0;
    const { from, to } = this.#seen;
    for (let page = from; page < Math.min(to, total); page++)
      if (this.#drawn[page]?.fresh !== true) return true;
    return false;
  }

  #show(view: PagesView, asked: Reach): void {
    const stale = view.digest !== this.view?.digest;
    const next: (string | undefined)[] = [];
    const drawn: Drawn[] = [];
    for (let page = 0; page < view.total; page++) {
      const old = this.#drawn[page];
      const svg = view.pages[page - view.from];
      if (svg === undefined) {
        // Out of sight: what was there is as good as it was, until it is seen.
        next[page] = this.pictures[page];
        const done = page >= asked.from && page < asked.to;
        const fresh = done || (old?.fresh === true && !stale);
        drawn[page] = { svg: old?.svg ?? "", fresh };
        continue;
      }
      // An SVG shown as a picture can run nothing, whatever is in it.
      next[page] =
        old?.svg === svg
          ? this.pictures[page]
          : URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
      drawn[page] = { svg, fresh: true };
    }
    for (const picture of this.pictures)
      if (!next.includes(picture)) release(picture);
    this.#drawn = drawn;
    this.pictures = next;
    this.view = view;
  }
}

function release(picture: string | undefined): void {
  if (picture !== undefined) URL.revokeObjectURL(picture);
}
