import type { FindingView, NextActView } from "#api/wire.ts";
import type { Place } from "./going.ts";

/** What the palette knows of the standard that is open. */
export interface OpenStandard {
  id: string;
  title: string;
  /** Where it stands and who holds it. */
  stands: string;
  /** Its places, as people cite them. */
  places: { label: string; text: string; place: Place }[];
  next: NextActView[];
  findings: FindingView[];
}
