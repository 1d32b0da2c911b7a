import { ask } from "#api/ask.ts";
import type { CloseSession, GroupRequest, GroupView } from "#api/wire.ts";
import { groups as words } from "#words/groups.ts";
import { exportName } from "#pieces/exportName.ts";
import { PaperOut } from "#pieces/paperOut.svelte.ts";
import { says } from "#pieces/says.ts";
import { signed } from "#pieces/naming.svelte.ts";

/** The expert group of a map or of a standard: the desk's last answer, and its last refusal. */
export class Group {
  readonly of: string;
  view: GroupView | undefined = $state.raw();
  /** Whether the desk has answered: there may be no group. */
  known = $state(false);
  trouble = $state("");
  readonly out = new PaperOut();

  constructor(of: string) {
    this.of = of;
  }

  async load(): Promise<void> {
    await this.#do(async () => {
      const { group } = await ask("group_of", { of: this.of });
      this.view = group ?? undefined;
      this.known = true;
    });
  }

  async begin(name: string, kind: string): Promise<boolean> {
    const { of } = this;
    return this.#do(async () => {
      await signed(() => ask("begin_group", { of, name, kind }));
      const { group } = await ask("group_of", { of });
      this.view = group ?? undefined;
    });
  }

  async deed(deed: GroupRequest): Promise<boolean> {
    const group = this.view?.id ?? this.of;
    return this.#do(async () => {
      this.view = await signed(() => ask("do_in_group", { group, deed }));
    });
  }

  /** Ends the session: its minute is printed, and what was resolved is done. */
  async close(asked: Omit<CloseSession, "group">): Promise<boolean> {
    const group = this.view?.id ?? this.of;
    return this.#do(async () => {
      this.view = await signed(() =>
        this.out.work.do(words.closing, "close_session", { group, ...asked }),
      );
    });
  }

  /** Takes in the letter that somebody signed. */
  async sign(expert: string): Promise<boolean> {
    const group = this.view?.id ?? this.of;
    return this.#do(async () => {
      const { path } = await ask("pick_file", { kind: "EVIDENCE" });
      if (path === null) return;
      const asked = { group, expert, on: "", path };
      this.view = await this.out.work.do(words.sign, "sign_letter", asked);
    });
  }

  /** Writes a paper of the group: of somebody, or of a session. */
  async paper(
    paper: string,
    of: string,
    kind: string,
    title: string,
  ): Promise<void> {
    const group = this.view?.id ?? this.of;
    const name = exportName({ code: "", title }, kind);
    await this.out.save(kind, name, (path, replace) =>
      this.out.work.do(words.working, "export_group_paper", {
        group,
        paper,
        of,
        kind,
        path,
        replace,
      }),
    );
  }

  async #do(act: () => Promise<void>): Promise<boolean> {
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
