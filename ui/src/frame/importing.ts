import { ask } from "#api/ask.ts";

/** Asks for a file and reads it as a standard; nothing when the person chose none. */
export async function importStandard(): Promise<
  { id: string; repairs: number; notUnderstood: number } | undefined
> {
  const { path } = await ask("pick_file", { kind: "STANDARD" });
  return path === null ? undefined : ask("import_standard", { path });
}
