import "@testing-library/jest-dom/vitest";
import { cleanup } from "@testing-library/svelte";
import { afterEach } from "vitest";
import { clearMocks } from "./fake.ts";

afterEach(() => {
  cleanup();
  clearMocks();
});

// What jsdom lacks.
HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
  this.open = false;
  this.dispatchEvent(new Event("close"));
};
Element.prototype.scrollIntoView ??= () => {};
URL.createObjectURL ??= () => "blob:page";
URL.revokeObjectURL ??= () => {};
