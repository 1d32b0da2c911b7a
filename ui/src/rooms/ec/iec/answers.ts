import type { IecFindingView, IecRequest } from "#api/wire.ts";
import { answers as words } from "#words/iec.ts";
import type { Instrument } from "./instrument.svelte.ts";

/** What one key does about a finding. */
export interface Answer {
  says: string;
  asks: IecRequest;
}

/** What answers a finding by itself, where something does: what a person must write, nobody writes. */
export function answerOf(
  instrument: Instrument,
  { rule, part }: IecFindingView,
): Answer | undefined {
  const { weights } = instrument.view ?? {};
  const item = part === null ? undefined : instrument.items.get(part);
  if (rule === "IEC-R-10" && part !== null)
    return { says: words.derive, asks: { derive: { leaves: [part] } } };
  if (rule === "IEC-R-20" && item?.stands === "STALE")
    return { says: words.confirm, asks: { confirm: { item: item.id } } };
  if (rule === "IEC-R-22" && weights?.excludingOneMajor) {
    const passScore = weights.excludingOneMajor;
    const terms = { shares: null, judged: null, minutes: null, passScore };
    return { says: words.passScore(passScore), asks: { terms } };
  }
  return undefined;
}

/** Goes where a finding leads: an item, what belongs to one, a leaf; else what is set for the whole. */
export function goToFinding(
  instrument: Instrument,
  finding: IecFindingView,
): void {
  instrument.told = finding;
  const { part } = finding;
  if (part === null) return instrument.go("", "weights");
  if (instrument.leaves.has(part)) return instrument.go(part, "coverage");
  instrument.go(part, "items");
}

/** The next finding, from the one that one was at; after the last comes the first. */
export function nextFinding(instrument: Instrument, step: 1 | -1): void {
  const all = instrument.standing;
  const same = ({ rule, part }: IecFindingView) =>
    rule === instrument.told?.rule && part === instrument.told.part;
  const at = all.findIndex(same);
  const from = at < 0 && step < 0 ? 0 : at;
  const next = all[(from + step + all.length) % all.length];
  if (next !== undefined) goToFinding(instrument, next);
}

/** Answers the finding one is at, and stays there. */
export async function answerHere(instrument: Instrument): Promise<void> {
  const here = instrument.standing.filter(
    ({ part }) => part === (instrument.at === "" ? null : instrument.at),
  );
  const answers = here.map((one) => answerOf(instrument, one));
  const answer = answers.find((one) => one !== undefined);
  if (answer === undefined) return;
  if (await instrument.change(answer.asks)) instrument.go(instrument.at);
}
