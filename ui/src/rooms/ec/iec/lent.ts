import { getContext, setContext } from "svelte";
import type { Saving } from "#pieces/saving.svelte.ts";
import { instrumentOf, type Instrument } from "./instrument.svelte.ts";

const name = Symbol("instrument");

/** Lends the instrument to everything inside a standard's room. */
export function lendInstrument(id: string, saving: Saving): Instrument {
  const instrument = setContext(name, instrumentOf(id, saving));
  void instrument.load();
  return instrument;
}

export function getInstrument(): Instrument | undefined {
  return getContext<Instrument | undefined>(name);
}
