import { exampleFinding } from "#api/examples.ts";
import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import Finding from "./Finding.svelte";

const rule = {
  id: "EC-R-34",
  severity: "error",
  title: "La penúltima enlaza con «y»",
  why: "Son una sola enumeración.",
  wrong: "Uno,",
  right: "Uno, y",
  basis: "Guía técnica",
};

function shown(change = {}) {
  const calls = {
    onfix: vi.fn(),
    onaside: vi.fn(async () => true),
    ontakeback: vi.fn(),
  };
  render(Finding, {
    finding: exampleFinding(change),
    saved: "En orden,",
    rule,
    here: true,
    ...calls,
  });
  return calls;
}

test("it says what is wrong, its weight, its rule and the edit that mends it", async () => {
  const { onfix } = shown();
  expect(screen.getByRole("note")).toHaveTextContent("Falta la «y»");
  expect(screen.getByRole("img", { name: "error" })).toBeInTheDocument();
  expect(screen.getByText("EC-R-34")).toBeInTheDocument();
  expect(screen.getByText("y", { selector: "ins" })).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: /Corregir/ }));
  expect(onfix).toHaveBeenCalledOnce();
});

test("it shows the rule when asked why", async () => {
  shown();
  await userEvent.click(screen.getByRole("button", { name: /^Por qué/ }));
  expect(screen.getByText("Son una sola enumeración.")).toBeInTheDocument();
});

test("an error is only a false alarm with its reason; a warning is justified", async () => {
  const { onaside } = shown();
  await userEvent.click(
    screen.getByRole("button", { name: /^Apartar: falsa alarma/ }),
  );
  const send = screen
    .getAllByRole("button", { name: /^Apartar: falsa alarma/ })
    .at(-1)!;
  await userEvent.click(send);
  expect(onaside).not.toHaveBeenCalled();
  expect(screen.getByText("Escriba el motivo.")).toBeInTheDocument();

  await userEvent.type(screen.getByLabelText("Motivo"), "Así lo pide la norma");
  await userEvent.click(
    screen.getAllByRole("button", { name: /^Apartar: falsa alarma/ }).at(-1)!,
  );
  expect(onaside).toHaveBeenCalledWith("FALSE_ALARM", "Así lo pide la norma");
});

test("what was set aside is one line, with who and why", () => {
  const setAside = {
    kind: "JUSTIFIED",
    by: "Coordinadora 1",
    reason: "Cita textual",
    on: "2026-07-09",
    at: "9 de julio de 2026",
  };
  shown({ severity: "warning", setAside });
  expect(
    screen.getByText(
      /Justificado por Coordinadora 1, 9 de julio de 2026: Cita textual/,
    ),
  ).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: /Corregir/ })).toBeNull();
});

test("the reason is asked with the cursor in it, and leaving it goes back to what opened it", async () => {
  shown({ severity: "warning" });
  const justify = screen.getByRole("button", { name: /^Apartar: justificado/ });
  await userEvent.click(justify);
  expect(screen.getByLabelText("Motivo")).toHaveFocus();
  await userEvent.click(screen.getByRole("button", { name: "Cancelar" }));
  await waitFor(() => expect(justify).toHaveFocus());
});
