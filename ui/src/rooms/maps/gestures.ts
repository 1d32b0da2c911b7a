import { isTooMuch, pastedOutline } from "#pieces/pasted.ts";
import { editor } from "#words/editor.ts";
import type { MapFindingView, MapRequest } from "#api/wire.ts";
import { pending, within, linked, type Branch } from "./branch.ts";
import type { MapDraft } from "./map.svelte.ts";

/** What answers a finding: a person's word for it, or the wording it proposes. */
export function answerOf(
  draft: MapDraft,
  finding: MapFindingView,
): MapRequest | undefined {
  const id = finding.function;
  if (id === null) return undefined;
  if (finding.claim !== null)
    return { attest: { function: id, claim: finding.claim } };
  if (finding.suggestion === null) return undefined;
  const before = draft.saved(id);
  const letters = [...before];
  const [from, to] = finding.span ?? [0, letters.length];
  letters.splice(from, to - from, finding.suggestion);
  return { reword: { function: id, before, after: letters.join("") } };
}

/** Answers the worst finding of the function one is at, where it can be answered with a key. */
export async function answer(draft: MapDraft): Promise<void> {
  // What is typed is saved first: a finding speaks of what is saved.
  if (!(await draft.flush())) return;
  const said = draft.findings.get(draft.at) ?? [];
  const request = said
    .map((finding) => answerOf(draft, finding))
    .find((request) => request !== undefined);
  if (request !== undefined) await draft.change(request);
}

/** Attests what waits in the branch one is at; many things only once that was asked for. */
export async function attest(
  draft: MapDraft,
  askFirst: () => void,
): Promise<void> {
  const here = draft.here;
  if (here === undefined || !(await draft.flush())) return;
  if (draft.view && pending(draft.view, here).length > 1) askFirst();
  else await attestAll(draft, here);
}

/** Attests all that waits for it in a branch, as one. */
export async function attestAll(
  draft: MapDraft,
  branch: Branch,
): Promise<void> {
  if (!(await draft.flush()) || draft.view === undefined) return;
  const said = pending(draft.view, branch);
  if (said.length > 0)
    await draft.change(...said.map((one) => ({ attest: one })));
}

/** The function one is at becomes a new element of the standard above it. */
export async function makeElement(draft: MapDraft): Promise<void> {
  const at = draft.at;
  if (await draft.makeElement()) draft.go(at);
}

/** What a removal would leave pointing to nothing. */
export interface Breaks {
  number: string;
  functions: number;
  standards: string[];
  elements: number;
  /** Does it, knowing that. */
  go: () => unknown;
}

/** Takes out the function one is at, or asks first where others point to it. */
export function remove(draft: MapDraft): Breaks | undefined {
  const here = draft.here;
  if (here?.above === undefined) return undefined;
  const gone = within(here);
  const go = (breaking = true) =>
    draft.make((at) => [{ remove: { function: at, breaking } }]);
  const { standards, elements } = linked(gone);
  if (standards.length + elements === 0) {
    void go(false);
    return undefined;
  }
  const { number } = here.it;
  return { number, functions: gone.length, standards, elements, go };
}

/**
 * Takes the function one is at into the one before it; one that says nothing and has nothing below
 * it just goes. Where both are linked, one link would go: that is asked first.
 */
export function merge(draft: MapDraft): Breaks | undefined {
  const here = draft.here;
  if (here?.above === undefined) return undefined;
  const at = here.above.parts.indexOf(here);
  const into = here.above.parts[at - 1];
  if (draft.text(here.it.id).trim() === "" && here.parts.length === 0) {
    const above = draft.seen[draft.seen.indexOf(here) - 1];
    void draft
      .make((id) => [{ remove: { function: id, breaking: false } }])
      .then((done) => done && above && draft.go(above.it.id, "end"));
    return undefined;
  }
  const join = into ? draft.text(into.it.id).trim().length : 0;
  const go = (breaking = true) =>
    draft.make(
      (id) => [{ merge: { function: id, breaking } }],
      () => join,
    );
  const lost = {
    ...here.it,
    standard: into?.it.standard ? here.it.standard : null,
    element: into?.it.element ? here.it.element : null,
  };
  const { standards, elements } = linked([lost]);
  if (standards.length + elements === 0) {
    void go(false);
    return undefined;
  }
  return { number: here.it.number, functions: 1, standards, elements, go };
}

/** What is pasted on a map: several lines become functions, and too much is told. */
export function pasteInto(draft: MapDraft, event: ClipboardEvent): void {
  const data = event.clipboardData;
  if (data === null) return;
  const text = pastedOutline(data);
  if (isTooMuch(data, text)) {
    event.preventDefault();
    draft.trouble = editor.tooMuch;
  } else if (paste(draft, text)) event.preventDefault();
}

/** Lines that were pasted become functions; answers whether there were several. */
export function paste(draft: MapDraft, text: string): boolean {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  if (lines.length < 2) return false;
  const here = draft.here;
  if (here === undefined) return false;
  const last = here.above?.parts.at(-1) === here;
  const empty = draft.text(here.it.id).trim() === "" && here.parts.length === 0;
  // On a last line that says nothing yet the lines take its place.
  if (here.above && last && empty) {
    const below = here.above.it.id;
    void draft.make((at) => [
      { remove: { function: at, breaking: false } },
      { paste: { below, text } },
    ]);
  } else void draft.make((below) => [{ paste: { below, text } }]);
  return true;
}
