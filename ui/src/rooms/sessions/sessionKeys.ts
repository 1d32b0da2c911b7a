import { lettersRest } from "#parts/rows.ts";
import { sessions as words } from "#words/sessions.ts";
import type { Session } from "./session.svelte.ts";

/** The keys of a session: a seat by its number, a vote by its letter, the screen of the hall. */
export function sessionKeyed(
  event: KeyboardEvent,
  session: Session,
  projector: { get: () => boolean; set: (on: boolean) => void },
): void {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "Escape" && projector.get()) {
    projector.set(false);
    event.preventDefault();
    event.stopPropagation();
    return;
  }
  if (lettersRest(event.target)) return;
  const done = keyed(event.key, session, projector);
  if (!done) return;
  event.preventDefault();
  event.stopPropagation();
}

function keyed(
  key: string,
  session: Session,
  projector: { get: () => boolean; set: (on: boolean) => void },
): boolean {
  const matters = session.view?.matters.length ?? 0;
  if (/^\d$/.test(key)) {
    const seat = key === "0" ? 10 : Number(key);
    const there = session.view?.seats.some((one) => one.number === seat);
    if (there) session.seat = seat;
    return there ?? false;
  }
  const vote = words.voteKeys[key.toLowerCase()];
  if (vote !== undefined && session.view?.state === "OPEN") {
    void session.vote(vote);
    return true;
  }
  if (key === "Delete") {
    void session.retract();
    return true;
  }
  if (key.toLowerCase() === "p") {
    projector.set(!projector.get());
    return true;
  }
  if (key === "ArrowDown" && session.at < matters - 1) session.at += 1;
  else if (key === "ArrowUp" && session.at > 0) session.at -= 1;
  else return false;
  return true;
}
