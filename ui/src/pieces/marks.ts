import type { FindingView } from "#api/wire.ts";

export interface Piece {
  text: string;
  severity?: string;
}

/** A text in pieces, those that a finding speaks of marked. Spans count characters. */
export function pieces(
  text: string,
  findings: readonly FindingView[],
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

/** What a suggestion changes, with a little of the text around it. */
export function change(
  text: string,
  finding: FindingView,
): { before: string; out: string; in: string; after: string } | undefined {
  const { span, suggestion } = finding;
  if (suggestion === null) return undefined;
  const characters = [...text];
  const [from, to] = span ?? [0, characters.length];
  const around = 44;
  const cut = from > around;
  const near = characters.slice(Math.max(0, from - around), from).join("");
  // A text that is cut begins and ends with a whole word.
  const before = cut ? near.replace(/^\S*\s/, "") : near;
  const rest = characters.slice(to, to + around).join("");
  const long = to + around < characters.length;
  const after = long ? rest.replace(/\s\S*$/, "") : rest;
  const out = characters.slice(from, to).join("");
  // What both have at the start stays as it is, so that only the change is shown.
  const [old, now] = [[...out], [...suggestion]];
  let same = 0;
  while (same < old.length && old[same] === now[same]) same++;
  return {
    before: (cut ? more : "") + before + old.slice(0, same).join(""),
    out: old.slice(same).join(""),
    in: now.slice(same).join(""),
    after: after + (long ? more : ""),
  };
}
