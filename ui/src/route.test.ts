import { tick } from "svelte";
import { expect, test } from "vitest";
import { Router } from "./route.svelte.ts";

async function after(...acts: ((router: Router) => void)[]) {
  const router = new Router();
  for (const act of acts) {
    act(router);
    await tick();
    await tick();
  }
  return router.now;
}

test("leaving a standard leads to the register, never to another standard", async () => {
  const now = await after(
    (router) => router.standard("uno"),
    (router) => router.standard("dos"),
    (router) => router.back(),
  );
  expect(now).toEqual({ room: "standards" });
  const before = await after(
    (router) => router.standard("uno"),
    (router) => router.standard("dos"),
    (router) => router.back(),
    (router) => router.back(),
  );
  expect(before).toEqual({ room: "home" });
});

test("leaving the settings leads back to where one was", async () => {
  const now = await after(
    (router) => router.standard("uno"),
    (router) => router.settings(),
    (router) => router.back(),
  );
  expect(now).toMatchObject({ room: "standard", id: "uno" });
});
