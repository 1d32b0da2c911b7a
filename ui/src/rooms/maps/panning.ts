import { untrack } from "svelte";
import type { Attachment } from "svelte/attachments";
import type { Viewport } from "./viewport.svelte.ts";

/** Follows the size of a pane; `changed` is called whenever it has another. */
export function sized(
  sight: Viewport,
  changed: () => void,
): Attachment<HTMLElement> {
  return (pane) => {
    const look = () => {
      const now = [pane.clientWidth, pane.clientHeight] as const;
      if (now[0] === sight.width && now[1] === sight.height) return;
      [sight.width, sight.height] = now;
      changed();
    };
    // What is measured here is followed by its watch alone.
    untrack(look);
    if (typeof ResizeObserver === "undefined") return;
    const watch = new ResizeObserver(look);
    watch.observe(pane);
    return () => watch.disconnect();
  };
}

/** The pointer drags what is seen; the wheel moves it, and with Ctrl comes closer. */
export function panned(sight: Viewport): Attachment<HTMLElement> {
  return (pane) => {
    let grip: { x: number; y: number } | undefined;
    const hold = (event: PointerEvent) => {
      if (
        (event.target as Element).closest("[data-function], textarea, button")
      )
        return;
      grip = { x: event.clientX, y: event.clientY };
      pane.setPointerCapture(event.pointerId);
    };
    const drag = (event: PointerEvent) => {
      if (grip === undefined) return;
      sight.pan(event.clientX - grip.x, event.clientY - grip.y);
      grip = { x: event.clientX, y: event.clientY };
    };
    const release = () => (grip = undefined);
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      const from = pane.getBoundingClientRect();
      if (!event.ctrlKey) return sight.pan(-event.deltaX, -event.deltaY);
      const by = Math.exp(-event.deltaY / 300);
      sight.zoom(by, event.clientX - from.left, event.clientY - from.top);
    };
    pane.addEventListener("pointerdown", hold);
    pane.addEventListener("pointermove", drag);
    pane.addEventListener("pointerup", release);
    pane.addEventListener("pointercancel", release);
    // What it does is instead of scrolling, so it must be heard before that.
    pane.addEventListener("wheel", wheel, { passive: false });
    return () => {
      pane.removeEventListener("pointerdown", hold);
      pane.removeEventListener("pointermove", drag);
      pane.removeEventListener("pointerup", release);
      pane.removeEventListener("pointercancel", release);
      pane.removeEventListener("wheel", wheel);
    };
  };
}
