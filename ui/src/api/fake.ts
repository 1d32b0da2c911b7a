import { clearMocks, mockIPC, mockWindows } from "@tauri-apps/api/mocks";
import type { Command, Request, View } from "./ask.ts";

/** What a test, or a day of looking, answers for the desk. A thrown value is a refusal. */
export type Answers = {
  [C in Command]?: (request: Request<C>) => View<C> | Promise<View<C>>;
};

/** A desk that answers what it is told, and remembers what it was asked. */
export function fakeDesk(answers: Answers): { asked: [string, unknown][] } {
  const asked: [string, unknown][] = [];
  mockWindows("main");
  mockIPC(async (command, payload) => {
    if (command.startsWith("plugin:")) return undefined;
    const request = (payload as { request: unknown }).request;
    asked.push([command, request]);
    const answer = answers[command as Command] as
      ((request: unknown) => unknown) | undefined;
    if (answer === undefined)
      throw new Error(`nobody said what to answer to ${command}`);
    return await answer(request);
  });
  return { asked };
}

export { clearMocks };
