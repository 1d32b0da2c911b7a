import { ask } from "#api/ask.ts";
import type { Work } from "#pieces/work.svelte.ts";
import { importing } from "#words/standards.ts";

/** Asks for a file and reads it as a standard; nothing when the person chose none. */
export async function importStandard(
  work: Work,
): Promise<{ id: string; repairs: number; notUnderstood: number } | undefined> {
  const { path } = await ask("pick_file", { kind: "STANDARD" });
  if (path === null) return undefined;
  return work.do(importing.reading, "import_standard", { path });
}
