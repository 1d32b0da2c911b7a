// Dates and figures, as staff write them.

const months = [
  "enero",
  "febrero",
  "marzo",
  "abril",
  "mayo",
  "junio",
  "julio",
  "agosto",
  "septiembre",
  "octubre",
  "noviembre",
  "diciembre",
];

/** `2026-07-03` or an instant → «3 de julio de 2026». What is no date is left as it came. */
export function day(iso: string): string {
  const [, y, m, d] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? [];
  const month = months[Number(m) - 1];
  return month === undefined ? iso : `${Number(d)} de ${month} de ${y}`;
}

/** «30 de noviembre de 2026» → «30 nov», with its year if it is not that of `today`, `YYYY-MM-DD`; what
 * is no day is left. */
export function briefDay(words: string, today: string): string {
  const [, d, month = "", y] =
    /^(\d{1,2}) de ([a-z]+) de (\d{4})$/.exec(words) ?? [];
  if (d === undefined) return words;
  const brief = `${d} ${month.slice(0, 3)}`;
  return today.startsWith(`${y}-`) ? brief : `${brief} ${y}`;
}

/** «3/7/2026», `2026-07-03` or «3 de julio de 2026» → `2026-07-03`; nothing if it is no day. */
export function readDay(typed: string): string | undefined {
  const text = typed.trim().toLowerCase();
  const spoken =
    /^(\d{1,2})\s+(?:de\s+)?([a-zé]{3,})\.?\s+(?:de\s+)?(\d{4})$/.exec(text);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const slashed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const month = spoken
    ? months.findIndex((name) => name.startsWith(spoken[2] ?? "-")) + 1
    : 0;
  const [y, m, d] = iso
    ? [iso[1], iso[2], iso[3]]
    : slashed
      ? [slashed[3], slashed[2], slashed[1]]
      : [spoken?.[3], String(month), spoken?.[1]];
  const date = new Date(Date.UTC(Number(y), Number(m) - 1, Number(d)));
  const real =
    date.getUTCMonth() === Number(m) - 1 && date.getUTCDate() === Number(d);
  return real ? date.toISOString().slice(0, 10) : undefined;
}

/** `2026-07-03` → «3/7/2026», as one types it. */
export function typedDay(iso: string): string {
  const [y, m, d] = iso.split("-");
  return d === undefined ? iso : `${Number(d)}/${Number(m)}/${y}`;
}

/** The day on this workstation, `YYYY-MM-DD`. */
export function todayHere(now = new Date()): string {
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** 1759 → «1,759». */
export function count(n: number): string {
  return String(Math.trunc(n)).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}

/** «1 error», «2 errores». */
export function many(n: number, one: string, more: string): string {
  return `${count(n)} ${n === 1 ? one : more}`;
}

/** «E1-D1, E1-D2 y E1-D3». */
export function listed(names: string[]): string {
  const last = names.at(-1) ?? "";
  const first = names.slice(0, -1).join(", ");
  return first === "" ? last : `${first} y ${last}`;
}

/** Bytes → «412 kB». */
export function bytes(n: number): string {
  if (n < 1000) return `${n} B`;
  return n < 1_000_000
    ? `${count(n / 1000)} kB`
    : `${(n / 1_000_000).toFixed(1)} MB`;
}

/** Minutes → «2 horas 30 minutos». */
export function duration(minutes: number): string {
  const h = Math.floor(minutes / 60);
  const m = minutes % 60;
  const parts = [];
  if (h > 0) parts.push(many(h, "hora", "horas"));
  if (m > 0 || h === 0) parts.push(many(m, "minuto", "minutos"));
  return parts.join(" ");
}

function two(n: number): string {
  return String(n).padStart(2, "0");
}
