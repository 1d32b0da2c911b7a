import { ask } from "#api/ask.ts";
import type { CommitteeRequest, CommitteeView } from "#api/wire.ts";
import { exportName } from "#pieces/exportName.ts";
import { signed } from "#pieces/naming.svelte.ts";
import { PaperOut } from "#pieces/paperOut.svelte.ts";
import { says } from "#pieces/says.ts";
import { committees as words } from "#words/committees.ts";

/** A committee: the desk's last answer, and its last refusal. */
export class Committee {
  readonly id: string;
  view: CommitteeView | undefined = $state.raw();
  trouble = $state("");
  /** The day whose roster is shown; today where it is empty. */
  on = $state("");
  readonly out = new PaperOut();

  constructor(id: string) {
    this.id = id;
  }

  async load(): Promise<void> {
    await this.#try(async () => {
      const { id: committee, on } = this;
      this.view = await ask("committee", { committee, on });
    });
  }

  async deed(deed: CommitteeRequest): Promise<boolean> {
    const { id: committee } = this;
    return this.#try(async () => {
      this.view = await signed(() =>
        ask("do_in_committee", { committee, deed }),
      );
    });
  }

  /** Asks for a file; answers its path. */
  async pick(): Promise<string | undefined> {
    let picked: string | undefined;
    await this.#try(async () => {
      const { path } = await ask("pick_file", { kind: "EVIDENCE" });
      picked = path ?? undefined;
    });
    return picked;
  }

  async attach(requirement: string): Promise<void> {
    const path = await this.pick();
    if (path === undefined) return;
    const asked = { id: this.id, requirement, path, on: "" };
    await this.#try(async () => {
      const { work } = this.out;
      this.view = await work.do(words.working, "attach_to_committee", asked);
    });
  }

  /** Does an act of the road, with the files that prove it. */
  async act(
    act: string,
    reason: string,
    on: string,
    evidence: { requirement: string; path: string }[],
  ): Promise<boolean> {
    const from = this.view?.state ?? "";
    const asked = { id: this.id, act, from, on, reason, fields: [], evidence };
    return this.#try(async () => {
      const { work } = this.out;
      this.view = await work.do(words.working, "act_of_committee", asked);
    });
  }

  /** Asks for a change of officers, with the request that somebody chooses. */
  async changeOfficer(member: string, successor: string): Promise<boolean> {
    const path = await this.pick();
    if (path === undefined) return false;
    const { id: committee } = this;
    const rest = { post: "", organization: "", on: "", path };
    const asked = { committee, member, successor, ...rest };
    return this.#try(async () => {
      const { work } = this.out;
      this.view = await work.do(words.working, "begin_officer_change", asked);
    });
  }

  /** Does an act of a change of officers; what it lacks and a file proves is chosen first. */
  async officerAct(
    id: string,
    act: string,
    unmet: { requirement: string; how: string }[],
  ): Promise<boolean> {
    const evidence: { requirement: string; path: string }[] = [];
    for (const { requirement } of unmet.filter((one) => one.how === "FILE")) {
      const path = await this.pick();
      if (path === undefined) return false;
      evidence.push({ requirement, path });
    }
    const rest = { from: "", on: "", reason: "", fields: [], evidence };
    return this.#try(async () => {
      const { work } = this.out;
      const asked = { id, act, ...rest };
      this.view = await work.do(words.working, "act_of_officer", asked);
    });
  }

  async paper(
    paper: string,
    of: string,
    kind: string,
    title: string,
  ): Promise<void> {
    const { id: committee } = this;
    const name = exportName({ code: "", title }, kind);
    await this.out.save(kind, name, (path, replace) =>
      this.out.work.do(words.working, "export_committee_paper", {
        committee,
        paper,
        of,
        kind,
        path,
        replace,
      }),
    );
  }

  async #try(act: () => Promise<void>): Promise<boolean> {
    this.trouble = "";
    try {
      await act();
      return true;
    } catch (error) {
      this.trouble = says(error);
      return false;
    }
  }
}
