import { expect, test } from "vitest";
// The places that the reviewer may speak of, in the order of the form.
// eslint-disable-next-line no-restricted-imports
import reviewer from "../../../src-tauri/crates/checks/src/finding.rs?raw";
import { placeLine, placeName } from "./places.ts";

test("every place of which the reviewer may speak has a name", () => {
  const order = /const FIELDS: &\[&str\] = &\[([^\]]*)\]/.exec(reviewer)?.[1];
  const places = [...(order ?? "").matchAll(/"([\w.]+)"/g)].map(
    ([, place]) => place ?? "",
  );
  expect(places).toContain("profileTitles");
  expect(
    [...places, "general"].filter((place) => placeName(place) === place),
  ).toEqual([]);
});

test("a place is named as people cite it, never by the word of the wire", () => {
  expect(placeName("E1-D4.2")).toBe("E1-D4.2");
  expect(placeName("reviewPeriod")).toBe("Periodo sugerido de revisión");
  expect(placeName("evaluationAspects.practiceDetails")).toBe(
    "Detalles de la práctica",
  );
  expect(placeName("evaluationAspects.duration")).toBe(
    "Duración estimada de la evaluación",
  );
  expect(placeLine("sincoUnitGroups · Uso básico")).toBe(
    "Grupo unitario (SINCO) · Uso básico",
  );
});
