import { invoke } from "@tauri-apps/api/core";
import type { Door, LongCommand } from "./door.ts";
import type { Trouble, WorkView } from "./wire.ts";

export type { LongCommand } from "./door.ts";
export type Command = keyof Door;
export type ShortCommand = Exclude<Command, LongCommand>;
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
export async function ask<C extends ShortCommand>(
  command: C,
  request: Request<C>,
): Promise<View<C>> {
  return send(command, { request });
}

/** Long work that was asked for: its answer, how far it is, and a way to stop it. */
export interface Carried<Answer> {
  answer: Promise<Answer>;
  standing(): Promise<WorkView>;
  stop(): Promise<void>;
}

let last = 0;

/** Asks for long work. It is numbered, so that it can be asked after and stopped. */
export function carry<C extends LongCommand>(
  command: C,
  request: Request<C>,
): Carried<View<C>> {
  const work = ++last;
  return {
    answer: send(command, { request, work }),
    standing: () => ask("work", { work }),
    stop: async () => {
      await ask("stop_work", { work });
    },
  };
}

async function send<C extends Command>(
  command: C,
  payload: { request: Request<C>; work?: number },
): Promise<View<C>> {
  try {
    return await invoke<View<C>>(command, payload);
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
