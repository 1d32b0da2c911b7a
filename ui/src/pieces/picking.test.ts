import { expect, test, vi } from "vitest";
import { Picking, type Choice } from "./picking.svelte.ts";

const choices: Choice[] = [
  { key: "81", name: "81 Reparaciones", aside: "sector" },
  { key: "811", name: "811 Talleres", aside: "subsector" },
];

function key(name: string, more: KeyboardEventInit = {}): KeyboardEvent {
  return new KeyboardEvent("keydown", { key: name, ...more });
}

async function typed(): Promise<{
  picking: Picking;
  pick: ReturnType<typeof vi.fn>;
}> {
  const pick = vi.fn();
  const picking = new Picking(() => Promise.resolve(choices), pick);
  const box = document.createElement("textarea");
  box.dataset["slot"] = "linea-1:code";
  document.body.append(box);
  box.focus();
  picking.typed(box);
  await vi.waitFor(() => expect(picking.open).toBe(true));
  return { picking, pick };
}

test("an arrow goes to a choice, and Enter takes it for the text that is typed", async () => {
  const { picking, pick } = await typed();

  expect(picking.key(key("ArrowDown"))).toBe(true);
  expect(picking.key(key("ArrowDown"))).toBe(true);
  expect(picking.key(key("Enter"))).toBe(true);

  expect(pick).toHaveBeenCalledWith(choices[1], {
    part: "linea-1",
    field: "code",
  });
  expect(picking.open).toBe(false);
});

test("whoever goes on writing keeps what they wrote", async () => {
  const { picking, pick } = await typed();

  expect(picking.key(key("Enter")), "no arrow went to any").toBe(false);

  expect(picking.open).toBe(false);
  expect(pick).not.toHaveBeenCalled();
});

test("Escape and moving a line leave what is offered alone", async () => {
  const { picking, pick } = await typed();

  expect(picking.key(key("ArrowDown", { altKey: true }))).toBe(false);
  expect(picking.key(key("Escape"))).toBe(true);
  expect(picking.key(key("Escape")), "there is nothing to close").toBe(false);

  expect(pick).not.toHaveBeenCalled();
});

test("what an arrow went to is kept when the answer to the last letter comes", async () => {
  const { picking } = await typed();
  picking.key(key("ArrowDown"));

  picking.key(new KeyboardEvent("keydown", { key: "ArrowDown" }));
  const held = picking.choices[picking.at]?.key;
  const event = key(" ", { ctrlKey: true });
  picking.box?.dispatchEvent(event);
  picking.key(event);
  await new Promise((rest) => setTimeout(rest, 20));

  expect(picking.choices[picking.at]?.key).toBe(held);
});
