import { expect, test } from "vitest";
// The road is written once, in the domain; its names here must be those.
// eslint-disable-next-line no-restricted-imports
import road from "../../../src-tauri/crates/domain/src/ec_case.rs?raw";
import { ecStates } from "./states.ts";

test("the states are those of the road, in its order and by its names", () => {
  const codes = [...road.matchAll(/^ {8}(\w+) = "([A-Z_]+)"/gm)];
  const named = road.split("const fn says")[1]?.split("}")[0] ?? "";
  const says = new Map(
    [...named.matchAll(/^ {12}(\w+) +=> "([^"]+)"/gm)].map(
      ([, state, name]) => [state, name],
    ),
  );
  expect(codes.length).toBeGreaterThan(30);
  expect(Object.entries(ecStates)).toEqual(
    codes.map(([, state, code]) => [code, says.get(state)]),
  );
});
