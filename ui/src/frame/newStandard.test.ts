import { fakeDesk } from "#api/fake.ts";
import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import NewStandard from "./NewStandard.svelte";

test("a brand standard is begun from blank where the person says so", async () => {
  const desk = fakeDesk({
    new_brand: () => ({ id: "reloj" }),
    similar: () => ({ register: null, preparing: false, found: [] }),
  });
  const onmade = vi.fn();
  render(NewStandard, { begun: "Ajuste de relojes", onclose: vi.fn(), onmade });

  await userEvent.click(screen.getByRole("checkbox"));
  await userEvent.click(
    screen.getByRole("button", { name: /Crear el borrador/ }),
  );

  expect(desk.asked).toContainEqual([
    "new_brand",
    { title: "Ajuste de relojes" },
  ]);
  expect(onmade).toHaveBeenCalledWith("reloj", "generalDescription");
});
