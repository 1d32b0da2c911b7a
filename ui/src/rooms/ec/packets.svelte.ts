import { ask, Troubled } from "#api/ask.ts";
import type { PickKind } from "#api/wire.ts";
import type {
  ExportedView,
  ImportedPacket,
  PacketView,
  VerifyView,
} from "#api/wire.ts";
import { says } from "#pieces/says.ts";
import { packets as words } from "#words/packets.ts";
import type { Draft } from "./draft.svelte.ts";

/** What leaves and what comes in: packets and documents. */
export class Packets {
  made: PacketView | undefined = $state.raw();
  exported: ExportedView | undefined = $state.raw();
  verified: VerifyView | undefined = $state.raw();
  taken: ImportedPacket | undefined = $state.raw();
  /** A file that is already there: what would replace it. */
  exists: { kind: string; path: string } | undefined = $state.raw();
  working = $state("");
  trouble = $state("");
  readonly #draft: Draft;

  constructor(draft: Draft) {
    this.#draft = draft;
  }

  async make(destination: string): Promise<void> {
    const dir = await this.#pick("FOLDER");
    if (dir === undefined) return;
    await this.#do(words.making, async () => {
      if (!(await this.#draft.flush())) return;
      this.made = await ask("make_packet", {
        id: this.#draft.id,
        destination,
        dir,
      });
      await this.#draft.load();
    });
  }

  async export(kind: string): Promise<void> {
    const path = await this.#pick(`SAVE_${kind}` as PickKind);
    if (path !== undefined) await this.write(kind, path, false);
  }

  async write(kind: string, path: string, replace: boolean): Promise<void> {
    this.exists = undefined;
    this.exported = undefined;
    await this.#do(words.exporting, async () => {
      if (!(await this.#draft.flush())) return;
      try {
        this.exported = await ask("export_document", {
          id: this.#draft.id,
          kind,
          path,
          replace,
        });
      } catch (error) {
        if (
          !(error instanceof Troubled) ||
          error.trouble.code !== "FILE_EXISTS"
        )
          throw error;
        this.exists = { kind, path };
      }
    });
  }

  async verify(): Promise<void> {
    const path = await this.#pick("PACKET");
    if (path === undefined) return;
    this.verified = undefined;
    await this.#do(words.verifying, async () => {
      this.verified = await ask("verify_packet", { path });
    });
  }

  async takeIn(): Promise<void> {
    const path = await this.#pick("PACKET");
    if (path === undefined) return;
    this.taken = undefined;
    await this.#do(words.importing, async () => {
      if (!(await this.#draft.flush())) return;
      this.taken = await ask("import_packet", { path });
      if (this.taken.id === this.#draft.id) await this.#draft.load();
    });
  }

  async reveal(path: string): Promise<void> {
    await this.#do("", async () => {
      await ask("reveal", { path });
    });
  }

  async #pick(kind: PickKind): Promise<string | undefined> {
    let chosen: string | undefined;
    await this.#do("", async () => {
      chosen = (await ask("pick_file", { kind })).path ?? undefined;
    });
    return chosen;
  }

  async #do(what: string, work: () => Promise<void>): Promise<void> {
    this.trouble = "";
    this.working = what;
    try {
      await work();
    } catch (error) {
      this.trouble = says(error);
      // What refused it may have changed since it was shown.
      await this.#draft.lookAgain();
    } finally {
      this.working = "";
    }
  }
}
