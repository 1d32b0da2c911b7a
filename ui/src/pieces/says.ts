import { Troubled } from "#api/ask.ts";
import { troubles, unknownTrouble } from "#words/trouble.ts";

/** What an error says to a person. */
export function says(error: unknown): string {
  if (!(error instanceof Troubled)) return unknownTrouble;
  return troubles[error.trouble.code] ?? unknownTrouble;
}
