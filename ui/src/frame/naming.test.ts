import { Troubled } from "#api/ask.ts";
import { fakeDesk } from "#api/fake.ts";
import WhoSigns from "./WhoSigns.svelte";
import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { naming } from "#pieces/naming.svelte.ts";
import { Work } from "#pieces/work.svelte.ts";

const nobody = new Troubled({
  code: "NOBODY_SIGNS",
  says: "Nadie ha dicho quién trabaja aquí.",
  detail: "",
  unmet: [],
}).trouble;

const settings = {
  person: "persona sin nombre",
  letterhead: ["Dirección"],
  appearance: "system",
  nonWorkingDays: "",
  workspace: "",
  readOnly: false,
  version: "",
  rulePacks: [],
};

/** A desk that takes no packet until somebody has said their name. */
function unnamed() {
  let person = "";
  return fakeDesk({
    settings: () => settings,
    save_settings: (request) => {
      person = request.person;
      return { ...settings, person };
    },
    import_packet: () => {
      if (person === "") throw nobody;
      return {
        id: "bici",
        title: "Bicicletas",
        outcome: "NEW",
        common: 0,
        ours: [],
        theirs: [],
        beside: [],
        dry: false,
      };
    },
    work: () => ({ says: "", done: 0, of: 0 }),
  });
}

test("what is signed asks for the name where nobody said it, and goes on with it", async () => {
  const desk = unnamed();
  const onnamed = vi.fn();
  const done = new Work().do("Tomando", "import_packet", {
    path: "a.zip",
    dry: false,
  });
  await vi.waitFor(() => expect(naming.asking).toBe(true));
  render(WhoSigns, { onnamed });

  await userEvent.type(
    screen.getByLabelText("Nombre y apellidos"),
    " Marta Ibarra{Enter}",
  );

  expect((await done).outcome).toBe("NEW");
  expect(desk.asked).toContainEqual([
    "save_settings",
    {
      person: "Marta Ibarra",
      letterhead: ["Dirección"],
      appearance: "system",
      nonWorkingDays: "",
    },
  ]);
  expect(naming.asking).toBe(false);
  expect(onnamed).toHaveBeenCalledOnce();
});

test("whoever says no name is told why nothing was signed", async () => {
  unnamed();
  const done = new Work().do("Tomando", "import_packet", {
    path: "a.zip",
    dry: false,
  });
  await vi.waitFor(() => expect(naming.asking).toBe(true));

  naming.leave();

  await expect(done).rejects.toMatchObject({ trouble: nobody });
});
