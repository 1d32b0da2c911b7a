import type { Drawn, Drawing } from "./layout.ts";

const least = 0.01;
const most = 3;
/** Letters of less than a quarter of their size are grains. */
const readable = 0.25;
/** How much room is left around what is brought into sight. */
const margin = 24;

/** The part of a drawing that is seen, and how large. */
export class Viewport {
  x = $state(0);
  y = $state(0);
  scale = $state(1);
  width = $state(0);
  height = $state(0);

  /** Whether words can be read at this size; further off a drawing is boxes and lines. */
  readonly legible = $derived(this.scale >= readable);

  readonly transform = $derived(
    `translate(${this.x} ${this.y}) scale(${this.scale})`,
  );

  /** Zooms, keeping a point of the window where it is; its middle if none is named. */
  zoom(by: number, x = this.width / 2, y = this.height / 2): void {
    const scale = Math.min(Math.max(this.scale * by, least), most);
    const real = scale / this.scale;
    this.x = x - (x - this.x) * real;
    this.y = y - (y - this.y) * real;
    this.scale = scale;
  }

  pan(x: number, y: number): void {
    this.x += x;
    this.y += y;
  }

  /** Shows the whole of a drawing, no larger than it is read with ease. */
  fit(drawing: Drawing): void {
    if (this.width === 0 || drawing.width === 0) return;
    const room = [this.width - 2 * margin, this.height - 2 * margin] as const;
    const scale = Math.min(
      room[0] / drawing.width,
      room[1] / drawing.height,
      1.4,
    );
    this.scale = Math.max(scale, least);
    this.x = (this.width - drawing.width * this.scale) / 2;
    this.y = (this.height - drawing.height * this.scale) / 2;
  }

  /** Brings a function into sight, moving no more than it takes. */
  show(node: Drawn): void {
    const left = this.x + node.x * this.scale;
    const top = this.y + node.y * this.scale;
    this.x += into(left, node.width * this.scale, this.width);
    this.y += into(top, node.height * this.scale, this.height);
  }

  /** Whether something between two corners of the drawing can be seen. */
  sees(left: number, top: number, right: number, bottom: number): boolean {
    const { x, y, scale } = this;
    return (
      x + right * scale >= -margin &&
      x + left * scale <= this.width + margin &&
      y + bottom * scale >= -margin &&
      y + top * scale <= this.height + margin
    );
  }
}

/** How far what begins at `start` moves to be whole within `room`; its beginning comes first. */
function into(start: number, long: number, room: number): number {
  if (start < margin) return margin - start;
  const beyond = start + long + margin - room;
  return beyond > 0 ? -Math.min(beyond, start - margin) : 0;
}
