import { exampleDocument, exampleStandard } from "#api/examples.ts";
import { fakeDesk } from "#api/fake.ts";
import type { EditRequest } from "#api/wire.ts";
import { Saving } from "#pieces/saving.svelte.ts";
import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { Draft } from "./draft.svelte.ts";
import Duration from "./Duration.svelte";

test("the second figure of a duration does not take back the first, however quick it is typed", async () => {
  const edits: EditRequest[] = [];
  let answer = () => {};
  const held = new Promise<void>((done) => (answer = done));
  const none = { deskMinutes: null, fieldMinutes: null, printed: "" };
  fakeDesk({
    standard: () => exampleStandard(),
    edit_standard: async (request) => {
      edits.push(...request.edits);
      await held;
      return exampleStandard();
    },
  });
  const draft = new Draft("bici", new Saving());
  await draft.load();
  render(Duration, {
    draft,
    duration: { ...exampleDocument().evaluationAspects.duration, ...none },
  });

  await userEvent.type(screen.getByLabelText("Minutos en gabinete"), "30");
  await userEvent.tab();
  await userEvent.keyboard("60");
  await userEvent.tab();
  answer();

  await vi.waitFor(() =>
    expect(edits).toEqual([
      { duration: { deskMinutes: 30, fieldMinutes: null } },
      { duration: { deskMinutes: 30, fieldMinutes: 60 } },
    ]),
  );
});
