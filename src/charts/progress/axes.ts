import { isZero, type Ratio } from "../../number/ratio.js";
import { dateOf, formatDay, weekday } from "../../calendar/day.js";
import { shape, textAt, type Mark } from "../drawing/drawing.js";
import { px } from "../drawing/element.js";
import type { ExactScale } from "../drawing/exact-scale.js";
import type { Figures } from "../drawing/figures.js";
import type { Format } from "../../format/format.js";
import { textWidth } from "../drawing/text-width.js";

const SIZE = 11;

/** How much room the amounts at the left take. */
export function amountRoom(ticks: readonly Ratio[], figures: Figures): number {
  return Math.max(0, ...ticks.map((tick) => textWidth(figures.money(tick), SIZE))) + 8;
}

/** A quiet line for each round amount, and the amount at its left. */
export function amountAxis(
  ticks: readonly Ratio[],
  {
    left,
    right,
    y,
    figures,
  }: { readonly left: number; readonly right: number; readonly y: ExactScale; readonly figures: Figures },
): Mark[] {
  return ticks.flatMap((tick) => [
    shape(`M${px(left)} ${px(y(tick))}H${px(right)}`, {
      stroke: "line",
      strokeWidth: isZero(tick) ? 1.5 : 0.75,
    }),
    textAt(left - 8, y(tick) + 4, figures.money(tick), { size: SIZE, anchor: "end" }),
  ]);
}

/** Days that are named below: Mondays of a short period, else the first days of months, as many as have room. */
export function dayAxis(
  [first, last]: readonly [number, number],
  x: (day: number) => number,
  y: number,
  format: Format,
): Mark[] {
  const isShort = last - first < SHORT;
  const text = (day: number) => format.day(formatDay(day));
  const room = textWidth("00 Mmm", SIZE);
  const marks: Mark[] = [];
  let free = x(first) - room / 2;
  for (let day = first; day <= last; day += 1) {
    const isNamed = isShort ? weekday(day) === 0 : dateOf(day).dayOfMonth === 1;
    if (!isNamed || x(day) - room / 2 < free || x(day) + room / 2 > x(last) + 8) continue;
    marks.push(textAt(x(day), y, text(day), { size: SIZE, anchor: "middle" }));
    free = x(day) + room / 2 + 14;
  }
  return marks;
}

/** So many days are named by weeks. */
const SHORT = 50;
