/** Something that is typed in, and saved by itself. */
interface Drafted {
  /** Whether something typed is not yet written down. */
  readonly unsaved: boolean;
  /** Saves what is typed; answers whether everything is safe. */
  flush(): Promise<boolean>;
}

/** What is being drafted, by its id: leaving it does not lose what could not be saved. */
export class Drafts<T extends Drafted> {
  readonly #open = new Map<string, T>();

  /** The one that still has something unsaved, or a new one. */
  of(id: string, make: () => T): T {
    const kept = this.#open.get(id);
    if (kept?.unsaved) return kept;
    const made = make();
    this.#open.set(id, made);
    return made;
  }

  /** Saves what every one holds; answers whether everything is safe. */
  async flush(): Promise<boolean> {
    const flushed = [...this.#open.values()].map((one) => one.flush());
    return (await Promise.all(flushed)).every(Boolean);
  }
}
