import { Troubled } from "#api/ask.ts";
import { troubles, unknownTrouble } from "#words/trouble.ts";

/** What an error says to a person: the desk's own sentence, or the window's for that trouble. */
export function says(error: unknown): string {
  if (!(error instanceof Troubled)) return unknownTrouble;
  const { code, says } = error.trouble;
  return says || (troubles[code] ?? unknownTrouble);
}
