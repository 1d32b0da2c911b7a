import type { IecQuestion, IecRequest, InstrumentView } from "#api/wire.ts";

/** What a person wrote: a text, or a question, which is set whole. */
export type Written =
  { kind: "text"; text: string } | { kind: "question"; question: IecQuestion };

/** The name of a text in the window. */
export function textKey(part: string, field: string): string {
  return `${part}:${field}`;
}

/** The minimum for the judgement, as a text of the whole. */
export const passScore = textKey("", "passScore");

/** The shares of the classes, as a text of the whole: three figures. */
export const shares = textKey("", "shares");

/** Every text of an instrument, by its name. */
export function textsOf(view: InstrumentView | undefined): Map<string, string> {
  const texts = new Map<string, string>();
  if (view === undefined) return texts;
  const put = (part: string, field: string, text: string) =>
    texts.set(textKey(part, field), text);
  for (const tool of view.tools) {
    put(tool.id, "title", tool.title);
    put(tool.id, "instruction", tool.instruction);
    for (const item of tool.items) {
      put(item.id, "text", item.text);
      put(item.id, "reason", item.reason);
      put(item.id, "expected", item.expected.join("\n"));
    }
  }
  for (const { id, name, description } of view.situations) {
    put(id, "name", name);
    put(id, "description", description);
  }
  for (const { id, title } of view.annexes) put(id, "title", title);
  texts.set(passScore, view.weights.passScore);
  texts.set(shares, view.weights.classes.map((one) => one.set).join(" "));
  return texts;
}

/**
 * What to ask the desk for, so that it writes this down: nothing where it says so already; `"waits"`
 * where it is only half a figure; `"gone"` where what it belongs to is not there any more.
 */
export function requestOf(
  key: string,
  what: Written,
  view: InstrumentView | undefined,
  saved: Map<string, string>,
): IecRequest[] | "waits" | "gone" {
  if (what.kind === "question") return setQuestion(what.question, view);
  const before = saved.get(key);
  if (before === undefined) return "gone";
  const after = what.text.trim();
  if (after === before) return [];
  if (key === passScore)
    return isFigure(after) || after === ""
      ? [{ terms: { ...nothing, passScore: after } }]
      : "waits";
  if (key === shares) {
    const three = sharesOf(after);
    return areAHundred(three)
      ? [{ terms: { ...nothing, shares: three } }]
      : "waits";
  }
  const [part = "", field = ""] = key.split(":");
  if (field === "expected")
    return [{ expect: { item: part, responses: after.split("\n") } }];
  return [{ write: { part, field, before, after } }];
}

const nothing = { shares: null, passScore: null, judged: null, minutes: null };

/** Whether it can be written down as a figure, «97.64». */
export function isFigure(text: string): boolean {
  return /^\d{1,3}(\.\d{1,2})?$/.test(text.trim());
}

/** The three shares, as they are written. */
export function sharesOf(text: string): [string, string, string] {
  const [minor = "", medium = "", major = ""] = text.split(" ");
  return [minor, medium, major];
}

/** A figure in hundredths: what is added up is whole numbers. */
export function hundredths(text: string): number {
  const [whole = "", part = ""] = text.trim().split(".");
  return Number(whole) * 100 + Number(part.padEnd(2, "0"));
}

function areAHundred(three: string[]): boolean {
  if (!three.every((one) => isFigure(one))) return false;
  return three.reduce((sum, one) => sum + hundredths(one), 0) === 10_000;
}

function setQuestion(
  after: IecQuestion,
  view: InstrumentView | undefined,
): IecRequest[] | "gone" {
  const items = view?.tools.flatMap((tool) => tool.items) ?? [];
  const all = items.flatMap((item) => item.questions);
  const before = all.find((question) => question.id === after.id);
  if (before === undefined) return "gone";
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  return [{ setQuestion: { before, after } }];
}
