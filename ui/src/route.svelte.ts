import type { Going, Place, Tab } from "#pieces/going.ts";

export type Route =
  | { room: "home" }
  | { room: "standards" }
  | { room: "standard"; id: string; tab: Tab; place: Place | undefined }
  | { room: "maps"; begins?: true }
  | { room: "map"; id: string; at: string | undefined }
  | { room: "committees" }
  | { room: "committee"; id: string }
  | { room: "sessions" }
  | { room: "session"; id: string }
  | { room: "gazette" }
  | { room: "catalogues" }
  | { room: "settings" };

/** Which room, which document: the only state that is everyone's. */
export class Router implements Going {
  now: Route = $state.raw({ room: "home" });
  /** The standards that were opened, the last one first. */
  opened: { id: string; title: string }[] = $state.raw([]);
  /** What must be put away before leaving; answers whether one may go. */
  guard: (() => Promise<boolean>) | undefined;
  #past: Route[] = [];

  home(): void {
    void this.#go({ room: "home" });
  }

  standards(): void {
    void this.#go({ room: "standards" });
  }

  standard(id: string, tab: Tab = "draft", place?: Place): void {
    void this.#go({ room: "standard", id, tab, place });
  }

  maps(): void {
    void this.#go({ room: "maps" });
  }

  newMap(): void {
    void this.#go({ room: "maps", begins: true });
  }

  map(id: string, at?: string): void {
    void this.#go({ room: "map", id, at });
  }

  committees(): void {
    void this.#go({ room: "committees" });
  }

  committee(id: string): void {
    void this.#go({ room: "committee", id });
  }

  sessions(): void {
    void this.#go({ room: "sessions" });
  }

  session(id: string): void {
    void this.#go({ room: "session", id });
  }

  gazette(): void {
    void this.#go({ room: "gazette" });
  }

  catalogues(): void {
    void this.#go({ room: "catalogues" });
  }

  settings(): void {
    void this.#go({ room: "settings" });
  }

  /** From a standard to the register, never to another standard; from a room to where one was. */
  back(): void {
    const { room } = this.now;
    if (room === "standard" || room === "standards")
      this.#past = this.#past.filter(
        (one) => one.room === "home" || one.room === "settings",
      );
    if (room === "standard") return void this.#move({ room: "standards" });
    const last = this.#past.pop();
    if (last !== undefined) void this.#move(last);
  }

  /** Remembers a standard among the open ones. */
  remember(id: string, title: string): void {
    const others = this.opened.filter((one) => one.id !== id);
    const known = this.opened.find((one) => one.id === id);
    if (known?.title === title) return;
    this.opened =
      known === undefined
        ? [{ id, title }, ...others].slice(0, 6)
        : this.opened.map((one) => (one.id === id ? { id, title } : one));
  }

  /** Another workspace was opened: nothing of this one is left, and one begins at the first room. */
  forget(): void {
    this.opened = [];
    this.#past = [];
    this.now = { room: "home" };
  }

  async #go(route: Route): Promise<void> {
    const from = this.now;
    if (!(await this.#move(route))) return;
    const sameRoom = from.room === route.room && idOf(from) === idOf(route);
    if (!sameRoom) this.#past = [...this.#past.slice(-20), from];
  }

  async #move(route: Route): Promise<boolean> {
    if (this.guard !== undefined && !(await this.guard())) return false;
    this.now = route;
    return true;
  }
}

/** The document that a room shows. */
function idOf(route: Route): string {
  return "id" in route ? route.id : "";
}
