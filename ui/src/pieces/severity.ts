import type { ShapeKind } from "#parts/Shape.svelte";

/** The shape of a finding's weight. */
export function shapeOf(severity: string): ShapeKind {
  return severity === "error"
    ? "error"
    : severity === "warning"
      ? "warn"
      : "tip";
}
