import { area, curveLinear, curveStepAfter, line } from "d3-shape";
import { decodeExact } from "../../number/exact-string.js";
import { parseWrittenDay } from "../../plan/dates.js";
import type { ProgressPoint, ProgressRange } from "./picture.js";
import type { ExactScale } from "../drawing/exact-scale.js";

/** Where days and amounts stand on the sheet. */
export interface Plot {
  readonly x: (day: number) => number;
  readonly y: ExactScale;
}

/** The shape between the lower and the upper ends of ranges, from day to day. */
export function bandOf(ranges: readonly ProgressRange[], { x, y }: Plot): string {
  const band = area<ProgressRange>()
    .x(({ on }) => x(parseWrittenDay(on)))
    .y0(({ low }) => y(decodeExact(low)))
    .y1(({ high }) => y(decodeExact(high)))
    .digits(2);
  // Ranges begin with now, so there is always something to draw.
  return band(ranges) ?? "";
}

/** Longer ways are drawn with every n-th day: more than this many points are not told apart. */
const MOST_POINTS = 400;

/** The path of points from day to day; steps where an amount stays until it changes. */
export function wayOf(points: readonly ProgressPoint[], { x, y }: Plot, steps: boolean): string {
  const each = Math.ceil(points.length / MOST_POINTS);
  const kept = points.filter((_, index) => (points.length - 1 - index) % each === 0);
  const path = line<ProgressPoint>()
    .x(({ on }) => x(parseWrittenDay(on)))
    .y(({ amount }) => y(decodeExact(amount)))
    .curve(steps ? curveStepAfter : curveLinear)
    .digits(2);
  return path(kept) ?? "";
}
