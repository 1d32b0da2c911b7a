import { exampleDocument, exampleStandard } from "#api/examples.ts";
import { fakeDesk } from "#api/fake.ts";
import { Saving } from "#pieces/saving.svelte.ts";
import { render, screen } from "@testing-library/svelte";
import { expect, test } from "vitest";
import BrandForm from "./BrandForm.svelte";
import { Draft } from "./draft.svelte.ts";

test("a brand standard is written on its sheet, which asks for nothing else", async () => {
  const doc = exampleDocument({ elements: [] });
  fakeDesk({
    standard: () => exampleStandard({ document: doc, findings: [] }),
  });
  const draft = new Draft("bici", new Saving());
  await draft.load();
  render(BrandForm, { draft, doc });

  expect(screen.getByLabelText("Vigencia del certificado")).toBeVisible();
  expect(screen.getAllByRole("textbox")).toHaveLength(4);
  expect(screen.queryByText(/SINCO/)).toBeNull();
});
