import { flushAll } from "./rooms/ec/draft.svelte.ts";
import { flushMaps } from "./rooms/maps/map.svelte.ts";
import { settingsKept } from "./rooms/settings/settings.svelte.ts";

/** Leaving a field saves it, and then what every room holds; answers whether everything is safe. */
export async function putAway(): Promise<boolean> {
  if (document.activeElement instanceof HTMLElement)
    document.activeElement.blur();
  await settingsKept();
  const done = await Promise.all([flushAll(), flushMaps()]);
  return done.every(Boolean);
}
