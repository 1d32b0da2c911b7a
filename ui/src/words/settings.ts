import type { SettingsView } from "#api/wire.ts";

export const settings = {
  title: "Ajustes",
  person: "Persona",
  personSays:
    "Con este nombre quedan firmados sus actos en el historial de cada caso.",
  name: "Nombre completo",
  letterhead: "Membrete",
  letterheadSays:
    "Se imprime al inicio de cada página del documento. Un renglón por línea; sin sellos ni logotipos.",
  lines: "Renglones del membrete",
  appearance: "Apariencia",
  appearanceSays: "Claro, oscuro o como lo tenga el sistema.",
  save: "Guardar",
  saved: "Ajustes guardados.",
  nameMissing: "Escriba su nombre: sin él los actos no se pueden firmar.",
};

export const appearances: Record<SettingsView["appearance"], string> = {
  SYSTEM: "Como el sistema",
  LIGHT: "Claro",
  DARK: "Oscuro",
};
