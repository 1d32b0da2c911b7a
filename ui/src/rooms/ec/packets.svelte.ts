import type { PickKind } from "#api/wire.ts";
import type {
  ExportedView,
  ImportedPacket,
  PacketView,
  VerifyView,
} from "#api/wire.ts";
import { Errands, isThere } from "#pieces/errands.svelte.ts";
import { packets as words } from "#words/packets.ts";
import type { Draft } from "./draft.svelte.ts";
import { exportName } from "#pieces/exportName.ts";

const all = new WeakMap<Draft, Packets>();

/** What leaves and comes in beside a draft. Who goes to another tab finds the work going on. */
export function packetsOf(draft: Draft): Packets {
  const packets = all.get(draft) ?? new Packets(draft);
  all.set(draft, packets);
  return packets;
}

/** What leaves and what comes in: packets and documents. */
export class Packets extends Errands {
  made: PacketView | undefined = $state.raw();
  exported: ExportedView | undefined = $state.raw();
  verified: VerifyView | undefined = $state.raw();
  taken: ImportedPacket | undefined = $state.raw();
  /** A file that is already there: what would replace it. */
  exists: { kind: string; path: string } | undefined = $state.raw();
  readonly #draft: Draft;

  constructor(draft: Draft) {
    super();
    this.#draft = draft;
  }

  async make(destination: string): Promise<void> {
    const dir = await this.pick("FOLDER");
    if (dir === undefined) return;
    this.made = undefined;
    await this.run(async () => {
      if (!(await this.#draft.flush())) return;
      const { id } = this.#draft;
      const asked = { id, destination, dir };
      this.made = await this.work.do(words.making, "make_packet", asked);
      await this.#draft.load();
    });
  }

  async export(kind: string): Promise<void> {
    const text = this.#draft.view?.document;
    const name = text && exportName(text, kind);
    const path = await this.pick(`SAVE_${kind}` as PickKind, name);
    if (path !== undefined) await this.write(kind, path, false);
  }

  async write(kind: string, path: string, replace: boolean): Promise<void> {
    this.exists = undefined;
    this.exported = undefined;
    await this.run(async () => {
      if (!(await this.#draft.flush())) return;
      const { id } = this.#draft;
      const asked = { id, kind, path, replace };
      try {
        this.exported = await this.work.do(
          words.exporting,
          "export_document",
          asked,
        );
      } catch (error) {
        if (!isThere(error)) throw error;
        this.exists = { kind, path };
      }
    });
  }

  async verify(): Promise<void> {
    const path = await this.pick("PACKET");
    if (path === undefined) return;
    this.verified = undefined;
    await this.run(async () => {
      const asked = { path };
      this.verified = await this.work.do(
        words.verifying,
        "verify_packet",
        asked,
      );
    });
  }

  async takeIn(): Promise<void> {
    const path = await this.pick("PACKET");
    if (path === undefined) return;
    this.taken = undefined;
    await this.run(async () => {
      if (!(await this.#draft.flush())) return;
      const asked = { path, dry: false };
      this.taken = await this.work.do(words.importing, "import_packet", asked);
      if (this.taken.id === this.#draft.id) await this.#draft.load();
    });
  }

  protected override async refused(): Promise<void> {
    // What refused it may have changed since it was shown.
    await this.#draft.lookAgain();
  }
}
