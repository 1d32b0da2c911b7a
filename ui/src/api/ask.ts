import { invoke } from "@tauri-apps/api/core";
import type { Door } from "./door.ts";
import type { Trouble } from "./wire.ts";

export type Command = keyof Door;
export type Request<C extends Command> = Door[C][0];
export type View<C extends Command> = Door[C][1];

/** The desk did not do what was asked, and says why. */
export class Troubled extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Trouble) {
    super(`${trouble.code}: ${trouble.detail}`);
    this.name = "Troubled";
    this.trouble = trouble;
  }
}

/** Asks the desk one thing. */
export async function ask<C extends Command>(
  command: C,
  request: Request<C>,
): Promise<View<C>> {
  try {
    return await invoke<View<C>>(command, { request });
  } catch (error) {
    throw isTrouble(error) ? new Troubled(error) : error;
  }
}

function isTrouble(error: unknown): error is Trouble {
  return (
    typeof error === "object" &&
    error !== null &&
    "code" in error &&
    "detail" in error
  );
}
