import { getContext, setContext } from "svelte";
import type { Going } from "./going.ts";

const key = Symbol("going");

/** Lends the way to other rooms to all that is in one. */
export function lendGoing(going: Going): void {
  setContext(key, going);
}

/** The way to other rooms; nothing in what floats over them. */
export function lentGoing(): Going | undefined {
  return getContext<Going | undefined>(key);
}
