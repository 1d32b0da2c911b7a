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

/** The same without the year, when it is the year of `today`. */
export function shortDay(iso: string, today: string): string {
  if (iso.slice(0, 10) === today.slice(0, 10)) return "hoy";
  return iso.slice(0, 4) === today.slice(0, 4)
    ? day(iso).replace(/ de \d{4}$/, "")
    : day(iso);
}

/** An instant → «10:42», in the hours of this workstation. */
export function hour(iso: string): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime())
    ? iso
    : `${at.getHours()}:${two(at.getMinutes())}`;
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
