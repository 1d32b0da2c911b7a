import { enlarge } from "#api/window.ts";

/** How large the letters can be, in hundredths. */
export const sizes = [100, 110, 125, 150, 175, 200];

const kept = "letters";

/**
 * How large the letters are on this screen. It is of the screen and the eyes before it, not of the
 * workspace: it stays in this computer.
 */
export class Letters {
  size = $state(100);

  constructor() {
    const was = Number(localStorage.getItem(kept));
    this.set(sizes.includes(was) ? was : 100);
  }

  set(size: number): void {
    this.size = size;
    localStorage.setItem(kept, String(size));
    // Without the desk's window the letters stay as they are.
    void enlarge(size / 100).catch(() => undefined);
  }

  /** Ctrl and +, − or 0; answers whether it was one of them. */
  key(event: KeyboardEvent): boolean {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return false;
    if (event.key === "0") this.set(100);
    else if (event.key === "+" || event.key === "=") this.#step(1);
    else if (event.key === "-") this.#step(-1);
    else return false;
    event.preventDefault();
    return true;
  }

  #step(by: 1 | -1): void {
    const at = sizes.indexOf(this.size) + by;
    this.set(sizes[Math.min(Math.max(at, 0), sizes.length - 1)] ?? 100);
  }
}
