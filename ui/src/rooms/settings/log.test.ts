import { fakeDesk } from "#api/fake.ts";
import type { LogView } from "#api/wire.ts";
import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import LogCheck from "./LogCheck.svelte";

test("checking the workspace says how far it is, is stopped, and says what it found", async () => {
  let end: (answer: LogView) => void = () => undefined;
  let stop: () => void = () => undefined;
  const desk = fakeDesk({
    verify_log: () =>
      new Promise((resolve, reject) => {
        end = resolve;
        stop = () =>
          reject({
            code: "STOPPED",
            says: "Se detuvo: no se escribió nada.",
            detail: "",
            unmet: [],
          });
      }),
    work: () => ({ says: "Comprobando los casos", done: 30, of: 90 }),
    stop_work: () => ({}),
  });
  render(LogCheck);
  const check = screen.getByRole("button", { name: "Comprobar" });
  await userEvent.click(check);
  expect(
    (await screen.findAllByText(/Comprobando los casos/))[0],
  ).toBeVisible();
  await userEvent.click(check);
  await userEvent.click(screen.getByRole("button", { name: /Detener/ }));
  await waitFor(() =>
    expect(desk.asked.map(([name]) => name)).toContain("stop_work"),
  );
  stop();
  expect(await screen.findByText(/Se detuvo/)).toBeVisible();

  await userEvent.click(check);
  end({
    sound: false,
    acts: 12,
    differences: [
      { file: "caso", kind: "chain", says: "La cadena se rompe en el acto 3" },
    ],
  });
  expect(await screen.findByText(/Algo cambió/)).toBeVisible();
  expect(screen.getByText(/se rompe en el acto 3/)).toBeVisible();
  expect(desk.asked.filter(([name]) => name === "verify_log")).toHaveLength(2);
});
