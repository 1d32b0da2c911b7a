import { flushAll } from "./rooms/ec/draft.svelte.ts";
import { flushMaps } from "./rooms/maps/map.svelte.ts";

/** Saves what every room holds; answers whether everything is safe. */
export async function allSafe(): Promise<boolean> {
  const done = await Promise.all([flushAll(), flushMaps()]);
  return done.every(Boolean);
}
