import { exampleLabels as labels, examples as words } from "#words/findings.ts";

/** A line of the example of a rule, as a person reads it. */
export interface ExampleLine {
  label: string;
  text: string;
  /** It hangs on what came before. */
  under: boolean;
}

/** The example of a rule, from the notation it is kept in. */
export function exampleLines(sketch: string): ExampleLine[] {
  return sketch
    .split("\n")
    .map((line) => line.trim())
    .flatMap((line) => lineOf(line) ?? []);
}

function lineOf(line: string): ExampleLine | undefined {
  if (line === "" || line.startsWith("#")) return undefined;
  if (line.startsWith("-"))
    return { label: "", text: line.slice(1).trim(), under: true };
  const letter = /^([TEDPKASG])(?:\s+(.*))?$/s.exec(line);
  if (letter) {
    const [, key = "", text = ""] = letter;
    // An element without words only says that it is the one that follows.
    if (text === "" && key === "E") return undefined;
    return {
      label: labels[key] ?? "",
      text: text === "" ? words.empty : spoken(key, text),
      under: false,
    };
  }
  const field = /^([^:]+):\s*(.*)$/s.exec(line);
  if (!field) return { label: "", text: line, under: false };
  const [, name = "", value = ""] = field;
  if (words.inner.includes(name)) return undefined;
  return {
    label: labels[name] ?? name.charAt(0).toUpperCase() + name.slice(1),
    text: value === "" ? words.empty : spoken(name, value),
    under: false,
  };
}

function spoken(key: string, text: string): string {
  if (key === "K") {
    const [, knowledge, level] = /^(.*) = (.*)$/s.exec(text) ?? [];
    return level === undefined ? text : words.level(knowledge ?? "", level);
  }
  if (key === "A" || key === "G") return text.replace(" | ", " ");
  if (key === words.duration) {
    const [, phrase, desk, field, total] =
      /^(.*?) = (\d+) \+ (\d+) = (\d+)$/s.exec(text) ?? [];
    if (phrase !== undefined)
      return words.minutes(phrase, desk ?? "", field ?? "", total ?? "");
  }
  return text;
}
