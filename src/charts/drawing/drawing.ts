import type { PictureNumber } from "../picture-number.js";
import { px } from "./element.js";
import type { Tone } from "./palette.js";

/** A line of text; `y` is its base line. */
export interface TextMark {
  readonly kind: "text";
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly text: string;
  readonly tone: Tone;
  readonly anchor: "start" | "middle" | "end";
  readonly bold: boolean;
  /** The whole text, where `text` is cut. */
  readonly whole: string | null;
  /** The number that the text shows, if it shows one. */
  readonly figure: PictureNumber | null;
  /** Whether lines behind the text give way to it. */
  readonly halo: boolean;
}

/** A shape: a rectangle or a path, filled, outlined or both. */
export interface ShapeMark {
  readonly kind: "shape";
  readonly d: string;
  readonly fill: Tone | "none";
  readonly stroke: Tone | "none";
  readonly strokeWidth: number;
  readonly dashed: boolean;
  /** What the shape stands for, where a reader may want to know. */
  readonly whole: string | null;
  /** The number that the shape is as long as, if it is. */
  readonly figure: PictureNumber | null;
}

/** What is drawn, from back to front. */
export type Mark = TextMark | ShapeMark;

/** A picture that was laid out: marks on a sheet of so many pixels. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

/** How a text differs from quiet, plain, left-aligned text of 13 pixels. */
export type TextSet = Partial<Omit<TextMark, "kind" | "x" | "y" | "text">>;

/** A line of text at a place. */
export function textAt(x: number, y: number, text: string, set: TextSet = {}): TextMark {
  const plain = {
    size: 13,
    tone: "quiet",
    anchor: "start",
    bold: false,
    whole: null,
    figure: null,
    halo: false,
  } as const;
  return { kind: "text", x, y, text, ...plain, ...set };
}

/** How a shape differs from one without fill and outline. */
export type ShapeSet = Partial<Omit<ShapeMark, "kind" | "d">>;

/** A shape by its path data. */
export function shape(d: string, set: ShapeSet = {}): ShapeMark {
  const plain = {
    fill: "none",
    stroke: "none",
    strokeWidth: 1,
    dashed: false,
    whole: null,
    figure: null,
  } as const;
  return { kind: "shape", d, ...plain, ...set };
}

/** A rectangle: where it stands and how large it is. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A rectangle with round corners. */
export function boxShape({ x, y, width, height }: Box, radius: number, set: ShapeSet = {}): ShapeMark {
  const r = Math.max(0, Math.min(radius, width / 2, height / 2));
  const [w, h] = [width - 2 * r, height - 2 * r];
  const corner = (dx: number, dy: number) => (r === 0 ? "" : `a${px(r)} ${px(r)} 0 0 1 ${px(dx)} ${px(dy)}`);
  const sides = [`h${px(w)}`, corner(r, r), `v${px(h)}`, corner(-r, r), `h${px(-w)}`, corner(-r, -r)];
  return shape(`M${px(x + r)} ${px(y)}${sides.join("")}v${px(-h)}${corner(r, -r)}z`, set);
}

/** A part of a drawing that was laid out: its height, and its marks when it stands at a place. */
export interface Placed {
  readonly height: number;
  readonly at: (x: number, y: number) => readonly Mark[];
}
