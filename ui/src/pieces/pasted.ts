/** How much is taken at once, in characters: more is no list that a person means to paste. */
export const longestPaste = 200_000;

/** How much of a page is read for its lists. */
const longestPage = 2_000_000;

/** What is never words, whatever it holds. */
const unread = new Set(["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT", "HEAD"]);

/**
 * What is pasted, as lines; the cells of a row are told apart by tabulators. Nothing of a page is run
 * nor shown: it is read by a parser that has no window, and only its words are taken.
 */
export function pastedText(data: DataTransfer): string {
  const plain = data.getData("text/plain");
  const page = data.getData("text/html");
  // A word processor marks its lists in the plain text too; a page keeps rows and items in its own.
  const told = page.length <= longestPage && /<(li|tr)[\s>]/i.test(page);
  const lines = told ? linesOf(page) : "";
  return lines.trim() === "" ? plain : lines;
}

/** Whether it is several lines. */
export function isSeveral(text: string): boolean {
  return (
    text.split(/[\n\r\v\u2028\u2029]/).filter((one) => one.trim()).length > 1
  );
}

function linesOf(page: string): string {
  const read = new DOMParser().parseFromString(page, "text/html");
  const out: string[] = [];
  collect(read.body, out);
  return out.join("").replace(/[ \u00a0]+/g, " ");
}

function collect(from: Node, out: string[]): void {
  for (const node of from.childNodes) {
    if (node instanceof Text) out.push(node.data.replace(/\s+/g, " "));
    if (node.nodeType !== Node.ELEMENT_NODE) continue;
    const { nodeName } = node;
    if (unread.has(nodeName)) continue;
    // The break after a paragraph inside a cell belongs to the cell.
    const inCell = (node as Element).parentElement?.closest("td, th") !== null;
    const line =
      !inCell && /^(P|DIV|LI|TR|BR|UL|OL|TABLE|H[1-6])$/.test(nodeName);
    if (line) out.push("\n");
    collect(node, out);
    if (/^T[DH]$/.test(nodeName)) out.push("\t");
    else if (inCell && /^(P|DIV|BR|LI)$/.test(nodeName)) out.push(" ");
    else if (line) out.push("\n");
  }
}
