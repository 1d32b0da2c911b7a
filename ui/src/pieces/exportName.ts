import { packets as words } from "#words/packets.ts";

/** Longer names are cut: some systems refuse them. */
const most = 100;

/** Names that some systems keep for their devices. */
const devices = /^(con|prn|aux|nul|(com|lpt)\d)$/i;

/** The name proposed for a document: its code, or its title, in what every system takes in a name. */
export function exportName(
  { code, title }: { code: string; title: string },
  kind: string,
): string {
  const safe = (code.trim() || title)
    .normalize("NFC")
    .replace(/[\p{C}\p{Zl}\p{Zp}<>:"/\\|?*]/gu, " ")
    .replace(/\s+/g, " ");
  const cut = [...safe].slice(0, most).join("");
  const name = cut.replace(/^[. ]+|[. ]+$/g, "");
  const own =
    name === "" || devices.test(name) ? `${words.document} ${name}` : name;
  return `${own.trim()}.${kind.toLowerCase()}`;
}
