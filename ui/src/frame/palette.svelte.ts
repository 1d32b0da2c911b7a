import { ask } from "#api/ask.ts";
import type { RuleView, SearchView } from "#api/wire.ts";
import type { ShapeKind } from "#parts/Shape.svelte";
import type { Going, Tab } from "#pieces/going.ts";
import type { OpenStandard } from "#pieces/open.ts";
import { rooms } from "#words/frame.ts";
import { ficha } from "#words/ficha.ts";
import { palette as words } from "#words/palette.ts";
import { placeLine } from "#words/places.ts";

/** One thing the palette can do. */
export interface Option {
  key: string;
  title: string;
  detail: string;
  right: string;
  shape: ShapeKind | undefined;
  blocked: boolean;
  act: () => void;
}

export interface Group {
  name: string;
  options: Option[];
}

interface Wishes {
  going: Going;
  open: OpenStandard | undefined;
  create: () => void;
  bringIn: () => void;
  packet: () => void;
  rule: (rule: RuleView) => void;
}

/** What a query finds: standards, places, acts of the open one, rooms and rules. */
export class Search {
  query = $state("");
  at = $state(0);
  found: SearchView = $state.raw({ standards: [], places: [], rules: [] });
  rules: RuleView[] = $state.raw([]);
  #asked = 0;
  readonly #wishes: Wishes;

  constructor(wishes: Wishes) {
    this.#wishes = wishes;
    void ask("rules", {}).then(
      (rules) => (this.rules = rules),
      () => undefined,
    );
    void this.type("");
  }

  get scope(): "all" | "acts" | "rules" {
    return this.query.startsWith(">")
      ? "acts"
      : this.query.startsWith("#")
        ? "rules"
        : "all";
  }

  get needle(): string {
    return this.query.replace(/^[>#]\s*/, "").trim();
  }

  readonly groups: Group[] = $derived.by(() => this.#groups());
  readonly options: Option[] = $derived(
    this.groups.flatMap((group) => group.options),
  );

  async type(query: string): Promise<void> {
    this.query = query;
    this.at = 0;
    const mine = ++this.#asked;
    if (this.scope !== "all") return;
    try {
      const found = await ask("search", { query: this.needle });
      if (mine === this.#asked) this.found = found;
    } catch {
      // Without an answer the palette still goes to rooms, acts and places.
      if (mine === this.#asked)
        this.found = { standards: [], places: [], rules: [] };
    }
  }

  step(by: number): void {
    const n = this.options.length;
    if (n > 0) this.at = (this.at + by + n) % n;
  }

  #groups(): Group[] {
    const groups =
      this.scope === "rules"
        ? [this.#rules()]
        : this.scope === "acts"
          ? [this.#acts()]
          : [
              this.#standards(),
              this.#places(),
              this.#acts(),
              this.#tasks(),
              ...(this.needle === "" ? [] : [this.#rules()]),
            ];
    return groups.filter((group) => group.options.length > 0);
  }

  #standards(): Group {
    const hits = this.found.standards;
    return {
      name: words.standards,
      options: hits.slice(0, 6).map((hit) => ({
        ...plain(`s-${hit.id}`, hit.text, () =>
          this.#wishes.going.standard(hit.id),
        ),
        detail: hit.aside,
        shape: "now",
      })),
    };
  }

  #places(): Group {
    const { open, going } = this.#wishes;
    const here = open && this.needle !== "" ? open.places : [];
    const own = here
      .filter((one) => matches(`${one.label} ${one.text}`, this.needle))
      .slice(0, 6)
      .map((one) => ({
        ...plain(`p-${one.label}`, `${one.label} ${one.text}`, () =>
          going.standard(open!.id, "draft", one.place),
        ),
      }));
    const hits = this.found.places;
    const others = hits
      .filter((hit) => hit.id !== open?.id)
      .slice(0, 4)
      .map((hit) => ({
        ...plain(`q-${hit.id}-${hit.part}`, hit.text, () =>
          going.standard(hit.id, "draft", { part: hit.part, field: null }),
        ),
        right: placeLine(hit.aside),
      }));
    return { name: words.places, options: [...own, ...others] };
  }

  #acts(): Group {
    const { open, going } = this.#wishes;
    if (open === undefined) return { name: "", options: [] };
    const acts: Option[] = open.next
      .filter((next) => matches(next.name, this.needle))
      .map((next) => {
        const first = next.unmet[0];
        const option = plain(`a-${next.act}`, ficha.pass(next.name), () =>
          going.standard(open.id, "sheet"),
        );
        if (first === undefined) return option;
        return {
          ...option,
          blocked: true,
          shape: "none" as const,
          detail: words.before(first.says),
          right: words.goWhatIsMissing,
        };
      });
    const tabs = Object.entries(words.tabs)
      .filter(([, name]) => matches(name, this.needle) && this.needle !== "")
      .map(([tab, name]) =>
        plain(`t-${tab}`, name, () => going.standard(open.id, tab as Tab)),
      );
    return { name: words.acts(open.title), options: [...acts, ...tabs] };
  }

  #tasks(): Group {
    const { going, create, bringIn, packet } = this.#wishes;
    const all = [
      { ...plain("r-home", rooms.home, () => going.home()), right: "G I" },
      {
        ...plain("r-standards", rooms.standards, () => going.standards()),
        right: "G E",
      },
      {
        ...plain("r-settings", rooms.settings, () => going.settings()),
        right: "G A",
      },
      { ...plain("r-new", words.newStandard, create), right: "N" },
      plain("r-import", words.import, bringIn),
      plain("r-packet", words.packet, packet),
    ];
    return {
      name: words.rooms,
      options: all.filter((one) => matches(one.title, this.needle)),
    };
  }

  #rules(): Group {
    const found = this.rules.filter((rule) =>
      matches(`${rule.id} ${rule.title}`, this.needle),
    );
    return {
      name: words.rules,
      options: found.slice(0, this.scope === "rules" ? 60 : 4).map((rule) => ({
        ...plain(`k-${rule.id}`, rule.title, () => this.#wishes.rule(rule)),
        right: rule.id,
      })),
    };
  }
}

function plain(key: string, title: string, act: () => void): Option {
  return {
    key,
    title,
    detail: "",
    right: "",
    shape: undefined,
    blocked: false,
    act,
  };
}

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
