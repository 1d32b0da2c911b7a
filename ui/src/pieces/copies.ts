import { ask } from "#api/ask.ts";

/** Writes a copy of a file that was attached, where the person says; answers where, if anywhere. */
export async function copyOf(
  id: string,
  digest: string,
  name: string,
): Promise<string | undefined> {
  const { path } = await ask("pick_file", { kind: "SAVE_EVIDENCE", name });
  if (path === null) return undefined;
  // The dialog asked already whether a file that is there gives way.
  return (await ask("save_evidence", { id, digest, path, replace: true })).path;
}
