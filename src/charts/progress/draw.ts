import { decodeExact } from "../../number/exact-string.js";
import { at } from "../../number/invariant.js";
import { compare, multiply, ratio, ZERO } from "../../number/ratio.js";
import { parseWrittenDay } from "../../plan/dates.js";
import type { ProgressPicture } from "./picture.js";
import { shape, type Box, type Drawing, type Mark, type Placed } from "../drawing/drawing.js";
import { px } from "../drawing/element.js";
import { exactScale, extentOf, type Extent } from "../drawing/exact-scale.js";
import { linearScale } from "../drawing/linear-scale.js";
import { roundTicks } from "../drawing/round-ticks.js";
import type { Sheet } from "../drawing/sheet.js";
import { drawingOf, noteOf, roomOf, space } from "../drawing/sheet-body.js";
import { amountAxis, amountRoom, dayAxis } from "./axes.js";
import { headOf } from "./head.js";
import { BAND, legendOf } from "./legend.js";
import { markerOf } from "./marker.js";
import { bandOf, wayOf, type Plot } from "./way.js";
import { bandWords, chanceText } from "./words.js";

/** Draws progress: the numbers first, then the plan's course, what happened, and the way to the expected end. */
export function drawProgress(picture: ProgressPicture, sheet: Sheet): Drawing {
  const room = roomOf(sheet);
  const { chance } = picture;
  const noted = chance === null ? [] : [noteOf(chanceText(chance, sheet.figures.format), room), space(8)];
  const parts = [
    ...(sheet.headed ? [headOf(picture, room, sheet), ...noted] : []),
    legendOf(room, chance === null ? null : bandWords(chance, sheet.figures.format)),
    space(8),
    chartOf(picture, room, sheet),
  ];
  return drawingOf(picture.title, parts, sheet);
}

function chartOf(picture: ProgressPicture, room: number, sheet: Sheet): Placed {
  const height = Math.min(320, Math.max(200, room * 0.45));
  return { height: height + 26, at: (x, y) => chartMarks(picture, { x, y, width: room, height }, sheet) };
}

function chartMarks(picture: ProgressPicture, box: Box, { figures }: Sheet): Mark[] {
  const { planned, asOf } = picture;
  const domain = domainOf(picture);
  const ticks = roundTicks(domain, 5);
  const [left, right] = [box.x + amountRoom(ticks, figures), box.x + box.width - 8];
  const bottom = box.y + box.height;
  const now = parseWrittenDay(asOf);
  const first = parseWrittenDay(at(planned, 0).on);
  const last = parseWrittenDay(at(planned, planned.length - 1).on);
  const plot: Plot = {
    x: linearScale([Math.min(first, now) - 1, Math.max(last, now)], [left, right]),
    y: exactScale(domain, [bottom, box.y + 6]),
  };
  return [
    ...bandMarks(picture, plot),
    ...amountAxis(ticks, { left, right, y: plot.y, figures }),
    ...dayAxis([first, last], plot.x, bottom + 20, figures.format),
    ...lineMarks(picture, plot, { left, right }),
    ...markerOf(picture, plot, { left, right, top: box.y, bottom }, figures),
  ];
}

/** Where most cases lie, behind everything else. */
function bandMarks({ chance }: ProgressPicture, plot: Plot): Mark[] {
  return chance === null ? [] : [shape(bandOf(chance.ranges, plot), BAND)];
}

/** The goal, the plan's course, the way to the expected end, and what happened, which lies on top. */
function lineMarks(
  { planned, actual, steps, projected, now, goal, asOf }: ProgressPicture,
  plot: Plot,
  { left, right }: { readonly left: number; readonly right: number },
): Mark[] {
  const end = { on: at(planned, planned.length - 1).on, amount: projected.value };
  const ahead = [{ on: asOf, amount: now.value }, end];
  return [
    shape(`M${px(left)} ${px(plot.y(decodeExact(goal.value)))}H${px(right)}`, {
      stroke: "quiet",
      dashed: true,
    }),
    shape(wayOf(planned, plot, false), { stroke: "quiet", strokeWidth: 2 }),
    shape(wayOf(ahead, plot, false), { stroke: "accent", strokeWidth: 2, dashed: true }),
    shape(wayOf(actual, plot, steps), { stroke: "accent", strokeWidth: 3.5 }),
    dot(plot.x(parseWrittenDay(end.on)), plot.y(decodeExact(end.amount))),
  ];
}

/** An open dot: expected, not yet there. */
function dot(x: number, y: number): Mark {
  return shape(`M${px(x - 4)} ${px(y)}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z`, {
    fill: "paper",
    stroke: "accent",
    strokeWidth: 2,
  });
}

/** From 0, unless all that happens is so far from it that nothing could be seen; a little air above. */
function domainOf({ planned, actual, goal, projected, chance }: ProgressPicture): Extent {
  const amounts = [...planned, ...actual].map(({ amount }) => amount);
  const ends = chance === null ? [] : chance.ranges.flatMap(({ low, high }) => [low, high]);
  const all = [projected.value, ...amounts, ...ends];
  const [low, high] = extentOf(decodeExact(goal.value), ...all.map(decodeExact));
  const isFar = compare(multiply(low, ratio(3)), multiply(high, ratio(2))) > 0;
  const bottom = isFar ? low : extentOf(low, ZERO)[0];
  return compare(bottom, high) === 0 ? [bottom, multiply(high, ratio(2))] : [bottom, high];
}
