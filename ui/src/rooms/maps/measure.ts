/** How wide a word is as it is drawn. Words recur, so each is measured once. */
export class Measure {
  readonly #known = new Map<string, number>();
  readonly #pen: CanvasRenderingContext2D | null;
  readonly #size: number;

  /** `size` is the height of the letters; `family` their font. */
  constructor(size: number, family: string) {
    this.#size = size;
    this.#pen = pen();
    // The first word of a function is drawn strong: no word is drawn wider than it is measured.
    if (this.#pen) this.#pen.font = `600 ${size}px ${family}`;
  }

  width(word: string): number {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    const wide =
      this.#pen?.measureText(word).width ?? word.length * this.#size * 0.6;
    this.#known.set(word, wide);
    return wide;
  }
}

function pen(): CanvasRenderingContext2D | null {
  try {
    return document.createElement("canvas").getContext("2d");
  } catch {
    return null;
  }
}

/** The lines that a text takes in some width; a word wider than that is cut. */
export function lines(text: string, width: number, measure: Measure): string[] {
  const made: string[] = [];
  let line = "";
  let taken = 0;
  const space = measure.width(" ");
  for (const word of text.split(/\s+/).filter((word) => word !== "")) {
    for (const piece of pieces(word, width, measure)) {
      const wide = measure.width(piece);
      if (line !== "" && taken + space + wide > width) {
        made.push(line);
        line = "";
      }
      taken = line === "" ? wide : taken + space + wide;
      line = line === "" ? piece : `${line} ${piece}`;
    }
  }
  if (line !== "") made.push(line);
  return made;
}

function pieces(word: string, width: number, measure: Measure): string[] {
  const wide = measure.width(word);
  if (wide <= width) return [word];
  const letters = [...word];
  const each = Math.max(1, Math.floor((letters.length * width) / wide));
  const cut: string[] = [];
  for (let at = 0; at < letters.length; at += each)
    cut.push(letters.slice(at, at + each).join(""));
  return cut;
}
