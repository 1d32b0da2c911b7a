import { diffWordsWithSpace, type ChangeObject } from "diff";
import type { FindingView } from "#api/wire.ts";

export interface Piece {
  text: string;
  severity?: string;
}

/** A text in pieces, those that a finding speaks of marked. Spans count characters. */
export function pieces(
  text: string,
  findings: readonly Pick<FindingView, "span" | "severity">[],
): Piece[] {
  const characters = [...text];
  const marks = new Array<string | undefined>(characters.length).fill(
    undefined,
  );
  // The worst comes first in the list, so it is written last.
  for (const { span, severity } of [...findings].reverse()) {
    if (span !== null) marks.fill(severity, span[0], span[1]);
  }
  const made: Piece[] = [];
  characters.forEach((character, i) => {
    const last = made.at(-1);
    const severity = marks[i];
    if (last !== undefined && last.severity === severity)
      last.text += character;
    else
      made.push(
        severity === undefined
          ? { text: character }
          : { text: character, severity },
      );
  });
  return made;
}

/** That a text goes on. */
const more = "\u2026";

/** A piece of a text that is changed: it stays, goes or comes. */
export interface Step {
  kind: "stays" | "goes" | "comes";
  text: string;
}

/** What a suggestion changes, word by word, with a little of the text around it. */
export function change(text: string, finding: FindingView): Step[] | undefined {
  const { span, suggestion } = finding;
  if (suggestion === null) return undefined;
  const characters = [...text];
  const [from, to] = span ?? [0, characters.length];
  // Words are whole: what touches the change goes and comes with it.
  const isWord = (at: number) => /[\p{L}\p{N}]/u.test(characters[at] ?? "");
  let [start, end] = [from, to];
  while (start > 0 && isWord(start - 1)) start--;
  while (end < characters.length && isWord(end)) end++;
  const part = (a: number, b: number) => characters.slice(a, b).join("");
  const old = part(start, end);
  const now = part(start, from) + suggestion + part(to, end);
  const steps = diffWordsWithSpace(old, now).map(stepOf);
  return joined([
    { kind: "stays", text: before(part(0, start)) },
    ...steps,
    { kind: "stays", text: after(part(end, characters.length)) },
  ]);
}

/** How much of the text around a change is shown. */
const around = 44;

/** The end of a text; one that is cut begins with a whole word. */
function before(text: string): string {
  const characters = [...text];
  if (characters.length <= around) return text;
  return (
    more +
    characters
      .slice(-around)
      .join("")
      .replace(/^\S*\s/, "")
  );
}

/** The beginning of a text; one that is cut ends with a whole word. */
function after(text: string): string {
  const characters = [...text];
  if (characters.length <= around) return text;
  return (
    characters
      .slice(0, around)
      .join("")
      .replace(/\s\S*$/, "") + more
  );
}

/** More changed words than these are no longer read one by one. */
const mostSteps = 400;

/** What a text said and what it says now, word by word; whole, where hardly a word stayed. */
export function rewritten(before: string, after: string): Step[] {
  const whole: Step[] = joined([
    { kind: "goes", text: before },
    { kind: "comes", text: after },
  ]);
  const steps = diffWordsWithSpace(before, after, {
    maxEditLength: mostSteps,
  })?.map(stepOf);
  if (steps === undefined) return whole;
  const stays = steps.filter(({ kind }) => kind === "stays");
  const kept = stays.reduce((sum, { text }) => sum + text.trim().length, 0);
  return kept * 3 < Math.max(before.length, after.length)
    ? whole
    : joined(steps);
}

function stepOf({ value, added, removed }: ChangeObject<string>): Step {
  return {
    kind: added ? "comes" : removed ? "goes" : "stays",
    text: value,
  };
}

/** Pieces of a kind that follow each other are one. */
function joined(steps: Step[]): Step[] {
  const made: Step[] = [];
  for (const { kind, text } of steps) {
    const last = made.at(-1);
    if (text === "") continue;
    if (last?.kind === kind) last.text += text;
    else made.push({ kind, text });
  }
  return made;
}
