/** How long after the last key a text is saved, and how long after the first at the latest. */
const rest = 600;
const latest = 2000;

/** When what is typed is saved: as the typing rests, and in a long stretch every little while. */
export class Soon {
  readonly #save: () => void;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #latest: ReturnType<typeof setTimeout> | undefined;

  constructor(save: () => void) {
    this.#save = save;
  }

  /** A key was typed. */
  key(): void {
    clearTimeout(this.#resting);
    this.#resting = setTimeout(this.#save, rest);
    this.#latest ??= setTimeout(this.#save, latest);
  }

  /** The save begins now, for whatever reason. */
  begun(): void {
    clearTimeout(this.#resting);
    clearTimeout(this.#latest);
    this.#latest = undefined;
  }
}
