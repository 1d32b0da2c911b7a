import type { SettingsView } from "#api/wire.ts";

/** How the window is until its settings are known. */
export const undressed: SettingsView = {
  person: "",
  letterhead: [],
  appearance: "system",
  nonWorkingDays: "",
  workspace: "",
  readOnly: false,
  version: "",
  rulePacks: [],
};

const dark = () => window.matchMedia?.("(prefers-color-scheme: dark)");

/** Dresses the window: light, dark, or as the system says. */
export function dress(appearance: string): void {
  const isDark =
    appearance === "dark" ||
    (appearance !== "light" && dark()?.matches === true);
  document.documentElement.dataset["theme"] = isDark ? "dark" : "light";
}

/** Calls back when the system changes its mind. */
export function onSystemChange(call: () => void): void {
  dark()?.addEventListener("change", call);
}
