import type { IecQuestion } from "#api/wire.ts";
import { questions as words } from "#words/iec.ts";

/** The two sides of a line of a matching question: they are kept as «left | right». */
export function sidesOf(option: string): [string, string] {
  const [left = "", ...right] = option.split("|");
  // What came apart from its pair has a second bar.
  return [left.trim(), right.join("|").replace(/^\|/, "").trim()];
}

/** The two sides, as they are kept. */
export function paired(left: string, right: string): string {
  return left === "" && right === "" ? "" : `${left} | ${right}`;
}

/** A question put another way: what of its answers still holds. */
export function put(question: IecQuestion, kind: string): Partial<IecQuestion> {
  const { options, key } = question;
  if (kind === "TRUE_FALSE")
    return {
      kind,
      options: [...words.trueFalse],
      key: key.filter((at) => at < 2).slice(0, 1),
    };
  if (kind === "MATCHING") return { kind, key: [] };
  if (question.kind === "MATCHING")
    return { kind, options: options.map((one) => sidesOf(one)[0]), key: [] };
  return { kind, key: key.slice(0, 1) };
}
