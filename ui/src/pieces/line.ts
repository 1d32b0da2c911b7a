/** Work that is done one thing after another, in the order it was asked for. */
export class Line {
  #last: Promise<unknown> = Promise.resolve();

  /** Does it in its turn, whatever came of what was before it. */
  do<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work, work);
    this.#last = next.catch(() => undefined);
    return next;
  }
}
