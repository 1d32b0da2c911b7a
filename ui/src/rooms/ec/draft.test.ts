import { Troubled } from "#api/ask.ts";
import {
  exampleDocument,
  exampleFinding,
  exampleStandard,
} from "#api/examples.ts";
import { fakeDesk, type Answers } from "#api/fake.ts";
import type { Code, EditRequest, StandardView } from "#api/wire.ts";
import { Saving } from "#pieces/saving.svelte.ts";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Draft, draftOf, flushAll } from "./draft.svelte.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const trouble = (code: Code) =>
  new Troubled({ code, says: "", detail: "", unmet: [] }).trouble;

/** A desk that writes titles down, and what it was asked. */
async function drafting(answers: Answers = {}) {
  let title = exampleDocument().title;
  const view = (): StandardView =>
    exampleStandard({ document: exampleDocument({ title }) });
  const edits: EditRequest[][] = [];
  fakeDesk({
    standard: view,
    edit_standard: (request) => {
      edits.push(request.edits);
      for (const edit of request.edits) {
        if ("write" in edit && edit.write.field === "title") {
          if (edit.write.before !== title) throw trouble("CHANGED");
          title = edit.write.after.trim();
        }
      }
      return view();
    },
    ...answers,
  });
  const saving = new Saving();
  const draft = new Draft("bici", saving);
  await draft.load();
  return {
    draft,
    saving,
    edits,
    elsewhere: (other: string) => (title = other),
  };
}

test("what is typed is saved when the typing rests, and not before", async () => {
  const { draft, edits, saving } = await drafting();
  draft.type(null, "title", "Ajuste");
  draft.type(null, "title", "Ajuste de frenos");
  await vi.advanceTimersByTimeAsync(500);
  expect(edits).toEqual([]);
  expect(draft.unsaved).toBe(true);

  await vi.advanceTimersByTimeAsync(200);
  const before = "Mantenimiento de bicicletas";
  expect(edits).toEqual([
    [
      {
        write: {
          part: null,
          field: "title",
          before,
          after: "Ajuste de frenos",
        },
      },
    ],
  ]);
  expect(draft.unsaved).toBe(false);
  expect([saving.state, saving.at]).toEqual(["saved", "10:42"]);
});

test("typing without rest is saved every two seconds, and never said to be saved before", async () => {
  const { draft, edits, saving } = await drafting();
  const said: string[] = [];
  for (let n = 1; n <= 23; n += 1) {
    draft.type(null, "title", `Ajuste ${n}`);
    said.push(saving.state);
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(new Set(said)).toEqual(new Set(["typing"]));
  expect(edits).toHaveLength(1);
  expect(JSON.stringify(edits[0])).toContain("Ajuste 20");
  await vi.advanceTimersByTimeAsync(600);
  expect(saving.state).toBe("saved");
  expect(draft.saved(null, "title")).toBe("Ajuste 23");
});

test("the support file is not said to be saved while it is typed", async () => {
  const { draft, saving } = await drafting({
    save_support: ({ support }) => exampleStandard({ support }),
  });
  for (let n = 1; n <= 25; n += 1) {
    draft.support.set({ populationSource: `Censo ${n}` });
    expect(saving.state).toBe("typing");
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(draft.view?.support.populationSource).toBe("Censo 20");
});

test("a save that fails keeps what was typed, says so, and can be tried again", async () => {
  let full = true;
  const { draft, saving } = await drafting({
    edit_standard: () => {
      if (full) throw trouble("DISK_FULL");
      return exampleStandard({ document: exampleDocument({ title: "Nuevo" }) });
    },
  });
  draft.type(null, "title", "Nuevo");
  expect(await draft.flush()).toBe(false);
  expect(draft.text(null, "title")).toBe("Nuevo");
  expect(saving.state).toBe("unsaved");
  expect(saving.why).toContain("El disco está lleno");

  full = false;
  saving.retry?.();
  await vi.advanceTimersByTimeAsync(10);
  expect(saving.state).toBe("saved");
  expect(draft.saved(null, "title")).toBe("Nuevo");
});

test("a text that changed elsewhere is read again, and what was typed is written over it", async () => {
  const { draft, edits, elsewhere } = await drafting();
  elsewhere("Otro título");
  draft.type(null, "title", "El mío");
  expect(await draft.flush()).toBe(true);
  expect(edits.at(-1)).toEqual([
    {
      write: {
        part: null,
        field: "title",
        before: "Otro título",
        after: "El mío",
      },
    },
  ]);
});

test("typing while a save is on its way is not lost", async () => {
  let title = "";
  const writes: string[] = [];
  const { draft, saving } = await drafting({
    edit_standard: async ({ edits }) => {
      const [edit] = edits;
      if (edit && "write" in edit) title = edit.write.after;
      writes.push(title);
      await new Promise((slow) => setTimeout(slow, 300));
      return exampleStandard({ document: exampleDocument({ title }) });
    },
  });
  draft.type(null, "title", "Uno");
  void draft.flush();
  await vi.advanceTimersByTimeAsync(100);
  draft.type(null, "title", "Uno y dos");
  await vi.advanceTimersByTimeAsync(300);
  expect(saving.state).toBe("typing");
  expect(draft.text(null, "title")).toBe("Uno y dos");
  expect(draft.unsaved).toBe(true);
  await vi.advanceTimersByTimeAsync(1000);
  expect(writes).toEqual(["Uno", "Uno y dos"]);
  expect(draft.saved(null, "title")).toBe("Uno y dos");
});

test("a space typed at the end stays while the cursor is there, and goes when it leaves", async () => {
  const { draft, edits } = await drafting();
  draft.at = { part: null, field: "title" };
  draft.type(null, "title", "Ajuste ");
  await draft.flush();
  expect(draft.text(null, "title")).toBe("Ajuste ");
  expect(draft.unsaved).toBe(false);

  draft.type(null, "title", "Ajuste  ");
  await draft.flush();
  expect(edits.length).toBe(1);
});

test("an addition carries what was typed before it, and tells the new part", async () => {
  const asked: EditRequest[][] = [];
  const { draft } = await drafting({
    edit_standard: ({ edits }) => {
      asked.push(edits);
      const document = exampleDocument();
      const d1 = document.elements[0]!.performances[0]!;
      d1.characteristics = ["En orden,", "", "Con la lista."];
      d1.characteristicIds = ["d1a", "nueva", "d1b"];
      return exampleStandard({ document });
    },
  });
  draft.type("d1a", "text", "En su orden,");
  const id = await draft.add("d1", "characteristics", 1);
  expect(id).toBe("nueva");
  expect(asked[0]?.map((edit) => Object.keys(edit)[0])).toEqual([
    "write",
    "add",
  ]);
});

test("a finding is mended by the desk, once what was typed is saved", async () => {
  const order: string[] = [];
  const { draft } = await drafting({
    edit_standard: () => {
      order.push("edit");
      return exampleStandard();
    },
    mend: ({ key }) => {
      order.push(`mend ${key}`);
      return exampleStandard();
    },
  });
  draft.type("d1a", "text", "En su orden,");
  const finding = exampleFinding();
  expect(await draft.fix(finding)).toBe(true);
  expect(order).toEqual(["edit", `mend ${finding.key}`]);
});

test("undo saves first what is being typed", async () => {
  const order: string[] = [];
  const { draft } = await drafting({
    edit_standard: () => {
      order.push("edit");
      return exampleStandard();
    },
    undo: () => {
      order.push("undo");
      return exampleStandard();
    },
  });
  draft.type(null, "title", "Nuevo");
  await draft.undo();
  expect(order).toEqual(["edit", "undo"]);
});

test("a draft with something unsaved waits for its person, and closing the window says no", async () => {
  fakeDesk({
    standard: () => exampleStandard(),
    edit_standard: () => {
      throw trouble("WORKSPACE_LOCKED");
    },
  });
  const draft = draftOf("bici", new Saving());
  await draft.load();
  draft.type(null, "title", "Sin guardar");
  expect(await flushAll()).toBe(false);
  expect(draftOf("bici", new Saving())).toBe(draft);
});

test("the support file is saved as it is typed, and kept if it fails", async () => {
  let locked = true;
  const saved: unknown[] = [];
  const { draft, saving } = await drafting({
    save_support: ({ support }) => {
      if (locked) throw trouble("WORKSPACE_LOCKED");
      saved.push(support.certifiablePopulation);
      return exampleStandard({ support });
    },
  });
  draft.support.set({ certifiablePopulation: 1200 });
  expect(await draft.flush()).toBe(false);
  expect(draft.support.value?.certifiablePopulation).toBe(1200);
  expect(saving.state).toBe("unsaved");
  locked = false;
  expect(await draft.flush()).toBe(true);
  expect(saved).toEqual([1200]);
  expect(saving.state).toBe("saved");
});

test("what is typed in one field of the support file while another is saved stays", async () => {
  const { draft } = await drafting({
    save_support: async ({ support }) => {
      await new Promise((slow) => setTimeout(slow, 300));
      return exampleStandard({ support });
    },
  });
  draft.support.set({ populationSource: "Censo" });
  const leaving = draft.support.leave();
  await vi.advanceTimersByTimeAsync(100);
  draft.support.set({ consequenceMechanism: "Contratación" });
  await vi.advanceTimersByTimeAsync(300);
  await leaving;
  expect(draft.support.value?.consequenceMechanism).toBe("Contratación");
  await vi.advanceTimersByTimeAsync(1500);
  expect(draft.unsaved).toBe(false);
  expect(draft.view?.support.consequenceMechanism).toBe("Contratación");
});

test("a refused act shows how the case stands now, not as it was", async () => {
  let stateName = "Estándar en elaboración";
  const { draft } = await drafting({
    standard: () =>
      exampleStandard({ case: { ...exampleStandard().case, stateName } }),
  });
  stateName = "Estándar validado";
  for (const code of ["ACT_REFUSED", "CHANGED"] as const) {
    const done = await draft.take(async () => {
      throw new Troubled({ code, says: "No", detail: "", unmet: [] });
    });
    expect(done).toBe(false);
    expect(draft.view?.case.stateName).toBe(stateName);
    expect(draft.trouble).not.toBe("");
    stateName = "Estándar avalado";
  }
});

test("coming back to the window looks again, unless something waits to be saved", async () => {
  let asked = 0;
  const { draft } = await drafting({
    standard: () => {
      asked += 1;
      return exampleStandard({ digest: `sha256:${asked}` });
    },
  });
  await draft.lookAgain();
  expect(draft.view?.digest).toBe("sha256:2");
  draft.type(null, "title", "Nuevo");
  await draft.lookAgain();
  expect(asked).toBe(2);
});

test("that there is nothing to undo is said until the next key, or for six seconds", async () => {
  const { draft } = await drafting({
    undo: () => {
      throw trouble("NOTHING_TO_UNDO");
    },
  });
  await draft.undo();
  expect(draft.trouble).toBe("No hay nada que deshacer.");
  draft.forget();
  expect(draft.trouble).toBe("");
  await draft.undo();
  await vi.advanceTimersByTimeAsync(5900);
  expect(draft.trouble).not.toBe("");
  await vi.advanceTimersByTimeAsync(200);
  expect(draft.trouble).toBe("");
});
