import { expect, test } from "vitest";
import { placeLine, placeName } from "./places.ts";

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
