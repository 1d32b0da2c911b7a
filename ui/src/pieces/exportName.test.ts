import { expect, test } from "vitest";
import { exportName } from "./exportName.ts";

test("a document is proposed under its code, or its title while it has none", () => {
  const title = "Préstamo de libros";
  expect(exportName({ code: "EC9876", title }, "PDF")).toBe("EC9876.pdf");
  expect(exportName({ code: "", title }, "DOCX")).toBe(
    "Préstamo de libros.docx",
  );
});

test("what some system refuses in a name is left out of it", () => {
  const named = (title: string) => exportName({ code: "", title }, "JSON");
  expect(named('../Alta: "uno"/dos\u202e?\n')).toBe("Alta uno dos.json");
  expect(named("  ")).toBe("Estándar.json");
  expect(named("nul")).toBe("Estándar nul.json");
  expect(named("é".repeat(300))).toHaveLength(105);
});
