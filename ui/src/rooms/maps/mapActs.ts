import type { LentActs } from "#pieces/lentActs.svelte.ts";
import { keys } from "#words/frame.ts";
import {
  drawing,
  functionWords as words,
  mapActs as acts,
} from "#words/maps.ts";
import { standing } from "#words/groups.ts";
import { mayBeElement, underStandard } from "./branch.ts";
import { makeElement } from "./gestures.ts";
import type { MapDraft } from "./map.svelte.ts";
import {
  indent,
  nextFinding,
  outdent,
  person,
  step,
  type MapWishes,
} from "./mapKeys.ts";
import { views } from "./views.svelte.ts";

/** What the palette may do in a map, and where in it it may go. */
export function mapActs(draft: MapDraft, wishes: MapWishes): LentActs {
  const see = (shown: typeof views.shown) => () => {
    views.shown = shown;
    draft.go(draft.at);
  };
  const act = (title: string, key: string, act: () => unknown) => ({
    title,
    key,
    act,
  });
  const end = () => "end" as const;
  return {
    name: draft.text("title"),
    acts: () => {
      const here = draft.here;
      const own = here?.above !== undefined && here.it.standard === null;
      const drawn = draft.closed
        ? []
        : [
            act(acts.sibling, keys.enter, () =>
              draft.make((of) => [{ sibling: { of } }], end),
            ),
            act(acts.child, keys.another, () =>
              draft.make((of) => [{ child: { of } }], end),
            ),
            act(acts.indent, acts.keys.indent, () => indent(draft, "")),
            act(acts.outdent, acts.keys.outdent, () => outdent(draft, "")),
            act(acts.up, acts.keys.up, () => step(draft, false, "")),
            act(acts.down, acts.keys.down, () => step(draft, true, "")),
            act(acts.merge, "", wishes.onmerge),
            act(acts.remove, acts.keys.remove, wishes.onremove),
            act(words.personShort, "P", () => person(draft)),
            act(acts.attest, "A", wishes.onattest),
          ];
      return [
        ...(own ? [act(words.tag, "E", wishes.onstandard)] : []),
        ...(here && mayBeElement(here)
          ? [act(words.makeElement, "M", () => makeElement(draft))]
          : []),
        ...(here && underStandard(here)
          ? [act(words.link, "L", wishes.onlink)]
          : []),
        ...drawn,
        act(acts.next, keys.next, () => nextFinding(draft, 1)),
        act(drawing.undo, keys.undo, () => draft.undo()),
        act(drawing.redo, acts.keys.redo, () => draft.redo()),
        act(drawing.outline, acts.keys.outline, see("outline")),
        act(drawing.tree, acts.keys.tree, see("tree")),
        act(standing.view, acts.keys.standing, see("standing")),
        act(drawing.history, "", see("history")),
        act(drawing.compare, "", see("compare")),
      ];
    },
    places: () =>
      [...draft.branches.values()].map(({ it }) => ({
        id: it.id,
        label: it.number,
        text: draft.text(it.id),
        go: () => draft.go(it.id),
      })),
  };
}
