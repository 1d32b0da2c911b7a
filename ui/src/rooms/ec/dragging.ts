import type { Standing } from "./sending.ts";

/** How a place where something can be put down is named on the page. */
export function dropKey(
  owner: string | null,
  list: string,
  part: string,
): string {
  return `${owner ?? ""} ${list} ${part}`;
}

function standing(key: string): Standing {
  const [owner = "", list = "", part = ""] = key.split(" ");
  return { owner: owner === "" ? null : owner, list, part };
}

/** A handle that takes its row with the pointer, and puts it where another of its kind stands. */
export function drags(from: Standing, ondrop: (onto: Standing) => void) {
  return (handle: HTMLElement) => {
    let over: HTMLElement | undefined;

    const leave = () => {
      over?.removeAttribute("data-over");
      over = undefined;
    };
    const down = (event: PointerEvent) => {
      if (event.button !== 0) return;
      event.preventDefault();
      handle.setPointerCapture(event.pointerId);
      handle.setAttribute("data-held", "");
    };
    const move = (event: PointerEvent) => {
      if (!handle.hasAttribute("data-held")) return;
      const under = document.elementsFromPoint(event.clientX, event.clientY);
      const row = under
        .map((one) => one.closest<HTMLElement>(`[data-drop*=" ${from.list} "]`))
        .find((one) => one !== null);
      if (row === over) return;
      leave();
      if (!row) return;
      over = row;
      over.setAttribute("data-over", "");
    };
    const up = () => {
      const key = over?.dataset["drop"];
      const held = handle.hasAttribute("data-held");
      handle.removeAttribute("data-held");
      leave();
      if (held && key !== undefined) ondrop(standing(key));
    };
    const cancel = () => {
      handle.removeAttribute("data-held");
      leave();
    };

    handle.addEventListener("pointerdown", down);
    handle.addEventListener("pointermove", move);
    handle.addEventListener("pointerup", up);
    handle.addEventListener("pointercancel", cancel);
    return () => {
      handle.removeEventListener("pointerdown", down);
      handle.removeEventListener("pointermove", move);
      handle.removeEventListener("pointerup", up);
      handle.removeEventListener("pointercancel", cancel);
    };
  };
}
