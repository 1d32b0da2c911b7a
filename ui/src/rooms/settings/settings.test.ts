import { fakeDesk } from "#api/fake.ts";
import type { SettingsView } from "#api/wire.ts";
import { Saving } from "#pieces/saving.svelte.ts";
import { expect, test, vi } from "vitest";
import { Settings, settingsKept } from "./settings.svelte.ts";

const kept: SettingsView = {
  person: "persona sin nombre",
  letterhead: [],
  appearance: "system",
  nonWorkingDays: "",
  workspace: "/casa/espacio.cauce",
  readOnly: false,
  version: "1",
  rulePacks: [],
};

test("each setting is saved by itself, and what is wrong in one is said of it alone", async () => {
  let view = kept;
  const desk = fakeDesk({
    save_settings: (asked) => {
      if (asked.nonWorkingDays !== "")
        throw {
          code: "BAD_DAY",
          says: "El renglón 1 no es una fecha.",
          detail: "",
          unmet: [],
        };
      view = { ...view, ...asked };
      return view;
    },
  });
  const saving = new Saving();
  const onsaved = vi.fn();
  const form = new Settings(kept, saving, onsaved);
  expect(form.person).toBe("");

  form.nonWorkingDays = "algún día | Cierre";
  form.typing();
  await form.leave();
  form.person = "María Núñez";
  form.typing();
  await form.leave();

  expect(view.person).toBe("María Núñez");
  expect(form.troubles).toEqual({
    nonWorkingDays: "El renglón 1 no es una fecha.",
  });
  expect(form.nonWorkingDays).toBe("algún día | Cierre");
  expect(saving.state).toBe("unsaved");

  form.nonWorkingDays = "";
  form.typing();
  await form.leave();
  expect(form.troubles).toEqual({});
  expect(saving.state).not.toBe("unsaved");
  const asked = desk.asked.length;
  await form.leave();
  expect(desk.asked).toHaveLength(asked);
});

test("who closes the window waits for what is being saved", async () => {
  const asked: string[] = [];
  let answer = () => {};
  fakeDesk({
    save_settings: (what) =>
      new Promise((done) => {
        answer = () => {
          asked.push(what.person);
          done({ ...kept, ...what });
        };
      }),
  });
  const form = new Settings(kept, new Saving(), vi.fn());
  form.person = "María Núñez";
  void form.leave();

  let waited = false;
  const closing = settingsKept().then(() => (waited = true));
  await new Promise((later) => setTimeout(later));
  expect(waited).toBe(false);
  answer();
  await closing;

  expect(asked).toEqual(["María Núñez"]);
});
