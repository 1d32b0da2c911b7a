/** Says on which sides what is inside goes on: `data-before`, `data-after`. */
export function edges(frame: HTMLElement): () => void {
  const box = frame.firstElementChild;
  if (!(box instanceof HTMLElement)) return () => undefined;
  const look = () => {
    const left = box.scrollWidth - box.clientWidth - box.scrollLeft;
    frame.toggleAttribute("data-before", box.scrollLeft > 1);
    frame.toggleAttribute("data-after", left > 1);
  };
  look();
  box.addEventListener("scroll", look, { passive: true });
  const sizes = new ResizeObserver(look);
  for (const one of [box, ...box.children]) sizes.observe(one);
  return () => {
    box.removeEventListener("scroll", look);
    sizes.disconnect();
  };
}
