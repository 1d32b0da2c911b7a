import { expect, test } from "vitest";
import { exampleLines } from "./example.ts";

const read = (sketch: string) =>
  exampleLines(sketch).map(({ label, text, under }) =>
    under ? `• ${text}` : label ? `${label}: ${text}` : text,
  );

test("the example of a rule is read without knowing how it is kept", () => {
  expect(
    read(
      "T Encuadernar libros\nE [1 de 3] Coser cuadernillos\nD 4. Cose el libro:\n- Con hilo, y\nK Hilos = Comprensión\nA Orden | con cuidado\nG Folio: hoja",
    ),
  ).toEqual([
    "Título: Encuadernar libros",
    "Elemento: [1 de 3] Coser cuadernillos",
    "Desempeño: 4. Cose el libro:",
    "• Con hilo, y",
    "Conocimiento: Hilos (nivel: Comprensión)",
    "Actitud: Orden con cuidado",
    "Glosario: Folio: hoja",
  ]);
  expect(
    read(
      "# nada\nelementos: 1\nE\nP\npropósito: Servir de guía\nduración: Dos horas = 30 + 90 = 120",
    ),
  ).toEqual([
    "Producto: (vacío)",
    "Propósito: Servir de guía",
    "Duración: Dos horas (30 min en gabinete y 90 en campo; en total, 120)",
  ]);
});
