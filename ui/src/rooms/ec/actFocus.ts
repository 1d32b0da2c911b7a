import { keepFocus } from "#parts/focus.ts";

/** Where the focus goes on to, once what it was on has gone with what was done. */
export type Onwards = () => void;

/** Brings the focus to what an act asks for first, or to its button when nothing is missing. */
export function focusAct(act: string): boolean {
  const article = document.querySelector<HTMLElement>(`[data-act="${act}"]`);
  return article !== null && firstOf(stops(article));
}

/** After a file is attached: the next thing that is missing, or the act's own button. */
export function afterAttaching(requirement: string): Onwards {
  const opener = document.activeElement;
  const article = opener?.closest<HTMLElement>("[data-act]") ?? null;
  const before = article === null ? [] : names(article);
  const passed = new Set(before.slice(0, before.indexOf(requirement) + 1));
  return () => {
    // Its button may be there still, to attach another; it is left once nothing is missing there.
    const proven = article !== null && !names(article).includes(requirement);
    if (!isLost() && !(proven && document.activeElement === opener)) return;
    const left = article === null ? [] : stops(article);
    const later = left.filter(({ name }) => !passed.has(name));
    if (!firstOf([...later, ...left])) keepFocus(opener);
  };
}

/** After an act: the heading of the one that follows, or what is said when none does. */
export function afterActing(): Onwards {
  const opener = document.activeElement;
  return () => {
    if (!isLost()) return;
    document.querySelector<HTMLElement>("[data-next]")?.focus();
    keepFocus(opener);
  };
}

interface Stop {
  name: string;
  control: HTMLElement;
}

/** What an act asks for, in its order, and then its button. */
function stops(article: HTMLElement): Stop[] {
  const asked = [...article.querySelectorAll<HTMLElement>("[data-unmet]")];
  const found = asked.map((row) => ({
    name: row.dataset["unmet"] ?? "",
    control: controlOf(article, row),
  }));
  const does = article.querySelector<HTMLElement>('button[type="submit"]');
  return [...found, { name: "", control: does }].filter(
    (stop): stop is Stop => stop.control !== null,
  );
}

/** What is said with the act is written in its field; what is attached has its button. */
function controlOf(article: HTMLElement, row: HTMLElement): HTMLElement | null {
  const field = row.dataset["says"];
  return field === undefined
    ? row.querySelector("button")
    : article.querySelector(`[data-said="${field}"] :is(input, textarea)`);
}

function names(article: HTMLElement): string[] {
  return [...article.querySelectorAll<HTMLElement>("[data-unmet]")].map(
    (row) => row.dataset["unmet"] ?? "",
  );
}

function firstOf(of: Stop[]): boolean {
  return of.some(({ control }) => {
    control.focus();
    return document.activeElement === control;
  });
}

/** Whether nothing has the focus, so that nobody's is taken. */
function isLost(): boolean {
  const now = document.activeElement;
  return now === null || now === document.body;
}
