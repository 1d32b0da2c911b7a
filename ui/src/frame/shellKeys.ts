import { findingKeyed } from "#pieces/findingKeys.ts";
import type { Going } from "#pieces/going.ts";
import type { Floating } from "./floating.ts";
import { globalKeys } from "./keys.ts";

/** The keys of the whole window, over its rooms and what floats. */
export function shellKeys(
  going: Going,
  floats: { get: () => Floating; set: (what: Floating) => void },
): (event: KeyboardEvent) => void {
  const whole = globalKeys({
    palette: () => floats.set(floats.get() === "palette" ? "" : "palette"),
    sheet: () => floats.set("keys"),
    back: () => going.back(),
    create: () => floats.set("new"),
    go: {
      i: () => going.home(),
      e: () => going.standards(),
      m: () => going.maps(),
      c: () => going.committees(),
      s: () => going.sessions(),
      p: () => going.gazette(),
      k: () => going.catalogues(),
      a: () => going.settings(),
    },
  });
  return (event) => {
    findingKeyed(event);
    whole(event);
  };
}
