import { decodeExact } from "../../number/exact-string.js";
import { parseWrittenDay } from "../../plan/dates.js";
import type { ProgressPoint, ProgressRange } from "./picture.js";
import { px } from "../drawing/element.js";
import type { ExactScale } from "../drawing/exact-scale.js";

/** Where days and amounts stand on the sheet. */
export interface Plot {
  readonly x: (day: number) => number;
  readonly y: ExactScale;
}

/** The shape between the lower and the upper ends of ranges, from day to day. */
export function bandOf(ranges: readonly ProgressRange[], { x, y }: Plot): string {
  const high = ranges.map(({ on, high }) => place(x(parseWrittenDay(on)), y(decodeExact(high))));
  const low = ranges.map(({ on, low }) => place(x(parseWrittenDay(on)), y(decodeExact(low))));
  return `M${[...high, ...low.reverse()].join("L")}Z`;
}

/** Longer ways are drawn with every n-th day: more than this many points are not told apart. */
const MOST_POINTS = 400;

/** The path of points from day to day; steps where an amount stays until it changes. */
export function wayOf(points: readonly ProgressPoint[], { x, y }: Plot, steps: boolean): string {
  const each = Math.ceil(points.length / MOST_POINTS);
  const kept = points.filter((_, index) => (points.length - 1 - index) % each === 0);
  const corners = kept.flatMap(({ on, amount }, index) => {
    const corner = place(x(parseWrittenDay(on)), y(decodeExact(amount)));
    const before = steps ? kept[index - 1] : undefined;
    return before === undefined
      ? [corner]
      : [place(x(parseWrittenDay(on)), y(decodeExact(before.amount))), corner];
  });
  // A way of one point is closed, so that its rounded ends are drawn.
  return `M${corners.join("L")}${corners.length === 1 ? "Z" : ""}`;
}

function place(x: number, y: number): string {
  return `${px(x)},${px(y)}`;
}
