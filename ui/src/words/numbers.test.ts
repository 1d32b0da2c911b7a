import { expect, test } from "vitest";
import {
  briefDay,
  bytes,
  count,
  day,
  duration,
  many,
  readDay,
  typedDay,
} from "./numbers.ts";

test("days are said as staff say them", () => {
  expect(day("2026-07-03")).toBe("3 de julio de 2026");
  expect(day("2026-12-01T10:00:00Z")).toBe("1 de diciembre de 2026");
  expect(day("pronto")).toBe("pronto");
});

test("a day is read however it is typed, and only if it exists", () => {
  for (const typed of [
    "3/7/2026",
    "03-07-2026",
    "2026-07-03",
    "3 de julio de 2026",
    "3 jul 2026",
  ]) {
    expect(readDay(typed)).toBe("2026-07-03");
  }
  for (const typed of [
    "31/2/2026",
    "3/13/2026",
    "hoy",
    "",
    "3 de brumario de 2026",
  ]) {
    expect(readDay(typed)).toBeUndefined();
  }
  expect(typedDay("2026-07-03")).toBe("3/7/2026");
});

test("figures carry their commas and agree with their nouns", () => {
  expect(count(1759)).toBe("1,759");
  expect(count(1234567)).toBe("1,234,567");
  expect(many(1, "error", "errores")).toBe("1 error");
  expect(many(0, "error", "errores")).toBe("0 errores");
  expect(duration(150)).toBe("2 horas 30 minutos");
  expect(duration(60)).toBe("1 hora");
  expect(bytes(412_000)).toBe("412 kB");
});

test("a day in little room keeps its day and its month, and its year when it is another", () => {
  const now = "2026-11-30";
  expect(briefDay("30 de noviembre de 2026", now)).toBe("30 nov");
  expect(briefDay("3 de mayo de 2024", now)).toBe("3 may 2024");
  expect(briefDay("faltan 2 requisitos", now)).toBe("faltan 2 requisitos");
});
