/** What scrolls can be reached by keyboard, or its end could not be read; what fits is no stop. */
export function scrolls(box: HTMLElement): () => void {
  const look = () => {
    if (box.scrollWidth > box.clientWidth + 1) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  };
  look();
  const sizes = new ResizeObserver(look);
  sizes.observe(box);
  return () => sizes.disconnect();
}
