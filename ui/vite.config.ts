import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [svelte()],
  clearScreen: false,
  // The fonts live beside the window, in assets/.
  server: {
    host: "127.0.0.1",
    port: 5173,
    strictPort: true,
    fs: { allow: [".."] },
  },
  build: {
    target: "es2022",
    // A font as a data: address would need a hole in the CSP.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  resolve: process.env["VITEST"] ? { conditions: ["browser"] } : {},
  test: {
    environment: "jsdom",
    setupFiles: ["./src/api/test-setup.ts"],
    restoreMocks: true,
    // The colours are measured.
    css: { include: [/tokens\.css/] },
    testTimeout: 30_000,
  },
});
