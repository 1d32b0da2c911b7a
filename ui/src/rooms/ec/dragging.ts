import { EdgeScroll } from "#parts/edgeScroll.ts";
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
    let [x, y] = [0, 0];
    const scroll = new EdgeScroll(handle, () => look());

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
      [x, y] = [event.clientX, event.clientY];
      scroll.follow(y);
      look();
    };
    const look = () => {
      const under = document.elementsFromPoint(x, y);
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
      scroll.stop();
      leave();
      if (held && key !== undefined) ondrop(standing(key));
    };
    const cancel = () => {
      handle.removeAttribute("data-held");
      scroll.stop();
      leave();
    };

    handle.addEventListener("pointerdown", down);
    handle.addEventListener("pointermove", move);
    handle.addEventListener("pointerup", up);
    handle.addEventListener("pointercancel", cancel);
    return () => {
      scroll.stop();
      handle.removeEventListener("pointerdown", down);
      handle.removeEventListener("pointermove", move);
      handle.removeEventListener("pointerup", up);
      handle.removeEventListener("pointercancel", cancel);
    };
  };
}
