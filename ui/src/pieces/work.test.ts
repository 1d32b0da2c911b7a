import { Troubled } from "#api/ask.ts";
import { fakeDesk } from "#api/fake.ts";
import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { flushSync } from "svelte";
import { expect, test, vi } from "vitest";
import { wasStopped, Work } from "./work.svelte.ts";
import Working from "./Working.svelte";

const made = { id: "bici", format: "v08", repairs: 0, notUnderstood: 0 };

/** A desk whose import ends when it is told to, or when it is stopped. */
function importing() {
  let end: () => void = () => undefined;
  let stopped = false;
  const at = { says: "", done: 0, of: 0 };
  const desk = fakeDesk({
    import_standard: () =>
      new Promise((resolve, reject) => {
        end = () => {
          const trouble = {
            code: "STOPPED" as const,
            says: "Se detuvo: no se escribió nada.",
            detail: "",
            unmet: [],
          };
          if (stopped) reject(new Troubled(trouble).trouble);
          else resolve(made);
        };
      }),
    work: () => ({ ...at }),
    stop_work: () => {
      stopped = true;
      return {};
    },
  });
  return { ...desk, at, end: () => end() };
}

test("long work is asked with a number, and each has its own", async () => {
  const { asked, end } = importing();
  const numbers = () =>
    asked
      .filter(([command]) => command === "stop_work")
      .map(([, request]) => (request as { work: number }).work);
  for (const path of ["a.pdf", "b.pdf"]) {
    const work = new Work();
    const done = work.do("Leyendo", "import_standard", { path });
    await work.stop();
    end();
    await expect(done).rejects.toSatisfy(wasStopped);
    expect(work.busy).toBe(false);
  }
  const [first, second] = numbers();
  expect(first).toBeGreaterThan(0);
  expect(second).not.toBe(first);
});

test("what it is at is shown with how far it is, and said anew with each step only", async () => {
  vi.useFakeTimers();
  const { at, end } = importing();
  const work = new Work();
  const done = work.do("Leyendo", "import_standard", { path: "a.pdf" });
  expect(work.says).toBe("Leyendo");
  Object.assign(at, { says: "Leyendo la página 40 de 212", done: 40, of: 212 });
  await vi.advanceTimersByTimeAsync(300);
  expect(work.says).toBe("Leyendo la página 40 de 212");
  expect(work.fraction).toBeCloseTo(40 / 212);
  const step = work.step;
  Object.assign(at, { says: "Leyendo la página 41 de 212", done: 41 });
  await vi.advanceTimersByTimeAsync(300);
  expect(work.says).toBe("Leyendo la página 41 de 212");
  expect(work.step).toBe(step);
  Object.assign(at, { says: "Ordenando lo que se leyó", done: 0, of: 0 });
  await vi.advanceTimersByTimeAsync(300);
  expect(work.step).toBe("Ordenando lo que se leyó");
  expect(work.fraction).toBeUndefined();
  end();
  await expect(done).resolves.toEqual(made);
  expect(work.busy).toBe(false);
  vi.useRealTimers();
});

test("it is stopped by its button, says that it is stopping, and is asked once", async () => {
  const { asked, end } = importing();
  const work = new Work();
  render(Working, { work });
  expect(screen.queryByRole("status")).toBeNull();
  const done = work.do("Leyendo", "import_standard", { path: "a.pdf" });
  flushSync();
  const button = await screen.findByRole("button", { name: "Detener" });
  await userEvent.click(button);
  expect(await screen.findByRole("status")).toHaveTextContent("Deteniendo…");
  expect(button).toBeDisabled();
  await userEvent.keyboard("{Escape}");
  expect(asked.filter(([command]) => command === "stop_work")).toHaveLength(1);
  end();
  await expect(done).rejects.toSatisfy(wasStopped);
  await waitFor(() => expect(screen.queryByRole("status")).toBeNull());
});

test("it is stopped by Esc, which then goes no further, and the focus stays where it was", async () => {
  const { asked, end } = importing();
  const opener = document.createElement("button");
  document.body.append(opener);
  opener.focus();
  const heard = vi.fn();
  window.addEventListener("keydown", heard);
  const work = new Work();
  render(Working, { work });
  const done = work.do("Leyendo", "import_standard", { path: "a.pdf" });
  flushSync();
  (await screen.findByRole("button", { name: "Detener" })).focus();
  await userEvent.keyboard("{Escape}");
  expect(heard.mock.calls.every(([event]) => event.defaultPrevented)).toBe(
    true,
  );
  expect(asked.some(([command]) => command === "stop_work")).toBe(true);
  end();
  await expect(done).rejects.toSatisfy(wasStopped);
  await waitFor(() => expect(opener).toHaveFocus());
  window.removeEventListener("keydown", heard);
  opener.remove();
});
