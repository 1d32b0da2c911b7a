import type { SettingsView } from "#api/wire.ts";

const dark = () => window.matchMedia?.("(prefers-color-scheme: dark)");

/** Dresses the window: light, dark, or as the system says. */
export function dress(appearance: SettingsView["appearance"]): void {
  const isDark =
    appearance === "DARK" ||
    (appearance === "SYSTEM" && dark()?.matches === true);
  document.documentElement.dataset["theme"] = isDark ? "dark" : "light";
}

/** Calls back when the system changes its mind. */
export function onSystemChange(call: () => void): void {
  dark()?.addEventListener("change", call);
}
