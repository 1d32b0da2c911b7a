import { fields, lists, sections } from "./editor.ts";

/** Places of the printed form, which nobody edits one by one. */
const ofTheForm: Record<string, string> = {
  general: "Datos generales",
  headings: "Encabezados del formato",
  fixedParagraphs: "Párrafos fijos del formato",
  profileTitles: "Títulos del perfil",
  scian: sections.industries,
  evaluationAspects: sections.evaluation,
};

/** A place as people cite it: `E1-D4.2` as it is, a general field by the name the form prints. */
export function placeName(label: string): string {
  const key = label.split(".").at(-1) ?? label;
  return (
    fields[label] ??
    lists[label]?.name ??
    fields[key] ??
    lists[key]?.name ??
    ofTheForm[label] ??
    label
  );
}

/** A line that begins with a place, «sincoUnitGroups · …», with the place as people cite it. */
export function placeLine(line: string): string {
  const [first = "", ...rest] = line.split(" · ");
  return [placeName(first), ...rest].join(" · ");
}
