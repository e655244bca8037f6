import { scaleLinear } from "d3-scale";
import { toExact, readExact, type Exact } from "../../../number/exact.js";
import { compare, multiply, ratio, ZERO } from "../../../number/ratio.js";
import { dayOf } from "../../../plan/dates.js";
import type { ProgressPicture } from "../../picture/progress-picture.js";
import { shape, type Drawing, type Mark, type Placed } from "../drawing.js";
import { px } from "../element.js";
import { exactScale, extentOf } from "../exact-scale.js";
import type { Sheet } from "../sheet.js";
import { drawingOf, roomOf, space } from "../sheet-body.js";
import { amountAxis, amountRoom, amountTicks, dayAxis } from "./axes.js";
import { headOf } from "./head.js";
import { legendOf } from "./legend.js";
import { markerOf } from "./marker.js";
import { wayOf, type Plot } from "./way.js";

/** Draws progress: the numbers first, then the plan's course, what happened, and the way to the expected end. */
export function drawProgress(picture: ProgressPicture, sheet: Sheet): Drawing {
  const room = roomOf(sheet);
  const parts = [headOf(picture, room, sheet), legendOf(room), space(8), chartOf(picture, room, sheet)];
  return drawingOf(picture.title, parts, sheet);
}

function chartOf(picture: ProgressPicture, room: number, sheet: Sheet): Placed {
  const height = Math.min(320, Math.max(200, room * 0.45));
  return { height: height + 26, at: (x, y) => chartMarks(picture, { x, y, width: room, height }, sheet) };
}

function chartMarks(
  picture: ProgressPicture,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  { figures }: Sheet,
): Mark[] {
  const { planned, actual, steps, projected, now, goal, through } = picture;
  const domain = domainOf(picture);
  const ticks = amountTicks(domain);
  const [left, right] = [box.x + amountRoom(ticks, figures), box.x + box.width - 8];
  const bottom = box.y + box.height;
  const days = [planned[0]?.on ?? through, planned.at(-1)?.on ?? through].map(dayOf);
  const [first = 0, last = 0] = days;
  const plot: Plot = {
    x: scaleLinear([Math.min(first, dayOf(through)) - 1, Math.max(last, dayOf(through))], [left, right]),
    y: exactScale(domain, [bottom, box.y + 6]),
  };
  const end = { on: planned.at(-1)?.on ?? through, amount: projected.value };
  const ahead = [{ on: through, amount: now.value }, end];
  return [
    ...amountAxis(ticks, { left, right, y: plot.y, figures }),
    ...dayAxis(first, last, plot.x, bottom + 20),
    shape(`M${px(left)} ${px(plot.y(goal.value))}H${px(right)}`, { stroke: "quiet", dashed: true }),
    shape(wayOf(planned, plot, false), { stroke: "quiet", strokeWidth: 2 }),
    shape(wayOf(ahead, plot, false), { stroke: "accent", strokeWidth: 2, dashed: true }),
    shape(wayOf(actual, plot, steps), { stroke: "accent", strokeWidth: 3.5 }),
    dot(plot.x(dayOf(end.on)), plot.y(end.amount)),
    ...markerOf(picture, plot, { left, right, top: box.y, bottom }, figures),
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
function domainOf({ planned, actual, goal, projected }: ProgressPicture): readonly [Exact, Exact] {
  const amounts = [...planned, ...actual].map(({ amount }) => amount);
  const [low, high] = extentOf([...amounts, goal.value, projected.value]);
  const [least, most] = [readExact(low) ?? ZERO, readExact(high) ?? ZERO];
  const isFar = compare(multiply(least, ratio(3)), multiply(most, ratio(2))) > 0;
  const bottom = isFar ? low : extentOf([low, "0"])[0];
  return bottom === high ? [bottom, toExact(multiply(most, ratio(2)))] : [bottom, high];
}
