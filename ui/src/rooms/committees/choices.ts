import { sectorNames } from "#words/sectors.ts";
import { committees as words } from "#words/committees.ts";

/** The five sectors to choose from, and none. */
export const sectors = [
  { value: "", name: words.noSector },
  ...Object.entries(sectorNames).map(([value, name]) => ({ value, name })),
];
