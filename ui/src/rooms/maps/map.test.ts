import { Troubled } from "#api/ask.ts";
import { exampleFunction, exampleMap } from "#api/exampleMap.ts";
import { fakeDesk } from "#api/fake.ts";
import type { MapRequest, MapView } from "#api/wire.ts";
import { Saving } from "#pieces/saving.svelte.ts";
import { expect, test } from "vitest";
import { attestAll, merge, paste, remove } from "./gestures.ts";
import { MapDraft } from "./map.svelte.ts";

/** A draft over a desk that answers what it is told, in turn. */
async function drawn(
  answer: (edits: MapRequest[]) => MapView | Promise<MapView>,
  first = exampleMap(),
) {
  const sent: MapRequest[][] = [];
  const saving = new Saving();
  fakeDesk({
    map: () => structuredClone(first),
    edit_map: ({ edits }) => {
      sent.push(edits);
      return answer(edits);
    },
  });
  const draft = new MapDraft("m", saving);
  await draft.load();
  return { draft, saving, sent };
}

const refusal = (code: "MAP_REFUSED" | "WORKSPACE_LOCKED" | "NOT_FOUND") =>
  new Troubled({ code, says: `no: ${code}`, detail: "", unmet: [] }).trouble;

/** The map with one more function, where one goes to. */
function withOneMore(): MapView {
  const map = exampleMap({ focus: "d", digest: "d2" });
  const more = { id: "d", parent: "a", number: "1.3", depth: 2 };
  map.functions.push(exampleFunction(more));
  return map;
}

test("what is typed is saved before the function that follows, as one", async () => {
  const { draft, sent } = await drawn(withOneMore);
  draft.go("c", "end");
  draft.type("c", "Entregar bicicletas");
  await draft.make((of) => [{ sibling: { of } }]);
  expect(sent).toHaveLength(1);
  expect(sent[0]!.map((edit) => Object.keys(edit)[0])).toEqual([
    "reword",
    "sibling",
  ]);
  expect(draft.at).toBe("d");
});

test("letters typed before a function is there are kept for it", async () => {
  let answer: (view: MapView) => void = () => undefined;
  const { draft } = await drawn(() => new Promise((then) => (answer = then)));
  draft.go("c", "end");
  const made = draft.make((of) => [{ sibling: { of } }]);
  await new Promise((rest) => setTimeout(rest));
  expect(draft.ahead("Re")).toBe(true);
  answer(withOneMore());
  await made;
  expect(draft.text("d")).toBe("Re");
  expect(draft.ahead("x")).toBe(false);
});

test("what was typed stays when its save is refused, and says so", async () => {
  const { draft, saving } = await drawn(() => {
    throw refusal("WORKSPACE_LOCKED");
  });
  draft.type("b", "Ajustar");
  expect(await draft.flush()).toBe(false);
  expect(draft.text("b")).toBe("Ajustar");
  expect(saving.state).toBe("unsaved");
  expect(draft.unsaved).toBe(true);
});

test("a place that is refused costs nothing of what was typed", async () => {
  const { draft, saving, sent } = await drawn((edits) => {
    if (edits.some((edit) => "indent" in edit)) throw refusal("MAP_REFUSED");
    return exampleMap({ digest: "d2" });
  });
  draft.go("b", "end");
  draft.type("b", "Ajustar");
  await draft.make((at) => [{ indent: { function: at } }]);
  expect(sent.at(-1)).toEqual([
    {
      reword: {
        function: "b",
        before: "Ajustar frenos de acuerdo con el manual",
        after: "Ajustar",
      },
    },
  ]);
  expect(saving.state).toBe("saved");
  expect(draft.trouble).toBe("no: MAP_REFUSED");
});

test("what is typed in a function that somebody took away comes back as a new one", async () => {
  const first = exampleMap();
  const { draft, sent } = await drawn((edits) => {
    if (edits.some((edit) => "reword" in edit)) throw refusal("NOT_FOUND");
    return withOneMore();
  }, first);
  draft.type("c", "Entregar");
  first.functions.pop();
  first.digest = "d2";
  expect(await draft.flush()).toBe(true);
  expect(sent.at(-1)).toEqual([{ paste: { below: "p", text: "Entregar" } }]);
});

test("several lines become functions, one line is only typed", async () => {
  const { draft, sent } = await drawn(withOneMore);
  draft.go("a", "end");
  expect(paste(draft, "Una línea\n")).toBe(false);
  expect(paste(draft, "Uno\n\tDos")).toBe(true);
  await draft.flush();
  expect(sent).toEqual([[{ paste: { below: "a", text: "Uno\n\tDos" } }]]);
});

test("all that waits in a branch is attested as one, and nothing of another", async () => {
  const { draft, sent } = await drawn(() => exampleMap({ findings: [] }));
  await attestAll(draft, draft.branches.get("c")!);
  expect(sent).toEqual([]);
  await attestAll(draft, draft.root!);
  expect(sent).toEqual([[{ attest: { function: "b", claim: "ONE_PERSON" } }]]);
});

test("what others point to is told before it is taken out", async () => {
  const map = exampleMap();
  map.functions[1]!.standard = { id: "s", code: "", title: "Bicicletas" };
  map.functions[2]!.element = "Elemento 1 de 2";
  const { draft, sent } = await drawn(() => exampleMap(), map);
  draft.go("a");
  const breaks = remove(draft);
  expect(breaks).toMatchObject({
    functions: 3,
    standards: ["Bicicletas"],
    elements: 1,
  });
  await draft.flush();
  expect(sent).toEqual([]);
  await breaks!.go();
  expect(sent).toEqual([[{ remove: { function: "a", breaking: true } }]]);
});

test("an empty function goes at the first key, to the end of the one before it", async () => {
  const { draft, sent } = await drawn(
    () => exampleMap({ focus: "c" }),
    withOneMore(),
  );
  draft.go("d", "end");
  merge(draft);
  await draft.flush();
  await new Promise((rest) => setTimeout(rest));
  expect(sent).toEqual([[{ remove: { function: "d", breaking: false } }]]);
  expect(draft.at).toBe("c");
  expect(draft.writing).toBe("end");
});

test("who folds a branch walks over it, and who goes into it unfolds it", async () => {
  const { draft } = await drawn(() => exampleMap());
  draft.fold("a", true);
  expect(draft.seen.map(({ it }) => it.id)).toEqual(["p", "a"]);
  draft.go("c");
  expect(draft.seen.map(({ it }) => it.id)).toEqual(["p", "a", "b", "c"]);
});
