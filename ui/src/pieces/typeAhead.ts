// Whoever dictates does not wait for the next line to be drawn: what is typed while a new text is on
// its way is kept, and typed into it when it is there.

/** What was typed beyond the text that is on its way: the lines that follow. */
let beyond = "";

/**
 * Takes the keys from now on. Answers what ends it, once the cursor is in the new text: what was
 * typed goes there, each of its lines as if it had been ended with the Enter key.
 */
export function typeAhead(label: string): () => void {
  const from = document.activeElement;
  const box = document.createElement("textarea");
  box.className = "ahead";
  box.setAttribute("aria-label", label);
  box.value = beyond;
  beyond = "";
  document.body.append(box);
  box.focus();
  return () => {
    const text = box.value;
    const nowhere = document.activeElement === box;
    box.remove();
    // It was refused: what was typed is not lost.
    if (nowhere && from instanceof HTMLElement) from.focus();
    type(nowhere ? text.replaceAll("\n", " ") : text);
  };
}

function type(text: string): void {
  const [line = "", ...rest] = text.split("\n");
  const box = document.activeElement;
  if (!(box instanceof HTMLTextAreaElement)) return;
  if (line !== "") {
    box.setRangeText(line, box.selectionStart, box.selectionEnd, "end");
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  if (rest.length === 0) return;
  beyond = rest.join("\n");
  const enter = { key: "Enter", bubbles: true, cancelable: true };
  box.dispatchEvent(new KeyboardEvent("keydown", enter));
  // The Enter key led to a text that was there already.
  const left = beyond;
  beyond = "";
  if (left !== "" && document.activeElement !== box) type(left);
}
