/** Without accents or capitals. */
export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Whether every word of `needle` is in `text`. */
export function matches(text: string, needle: string): boolean {
  const hay = fold(text);
  return fold(needle)
    .split(/\s+/)
    .every((word) => hay.includes(word));
}

/** Whether `text` begins with `needle`, as a person looks for a thing by its name. */
export function begins(text: string, needle: string): boolean {
  return fold(text).startsWith(fold(needle));
}

/** `text` in pieces, those that `needle` found marked. */
export function marked(
  text: string,
  needle: string,
): { text: string; hit: boolean }[] {
  const words = fold(needle).split(/\s+/).filter(Boolean);
  // Folding keeps one character for each only when accents are composed.
  const flat = [...text.normalize("NFC")]
    .map((c) => fold(c).charAt(0) || c)
    .join("");
  const chars = [...text.normalize("NFC")];
  const hits = new Array<boolean>(chars.length).fill(false);
  for (const word of words) {
    for (
      let at = flat.indexOf(word);
      at >= 0;
      at = flat.indexOf(word, at + word.length)
    ) {
      hits.fill(true, at, at + word.length);
    }
  }
  const pieces: { text: string; hit: boolean }[] = [];
  chars.forEach((char, i) => {
    const last = pieces.at(-1);
    if (last !== undefined && last.hit === hits[i]) last.text += char;
    else pieces.push({ text: char, hit: hits[i] ?? false });
  });
  return pieces;
}
