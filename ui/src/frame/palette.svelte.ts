import { ask } from "#api/ask.ts";
import type { NextActView, RuleView, SearchView } from "#api/wire.ts";
import type { ShapeKind } from "#parts/Shape.svelte";
import type { Going, Tab } from "#pieces/going.ts";
import type { OpenStandard } from "#pieces/open.ts";
import { lentActs } from "#pieces/lentActs.svelte.ts";
import { begins, matches } from "#pieces/matching.ts";
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
  /** The standard it is of, whose acts may be seen from here. */
  standard: { id: string; title: string } | undefined;
  act: () => void;
}

export interface Group {
  name: string;
  options: Option[];
}

interface Wishes {
  going: Going;
  open: OpenStandard | undefined;
  create: (title: string) => void;
  bringIn: () => void;
  packet: () => void;
  sample: () => void;
  rule: (rule: RuleView) => void;
}

/** What a query finds: standards, places, acts of the open one, rooms and rules. */
export class Search {
  query = $state("");
  at = $state(0);
  found: SearchView = $state.raw({ standards: [], places: [], rules: [] });
  rules: RuleView[] = $state.raw([]);
  /** The standard among the results whose acts are being looked at. */
  within: { id: string; title: string; next: NextActView[] } | undefined =
    $state.raw();
  /** The query that was last answered: what is not answered yet is not missing. */
  #answered: string | undefined = $state("");
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
    this.within = undefined;
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
    if (mine === this.#asked) this.#answered = query;
  }

  /** Shows the acts of the standard that a result is of; answers whether it is of one. */
  look(option: Option | undefined): boolean {
    const of = option?.standard;
    if (of === undefined) return false;
    const mine = ++this.#asked;
    void ask("standard", { id: of.id }).then(
      (view) => {
        if (mine !== this.#asked) return;
        this.within = { ...of, next: view.case.next };
        this.at = 0;
      },
      () => undefined, // It stays among the results, and opening it says why.
    );
    return true;
  }

  /** Back to the results. */
  leave(): void {
    this.within = undefined;
    this.at = 0;
  }

  step(by: number): void {
    const n = this.options.length;
    if (n > 0) this.at = (this.at + by + n) % n;
  }

  #groups(): Group[] {
    const within = this.within;
    if (within !== undefined) return [this.#actsOf(within, "")];
    const groups =
      this.scope === "rules"
        ? [this.#rules()]
        : this.scope === "acts"
          ? [this.#lent(), this.#acts()]
          : [
              ...this.#lentPlaces(),
              this.#lent(),
              // What has this very name comes before what only speaks of it.
              this.#tabs(),
              this.#tasks(true),
              this.#standards(),
              this.#places(),
              this.#acts(),
              this.#tasks(false),
              ...(this.needle === "" ? [] : [this.#rules()]),
            ];
    const found = groups.filter((group) => group.options.length > 0);
    return found.length > 0 ? found : this.#nothing();
  }

  /** Nothing is so called: perhaps it is to begin. */
  #nothing(): Group[] {
    const title = this.needle;
    if (this.scope !== "all" || title === "") return [];
    if (this.#answered !== this.query) return [];
    const make = plain("n-new", words.create(title), () =>
      this.#wishes.create(title),
    );
    const bringIn = plain("n-import", words.import, this.#wishes.bringIn);
    return [{ name: words.none, options: [make, bringIn] }];
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
        standard: { id: hit.id, title: hit.text },
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

  /** What can be done in the room that is shown, by its own keys. */
  #lent(): Group {
    const lent = lentActs();
    const acts = lent?.acts() ?? [];
    const found = acts.filter((one) => matches(one.title, this.needle));
    return {
      name: words.tabsOf(lent?.name ?? ""),
      options: found.map(({ title, key, act }) => ({
        ...plain(`l-${title}`, title, () => void act()),
        right: key,
      })),
    };
  }

  /** Places of what is open in that room. */
  #lentPlaces(): Group[] {
    const lent = lentActs();
    if (lent === undefined || this.needle === "") return [];
    const found = lent
      .places()
      .filter((one) => matches(`${one.label} ${one.text}`, this.needle));
    return [
      {
        name: words.tabsOf(lent.name),
        options: found
          .slice(0, 6)
          .map((one) =>
            plain(`f-${one.id}`, `${one.label} ${one.text}`, one.go),
          ),
      },
    ];
  }

  #acts(): Group {
    const { open } = this.#wishes;
    if (open === undefined) return { name: "", options: [] };
    return this.#actsOf(open, this.needle);
  }

  #actsOf(
    open: { id: string; title: string; next: NextActView[] },
    needle: string,
  ): Group {
    const { going } = this.#wishes;
    const acts: Option[] = open.next
      .filter((next) => matches(next.name, needle))
      .map((next) => {
        const first = next.unmet[0];
        const option = plain(`a-${next.act}`, ficha.pass(next.name), () =>
          going.standard(open.id, "sheet", { part: null, field: next.act }),
        );
        if (first === undefined) return { ...option, right: words.ready };
        return {
          ...option,
          blocked: true,
          shape: "none" as const,
          detail: words.before(first.says),
          right: words.goWhatIsMissing,
        };
      });
    return { name: words.acts(open.title), options: acts };
  }

  /** The tabs of the open standard, by the beginning of their name. */
  #tabs(): Group {
    const { open, going } = this.#wishes;
    const named =
      open === undefined || this.needle === ""
        ? []
        : Object.entries(words.tabs).filter(([, name]) =>
            begins(name, this.needle),
          );
    return {
      name: words.tabsOf(open?.title ?? ""),
      options: named.map(([tab, name]) =>
        plain(`t-${tab}`, name, () => going.standard(open!.id, tab as Tab)),
      ),
    };
  }

  /** Rooms and tasks: those that begin with what is looked for, or the others that have it. */
  #tasks(named: boolean): Group {
    const { going, create, bringIn, packet, sample } = this.#wishes;
    const all = [
      { ...plain("r-home", rooms.home, () => going.home()), right: "G I" },
      {
        ...plain("r-standards", rooms.standards, () => going.standards()),
        right: "G E",
      },
      { ...plain("r-maps", rooms.maps, () => going.maps()), right: "G M" },
      {
        ...plain("r-committees", rooms.committees, () => going.committees()),
        right: "G C",
      },
      {
        ...plain("r-sessions", rooms.sessions, () => going.sessions()),
        right: "G S",
      },
      {
        ...plain("r-gazette", rooms.gazette, () => going.gazette()),
        right: "G P",
      },
      {
        ...plain("r-catalogues", rooms.catalogues, () => going.catalogues()),
        right: "G K",
      },
      {
        ...plain("r-settings", rooms.settings, () => going.settings()),
        right: "G A",
      },
      {
        ...plain("r-new", words.newStandard, () => create("")),
        right: "N",
      },
      plain("r-new-map", words.newMap, () => going.newMap()),
      plain("r-import", words.import, bringIn),
      plain("r-packet", words.packet, packet),
      plain("r-sample", words.sample, sample),
    ];
    const isNamed = (one: Option) =>
      this.needle !== "" && begins(one.title, this.needle);
    return {
      name: named ? words.goTo : words.rooms,
      options: all.filter(
        (one) => matches(one.title, this.needle) && isNamed(one) === named,
      ),
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
    standard: undefined,
    act,
  };
}
