import type { EcDocument, EcElement, FindingView } from "#api/wire.ts";
import type { Place } from "#pieces/going.ts";

/** A text of a list with the id it is edited by. */
export interface Row {
  id: string;
  text: string;
}

/** The lists of an element, in the order of the form, with the letter people cite them by. */
export const blocks = [
  { list: "performances", letter: "D", kind: "performance" },
  { list: "products", letter: "P", kind: "product" },
  { list: "knowledge", letter: "C", kind: "knowledge" },
  { list: "attitudes", letter: "A", kind: "attitude" },
  { list: "contingencies", letter: "S", kind: "contingency" },
  { list: "glossary", letter: "G", kind: "glossary" },
] as const;

export type BlockList = (typeof blocks)[number]["list"];

/** How a text is named in the window: its part, then its field. */
export function slotKey(part: string | null, field: string): string {
  return `${part ?? ""}:${field}`;
}

/** Texts with the ids beside them, as rows. */
export function rows(
  texts: readonly string[],
  ids: readonly string[] | undefined,
): Row[] {
  return texts.map((text, i) => ({ id: ids?.[i] ?? "", text }));
}

/** One text that can be written, where it is, and how people cite it. */
export interface Slot {
  part: string | null;
  field: string;
  text: string;
  label: string;
  /** The element it is in; null for the general data. */
  element: string | null;
}

/** Every text of a standard, in the order of the form. */
export function slots(doc: EcDocument): Slot[] {
  return [...generalSlots(doc), ...doc.elements.flatMap(elementSlots)];
}

function generalSlots(doc: EcDocument): Slot[] {
  const found: Slot[] = [];
  const put = (
    part: string | null,
    field: string,
    text: string | null,
    label = "",
  ) => found.push({ part, field, text: text ?? "", label, element: null });
  put(null, "code", doc.code);
  put(null, "title", doc.title);
  put(null, "purpose", doc.purpose);
  put(null, "generalDescription", doc.generalDescription);
  put(null, "updateParagraph", doc.printed.updateParagraph);
  put(null, "levelText", doc.levelText);
  put(null, "committee", doc.committee);
  put(null, "approvalDate", doc.approvalDate);
  put(null, "publicationDate", doc.publicationDate);
  put(null, "reviewPeriod", doc.reviewPeriod);
  put(null, "certificateValidity", doc.certificateValidity);
  for (const { list } of classifiedLists) {
    for (const entry of classified(doc, list)) {
      put(entry.id ?? "", "code", entry.code);
      put(entry.id ?? "", "name", entry.name);
    }
  }
  for (const list of generalLists) {
    for (const row of generalRows(doc, list)) put(row.id, "text", row.text);
  }
  return found;
}

function elementSlots(element: EcElement): Slot[] {
  const found: Slot[] = [];
  const own = element.id ?? "";
  const e = `E${element.index}`;
  const put = (
    part: string | undefined,
    field: string,
    text: string,
    label: string,
  ) => found.push({ part: part ?? "", field, text, label, element: own });
  put(element.id, "title", element.title, e);
  put(element.id, "code", element.code, e);
  for (const [list, letter] of [
    [element.performances, "D"],
    [element.products, "P"],
  ] as const) {
    for (const one of list) {
      const label = `${e}-${letter}${one.number}`;
      put(one.id, "text", one.text, label);
      rows(one.characteristics, one.characteristicIds).forEach((row, i) =>
        put(row.id, "text", row.text, `${label}.${i + 1}`),
      );
    }
  }
  for (const one of element.knowledge) {
    const label = `${e}-C${one.number}`;
    put(one.id, "text", one.text, label);
    put(one.id, "level", one.printedLevel, label);
    for (const row of rows(one.details, one.detailIds))
      put(row.id, "text", row.text, label);
  }
  for (const one of element.attitudes) {
    put(one.id, "name", one.name, `${e}-A${one.number}`);
    put(one.id, "manner", one.manner, `${e}-A${one.number}`);
  }
  element.contingencies.forEach((one, i) => {
    const label = `${e}-S${one.number ?? i + 1}`;
    put(one.id, "situation", one.situation, label);
    for (const row of rows(one.expectedResponses, one.expectedResponseIds))
      put(row.id, "text", row.text, label);
  });
  for (const one of element.glossary) {
    put(one.id, "term", one.term, `${e}-G${one.number}`);
    put(one.id, "definition", one.definition, `${e}-G${one.number}`);
  }
  return found;
}

export const classifiedLists = [
  { list: "sincoUnitGroups" },
  { list: "sectors" },
  { list: "subsectors" },
  { list: "branches" },
  { list: "subbranches" },
  { list: "industryClasses" },
] as const;

export type ClassifiedList = (typeof classifiedLists)[number]["list"];

/** The entries of a SINCO or SCIAN list. */
export function classified(doc: EcDocument, list: ClassifiedList) {
  return list === "sincoUnitGroups" ? doc.sincoUnitGroups : doc.scian[list];
}

export const generalLists = [
  "associatedOccupations",
  "unlistedOccupations",
  "participatingOrganizations",
  "relatedStandards",
  "practiceDetails",
  "requirements",
  "references",
] as const;

export type GeneralList = (typeof generalLists)[number];

/** The rows of a list of the standard itself. */
export function generalRows(doc: EcDocument, list: GeneralList): Row[] {
  switch (list) {
    case "associatedOccupations":
      return rows(doc.associatedOccupations, doc.associatedOccupationIds);
    case "unlistedOccupations":
      return rows(doc.unlistedOccupations, doc.unlistedOccupationIds);
    case "participatingOrganizations":
      return rows(
        doc.participatingOrganizations,
        doc.participatingOrganizationIds,
      );
    case "relatedStandards":
      return rows(doc.relatedStandards, doc.relatedStandardIds);
    case "practiceDetails":
      return rows(
        doc.evaluationAspects.practiceDetails,
        doc.evaluationAspects.practiceDetailIds,
      );
    case "requirements":
      return rows(
        doc.evaluationAspects.requirements,
        doc.evaluationAspects.requirementIds,
      );
    case "references":
      return rows(doc.references, doc.referenceIds);
  }
}

/** The ids of a list, in order, wherever it is. */
export function idsIn(
  doc: EcDocument,
  owner: string | null,
  list: string,
): string[] {
  if (owner === null) {
    if (list === "elements") return doc.elements.map((one) => one.id ?? "");
    const named = classifiedLists.find((one) => one.list === list);
    if (named) return classified(doc, named.list).map((one) => one.id ?? "");
    const general = generalLists.find((one) => one === list);
    return general ? generalRows(doc, general).map((row) => row.id) : [];
  }
  for (const element of doc.elements) {
    if (element.id === owner) {
      const block = blocks.find((one) => one.list === list);
      return block ? element[block.list].map((one) => one.id ?? "") : [];
    }
    const criterion = [...element.performances, ...element.products].find(
      (c) => c.id === owner && list === "characteristics",
    );
    if (criterion) return criterion.characteristicIds ?? [];
    const knowledge = element.knowledge.find(
      (k) => k.id === owner && list === "details",
    );
    if (knowledge) return knowledge.detailIds ?? [];
    const contingency = element.contingencies.find((c) => c.id === owner);
    if (contingency) return contingency.expectedResponseIds ?? [];
  }
  return [];
}

/** Where a finding is shown: the key of a text, of a list, or of the whole document. */
export function anchorOf(
  finding: FindingView,
  doc: EcDocument,
  known: Set<string>,
): string {
  const { part, field, place } = finding;
  const tries: string[] = [];
  if (part !== null) {
    if (field !== null) tries.push(slotKey(part, field));
    tries.push(...mainFields.map((main) => slotKey(part, main)));
  } else if (field !== null) {
    tries.push(slotKey(null, field));
  }
  if (place.element !== null) {
    const element = doc.elements[place.element - 1];
    const block = blocks.find((one) => one.kind === place.kind);
    if (element && block) tries.push(slotKey(element.id ?? "", block.list));
    if (element) tries.push(slotKey(element.id ?? "", "title"));
  } else if (place.field !== null) {
    tries.push(
      slotKey(null, place.field.split(".").at(-1) ?? ""),
      slotKey(null, place.field),
    );
    const list = heads[place.field];
    if (list !== undefined) tries.push(slotKey(null, list));
    if (place.field.includes("duration")) tries.push(slotKey(null, "duration"));
  }
  return tries.find((key) => known.has(key)) ?? wholeDocument;
}

/** What is said of several lists at once is shown at the first of them. */
const heads: Record<string, string> = {
  scian: "sectors",
  sinco: "sincoUnitGroups",
  evaluationAspects: "practiceDetails",
};

/** The anchor of what is said of no place in particular. */
export const wholeDocument = ":";

const mainFields = ["text", "title", "name", "situation", "term"];

/** Every anchor that the editor shows. */
export function anchors(doc: EcDocument, of: readonly Slot[]): Set<string> {
  const keys = new Set(of.map((slot) => slotKey(slot.part, slot.field)));
  for (const name of ["duration", "sncLevel", "elements", ...generalLists])
    keys.add(slotKey(null, name));
  for (const { list } of classifiedLists) keys.add(slotKey(null, list));
  for (const element of doc.elements) {
    for (const { list } of blocks) keys.add(slotKey(element.id ?? "", list));
  }
  return keys;
}

/** The places of a standard that people look for by name. */
export function namedPlaces(
  of: readonly Slot[],
): { label: string; text: string; place: Place }[] {
  return of
    .filter(
      (slot) => slot.label !== "" && slot.text !== "" && slot.field !== "level",
    )
    .map(({ label, text, part, field }) => ({
      label,
      text,
      place: { part, field },
    }));
}
