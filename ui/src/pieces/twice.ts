import { undoing } from "#words/groups.ts";

interface Undoable {
  digest: string;
  undo: string | null;
  undoAgreed: string | null;
}

/** Undoing what a session of the group agreed is said the first time, and done the second. */
export class Twice {
  #said = "";

  /** What is to be said before undoing; nothing where it may be done. */
  asks(view: Undoable | undefined): string {
    if (view?.undo == null || view.undoAgreed === null) return "";
    const now = `${view.digest} ${view.undo}`;
    if (this.#said === now) return "";
    this.#said = now;
    return undoing.agreed(view.undo, view.undoAgreed);
  }
}
