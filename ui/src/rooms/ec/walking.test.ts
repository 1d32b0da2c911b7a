import {
  exampleDocument,
  exampleFinding,
  exampleStandard,
} from "#api/examples.ts";
import { fakeDesk } from "#api/fake.ts";
import { Saving } from "#pieces/saving.svelte.ts";
import { expect, test } from "vitest";
import { Draft } from "./draft.svelte.ts";
import { nextFinding } from "./walking.ts";

const said = (key: string, field: string) =>
  exampleFinding({
    key,
    part: null,
    field: null,
    place: {
      element: null,
      kind: null,
      number: null,
      characteristic: null,
      field,
    },
  });

test("findings of lists and of the duration, which have no text, are each come to in turn", async () => {
  const findings = [
    exampleFinding(),
    said("a", "evaluationAspects.duration"),
    said("b", "references"),
  ];
  fakeDesk({
    standard: () => exampleStandard({ document: exampleDocument(), findings }),
  });
  const draft = new Draft("bici", new Saving());
  await draft.load();

  const seen: string[] = [];
  for (let i = 0; i < 4; i++) {
    const next = nextFinding(draft, findings, 1)!;
    seen.push(`${next.part ?? ""}:${next.field}`);
    draft.at = next;
  }

  expect(seen).toEqual([":duration", ":references", "d1a:text", ":duration"]);
});
