import type { Attachment } from "svelte/attachments";
import type { MapRequest } from "#api/wire.ts";
import { within } from "./branch.ts";
import type { MapDraft } from "./map.svelte.ts";

/** Where what is carried would come to stand: beside a function, or as its last part. */
export interface Drop {
  id: string;
  where: "before" | "after" | "in";
}

/** How far the pointer goes before it carries, and how near an edge the pane moves along. */
const least = 6;
const edge = 36;

/**
 * The pointer carries a function, with those below it, to another place; near an edge the pane
 * moves along, and Escape lets it be. (By keyboard: Alt with the arrows.)
 */
export function carried(
  draft: MapDraft,
  along: (x: number, y: number) => void,
): Attachment<HTMLElement> {
  return (pane) => {
    let held: { id: string; x: number; y: number } | undefined;
    let moves: ReturnType<typeof setInterval> | undefined;
    let last = { x: 0, y: 0 };
    const stop = () => {
      held = undefined;
      draft.carries = "";
      draft.drop = undefined;
      clearInterval(moves);
      moves = undefined;
    };
    const look = () => {
      const at = document.elementFromPoint(last.x, last.y);
      const on = at?.closest<HTMLElement>("[data-function]");
      draft.drop =
        on && pane.contains(on) ? dropOn(draft, on, last.y) : undefined;
    };
    const follow = () => {
      const box = pane.getBoundingClientRect();
      const x = push(last.x, box.left, box.right);
      const y = push(last.y, box.top, box.bottom);
      if (x === 0 && y === 0) return;
      along(x, y);
      look();
    };
    const hold = (event: PointerEvent) => {
      const target = event.target as Element;
      const on = target.closest<HTMLElement>("[data-function]");
      const id = on?.dataset["function"];
      if (event.button !== 0 || draft.closed || !id) return;
      if (target.closest("textarea, button, input")) return;
      if (draft.branches.get(id)?.above === undefined) return;
      held = { id, x: event.clientX, y: event.clientY };
    };
    const drag = (event: PointerEvent) => {
      if (held === undefined) return;
      last = { x: event.clientX, y: event.clientY };
      if (draft.carries === "") {
        const far = Math.hypot(last.x - held.x, last.y - held.y);
        if (far < least) return;
        draft.carries = held.id;
        pane.setPointerCapture(event.pointerId);
        moves = setInterval(follow, 16);
      }
      look();
    };
    const release = () => {
      const { carries, drop } = draft;
      stop();
      if (carries === "") return;
      // What was carried is not pressed besides.
      const swallow = (event: Event) => event.stopPropagation();
      pane.addEventListener("click", swallow, { capture: true, once: true });
      setTimeout(() => pane.removeEventListener("click", swallow, true));
      const move = drop && moveTo(draft, carries, drop);
      if (!move) return;
      draft.go(carries);
      void draft.make(() => [move]);
    };
    const key = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || draft.carries === "") return;
      event.stopPropagation();
      stop();
    };
    const pairs = [
      ["pointerdown", hold],
      ["pointermove", drag],
      ["pointerup", release],
      ["pointercancel", stop],
    ] as const;
    for (const [name, hear] of pairs)
      pane.addEventListener(name, hear as EventListener);
    window.addEventListener("keydown", key, true);
    return () => {
      stop();
      for (const [name, hear] of pairs)
        pane.removeEventListener(name, hear as EventListener);
      window.removeEventListener("keydown", key, true);
    };
  };
}

function push(at: number, from: number, to: number): number {
  if (at < from + edge) return -8;
  return at > to - edge ? 8 : 0;
}

function dropOn(draft: MapDraft, on: HTMLElement, y: number): Drop | undefined {
  const id = on.dataset["function"] ?? "";
  const carried = draft.branches.get(draft.carries);
  if (!carried || within(carried).some((it) => it.id === id)) return undefined;
  const box = on.getBoundingClientRect();
  const part = (y - box.top) / Math.max(box.height, 1);
  const beside = draft.branches.get(id)?.above !== undefined;
  if (beside && part < 0.3) return { id, where: "before" };
  if (beside && part > 0.7) return { id, where: "after" };
  return { id, where: "in" };
}

/** The change that carries a function there; its place is counted without it. */
export function moveTo(
  draft: MapDraft,
  id: string,
  { id: on, where }: Drop,
): MapRequest | undefined {
  const target = draft.branches.get(on);
  const parent = where === "in" ? target : target?.above;
  if (target === undefined || parent === undefined) return undefined;
  const others = parent.parts.filter((part) => part.it.id !== id);
  const beside = others.findIndex((part) => part.it.id === on);
  const at =
    where === "in" ? others.length : beside + (where === "after" ? 1 : 0);
  return { move: { function: id, parent: parent.it.id, at } };
}
