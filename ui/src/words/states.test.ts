import { expect, test } from "vitest";
// The roads are written once, in the domain; their names here must be those.
// eslint-disable-next-line no-restricted-imports
import brandRoad from "../../../src-tauri/crates/domain/src/ecm_case.rs?raw";
// eslint-disable-next-line no-restricted-imports
import road from "../../../src-tauri/crates/domain/src/ec_case.rs?raw";
import { ecmStates, ecStates, statesOf } from "./states.ts";

test.each([
  [road, ecStates, 30],
  [brandRoad, ecmStates, 15],
])("the states are those of the road, in its order", (road, states, many) => {
  const codes = [...road.matchAll(/^ {8}(\w+) = "([A-Z_]+)"/gm)];
  const named = road.split("const fn says")[1]?.split("}")[0] ?? "";
  const says = new Map(
    [...named.matchAll(/^ {12}(\w+) +=> "([^"]+)"/gm)].map(
      ([, state, name]) => [state, name],
    ),
  );
  expect(codes.length).toBeGreaterThan(many);
  const written = codes.map(([, state, code]) => [code, says.get(state)]);
  expect(Object.entries(states)).toEqual(written);
});

test("a case is shown on the road of its kind", () => {
  expect(statesOf("ECM_PROJECT")).toBe(ecmStates);
  expect(statesOf("EC_PROJECT")).toBe(ecStates);
  expect(statesOf(undefined)).toBe(ecStates);
});
