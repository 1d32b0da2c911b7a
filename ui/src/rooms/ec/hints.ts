import type { Tab } from "#pieces/going.ts";
import { keyHints } from "#words/frame.ts";

/** The keys that are told at the foot of a tab. */
export function hintsOf(tab: Tab) {
  if (tab === "draft" || tab === "instrument") return keyHints[tab];
  if (tab === "compare") return keyHints.compare;
  const lists: Tab[] = ["review", "history"];
  return lists.includes(tab) ? keyHints.list : keyHints.plain;
}
