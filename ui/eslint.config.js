// The walls of the window: who may import whom.
import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";

const tauri = {
  group: ["@tauri-apps/*"],
  message: "Only api/ knows Tauri: ask the desk.",
};
const up = {
  group: ["../*"],
  message: "Nobody looks up: use #api, #words, #parts, #pieces.",
};

/** What the files of a folder may not import. */
function wall(files, ...patterns) {
  return {
    files,
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: [tauri, up, ...patterns] },
      ],
    },
  };
}

const rooms = {
  group: ["**/rooms/*", "**/frame/*"],
  message: "A room is entered from App alone.",
};

export default ts.config(
  { ignores: ["dist/", "node_modules/", "src/api/wire.ts", "src/api/door.ts"] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser } },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "no-eval": "error",
      "svelte/no-at-html-tags": "error",
      "svelte/no-inline-styles": "error",
      "svelte/no-navigation-without-resolve": "off",
      // Our maps are made whole by a derivation and never changed after.
      "svelte/prefer-svelte-reactivity": "off",
    },
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  wall(["src/rooms/**"], rooms),
  wall(["src/frame/**"], {
    group: ["**/rooms/*"],
    message: "The frame does not know the rooms.",
  }),
  wall(["src/pieces/**"], rooms),
  wall(["src/parts/**"], rooms, {
    group: ["#*"],
    message: "A part imports nothing of ours.",
  }),
  wall(
    ["src/words/**"],
    rooms,
    { group: ["#parts/*", "#pieces/*"], message: "Words import types only." },
    {
      group: ["#api/*"],
      allowTypeImports: true,
      message: "Words import types only.",
    },
  ),
  {
    files: ["vite.config.ts", "*.js"],
    languageOptions: { globals: { ...globals.node } },
  },
);
