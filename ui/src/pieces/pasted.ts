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

/** What is pasted, as lines that begin with a tabulator for each list they are inside of. */
export function pastedOutline(data: DataTransfer): string {
  const page = data.getData("text/html");
  const told =
    page.length <= longestPage && /<li[\s>]|mso-list:[^;"']*level/i.test(page);
  const lines = told ? linesOf(page, true) : "";
  return lines.trim() === "" ? pastedText(data) : lines;
}

/** Whether more is pasted than is taken: a page that long is not read, and may hold nothing else. */
export function isTooMuch(data: DataTransfer, text: string): boolean {
  const page = data.getData("text/html");
  return (
    text.length > longestPaste ||
    (text.trim() === "" && page.length > longestPage)
  );
}

/** Whether it is several lines. */
export function isSeveral(text: string): boolean {
  return (
    text.split(/[\n\r\v\u2028\u2029]/).filter((one) => one.trim()).length > 1
  );
}

function linesOf(page: string, nested = false): string {
  const read = new DOMParser().parseFromString(page, "text/html");
  const out: string[] = [];
  collect(read.body, out, nested);
  return out.join("").replace(/[ \u00a0]+/g, " ");
}

/** How far in a line stands: in so many lists, or at the level that a word processor writes on it. */
function depth(node: Element): number {
  const level = /mso-list:[^;]*level(\d+)/i.exec(
    node.getAttribute("style") ?? "",
  );
  if (level) return Number(level[1]) - 1;
  let lists = 0;
  for (let on = node.parentElement; on; on = on.parentElement)
    if (/^[UO]L$/.test(on.nodeName)) lists++;
  return node.nodeName === "LI" ? Math.max(lists - 1, 0) : 0;
}

/** A bullet or a number that a word processor writes out before the words of its line. */
function isMark(node: Element): boolean {
  return /mso-list:\s*ignore/i.test(node.getAttribute("style") ?? "");
}

function collect(from: Node, out: string[], nested: boolean): void {
  for (const node of from.childNodes) {
    if (node instanceof Text) out.push(node.data.replace(/\s+/g, " "));
    if (node.nodeType !== Node.ELEMENT_NODE) continue;
    const { nodeName } = node;
    if (unread.has(nodeName) || isMark(node as Element)) continue;
    // The break after a paragraph inside a cell belongs to the cell.
    const inCell = (node as Element).parentElement?.closest("td, th") !== null;
    const line =
      !inCell && /^(P|DIV|LI|TR|BR|UL|OL|TABLE|H[1-6])$/.test(nodeName);
    if (line) out.push("\n");
    if (line && nested) out.push("\t".repeat(depth(node as Element)));
    collect(node, out, nested);
    if (/^T[DH]$/.test(nodeName)) out.push("\t");
    else if (inCell && /^(P|DIV|BR|LI)$/.test(nodeName)) out.push(" ");
    else if (line) out.push("\n");
  }
}
