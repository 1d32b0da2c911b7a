import { layout, box, type Drawing, type Drawn } from "./layout.ts";
import type { MapDraft } from "./map.svelte.ts";
import { Measure } from "./measure.ts";
import { Viewport } from "./viewport.svelte.ts";

/** The drawn tree: where each function stands, and what of it is in sight. */
export class Scene {
  readonly sight = new Viewport();
  readonly #draft: MapDraft;
  #measure = $state.raw(new Measure(box.letters, font()));

  constructor(draft: MapDraft) {
    this.#draft = draft;
    // Letters are measured again once their font is there.
    void document.fonts?.ready.then(
      () => (this.#measure = new Measure(box.letters, font())),
    );
  }

  readonly drawing: Drawing | undefined = $derived.by(() => {
    const draft = this.#draft;
    const text = (id: string) => draft.text(id);
    return draft.root && layout(draft.root, draft.folded, text, this.#measure);
  });

  /** Where one is. */
  readonly at: Drawn | undefined = $derived.by(() =>
    this.drawing?.byId.get(this.#draft.at),
  );

  readonly shown: Drawn[] = $derived.by(() =>
    (this.drawing?.nodes ?? []).filter(
      (node) =>
        node === this.at ||
        this.sight.sees(
          node.x,
          node.y,
          node.x + node.width,
          node.y + node.height,
        ),
    ),
  );

  /** The lines in sight, as one; and those on the way to where one is, as another over them. */
  readonly lines: { rest: string; way: string } = $derived.by(() => {
    const onWay = new Set<string>();
    for (let on = this.#draft.here; on; on = on.above) onWay.add(on.it.id);
    const rest: string[] = [];
    const way: string[] = [];
    for (const { edge, branch } of this.drawing?.nodes ?? []) {
      if (edge === undefined) continue;
      const { left, top, right, bottom, path } = edge;
      if (this.sight.sees(left, top, right, bottom))
        (onWay.has(branch.it.id) ? way : rest).push(path);
    }
    return { rest: rest.join(""), way: way.join("") };
  });

  fit(): void {
    if (this.drawing) this.sight.fit(this.drawing);
  }

  /** Those above and below where one is, as they are drawn. */
  column(): Drawn["branch"][] {
    const nodes = this.drawing?.nodes ?? [];
    return nodes
      .filter((node) => node.x === this.at?.x)
      .map((node) => node.branch);
  }
}

function font(): string {
  return getComputedStyle(document.body).fontFamily || "sans-serif";
}
