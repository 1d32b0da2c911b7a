import { ask } from "#api/ask.ts";
import type { Choice, Typing } from "#pieces/picking.svelte.ts";
import type { Draft } from "./draft.svelte.ts";
import type { ClassifiedList } from "./sheet.ts";

/** Which level of which classification each list holds. */
const levels: Record<ClassifiedList, { kind: string; level: string }> = {
  sincoUnitGroups: { kind: "SINCO", level: "grupo_unitario" },
  sectors: { kind: "SCIAN", level: "sector" },
  subsectors: { kind: "SCIAN", level: "subsector" },
  branches: { kind: "SCIAN", level: "rama" },
  subbranches: { kind: "SCIAN", level: "subrama" },
  industryClasses: { kind: "SCIAN", level: "clase" },
};

/** Which of the imported entries may be meant. */
async function found(
  kind: string,
  level: string,
  query: string,
): Promise<Choice[]> {
  if (query.trim() === "") return [];
  const { classes } = await ask("classes", { kind, level, query });
  return classes.map(({ code, name, level: called, above }) => ({
    key: code,
    name: `${code} ${name}`,
    aside: [called, ...above.toReversed()].join(" · "),
  }));
}

/** The entries of a list's own level that begin as typed. */
export function classesLike(
  list: ClassifiedList,
  typed: string,
): Promise<Choice[]> {
  const { kind, level } = levels[list];
  return found(kind, level, typed);
}

/** The entries of SCIAN of any level that begin as typed. */
export function anyClassLike(typed: string): Promise<Choice[]> {
  return found("SCIAN", "", typed);
}

/** The text that is written becomes the entry that was picked, with those above it. */
export function classify(
  draft: Draft,
  list: ClassifiedList,
  choice: Choice,
  of: Typing,
): void {
  const code = choice.key;
  const name = choice.name.slice(code.length + 1);
  // The cursor is still in it, and what is typed there would stay as it was.
  draft.type(of.part, of.field, of.field === "code" ? code : name);
  const { kind } = levels[list];
  void draft.change({ classify: { kind, code, into: of.part } });
}

/** An entry of SCIAN is put in, with those above it. */
export function putIn(draft: Draft, choice: Choice): void {
  void draft.change({
    classify: { kind: "SCIAN", code: choice.key, into: null },
  });
}
