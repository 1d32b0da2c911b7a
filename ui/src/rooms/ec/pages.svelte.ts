import type { PagesView, SpotView } from "#api/wire.ts";
import type { Place } from "#pieces/going.ts";
import { says } from "#pieces/says.ts";
import { wasStopped, Work } from "#pieces/work.svelte.ts";
import { page as words } from "#words/editor.ts";

/** How long the page waits after a save, so that a run of them is composed once. */
const rest = 250;

/** The official page: pictures of it, and where each text is on them. */
export class Pages {
  view: PagesView | undefined = $state.raw();
  /** One address for each page; a page that did not change keeps its own. */
  pictures: string[] = $state.raw([]);
  readonly work = new Work();
  /** The person stopped it: what is shown is the page of before. */
  stopped = $state(false);
  trouble = $state("");
  readonly #id: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
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

  /** One page is composed at a time; what was saved meanwhile is composed next, once. */
  async compose(): Promise<void> {
    if (this.work.busy) {
      this.#again = true;
      return;
    }
    this.#again = false;
    this.stopped = false;
    try {
      const asked = { id: this.#id };
      const view = await this.work.do(words.refreshing, "pages", asked);
      if (this.#gone) return;
      this.#show(view);
      this.trouble = "";
    } catch (error) {
      if (wasStopped(error)) this.stopped = true;
      else this.trouble = says(error);
    }
    if (this.#again && !this.#gone && !this.stopped) await this.compose();
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
    for (const picture of this.pictures) URL.revokeObjectURL(picture);
    this.pictures = [];
  }

  #show(view: PagesView): void {
    const old = this.view?.pages ?? [];
    // An SVG shown as a picture can run nothing, whatever is in it.
    const next = view.pages.map((svg, i) => {
      const kept = this.pictures[i];
      return kept !== undefined && svg === old[i]
        ? kept
        : URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
    });
    for (const picture of this.pictures)
      if (!next.includes(picture)) URL.revokeObjectURL(picture);
    this.pictures = next;
    this.view = view;
  }
}
