/** One thing that can be picked while a text is typed. */
export interface Choice {
  /** What it is known by. */
  key: string;
  /** What is read first. */
  name: string;
  /** What helps to tell it from others. */
  aside: string;
}

/** The text that is typed: whose, and which. */
export interface Typing {
  part: string | null;
  field: string;
}

type Box = HTMLTextAreaElement | HTMLInputElement;

/** How long typing rests before it is asked. */
const rest = 80;

/**
 * What may be meant by what is typed, while it is typed. Nothing is picked unless an arrow went to it:
 * whoever goes on writing keeps what they wrote.
 */
export class Picking {
  choices: Choice[] = $state.raw([]);
  /** The one an arrow went to; -1 for none. */
  at = $state(-1);
  /** The text they are for. */
  box: Box | undefined = $state.raw();
  readonly #find: (typed: string, of: Typing) => Promise<Choice[]>;
  readonly #pick: (choice: Choice, of: Typing) => void;
  #asked = 0;
  #waits: ReturnType<typeof setTimeout> | undefined;

  constructor(
    find: (typed: string, of: Typing) => Promise<Choice[]>,
    pick: (choice: Choice, of: Typing) => void,
  ) {
    this.#find = find;
    this.#pick = pick;
  }

  get open(): boolean {
    return this.choices.length > 0;
  }

  typed(box: Box): void {
    clearTimeout(this.#waits);
    this.box = box;
    this.at = -1;
    this.#waits = setTimeout(() => void this.#ask(box), rest);
  }

  close(): void {
    clearTimeout(this.#waits);
    this.#asked++;
    this.choices = [];
    this.at = -1;
  }

  /** Answers whether the key was one of its own, once it has done what it does. */
  key(event: KeyboardEvent): boolean {
    const { key, altKey, shiftKey, ctrlKey } = event;
    if (key === " " && ctrlKey && event.target instanceof HTMLElement) {
      void this.#ask(event.target as Box);
      return true;
    }
    if (!this.open || altKey || shiftKey || ctrlKey) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (step !== undefined) {
      const n = this.choices.length;
      this.at = this.at < 0 && step < 0 ? n - 1 : (this.at + step + n) % n;
      return true;
    }
    if (key === "Escape") {
      this.close();
      return true;
    }
    const choice = this.choices[this.at];
    if (key === "Enter" && choice !== undefined) {
      this.pick(choice);
      return true;
    }
    if (key === "Enter" || key === "Tab") this.close();
    return false;
  }

  pick(choice: Choice): void {
    const box = this.box;
    this.close();
    if (box !== undefined) this.#pick(choice, typingIn(box));
  }

  async #ask(box: Box): Promise<void> {
    const mine = ++this.#asked;
    this.box = box;
    try {
      const choices = await this.#find(box.value, typingIn(box));
      if (mine !== this.#asked || document.activeElement !== box) return;
      // An arrow may have gone to one of those that were offered for the letters before.
      const held = this.choices[this.at]?.key;
      this.choices = choices;
      this.at = choices.findIndex((one) => one.key === held);
    } catch {
      // Without an answer one goes on writing by hand.
      if (mine === this.#asked) this.choices = [];
    }
  }
}

function typingIn(box: Box): Typing {
  const [part = "", field = ""] = (box.dataset["slot"] ?? "").split(":");
  return { part: part === "" ? null : part, field };
}
