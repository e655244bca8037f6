import { shape, type Mark } from "../drawing/drawing.js";
import { px } from "../drawing/element.js";

type Point = readonly [x: number, y: number];

/** A line through points with a head at its end, which points the way the last step goes. */
export function arrow(points: readonly Point[]): Mark[] {
  const [end, before] = [points.at(-1), points.at(-2)];
  if (end === undefined || before === undefined) return [];
  return [
    shape(pathOf(points), { stroke: "quiet", strokeWidth: 1.5 }),
    shape(head(before, end), { fill: "quiet" }),
  ];
}

/** Straight from point to point. */
function pathOf(points: readonly Point[]): string {
  return `M${points.map(([x, y]) => `${px(x)},${px(y)}`).join("L")}`;
}

const LENGTH = 8;
const HALF = 4.5;

/** A triangle whose tip is the end. */
function head([fromX, fromY]: Point, [x, y]: Point): string {
  const [dx, dy] = [Math.sign(x - fromX), Math.sign(y - fromY)];
  const [backX, backY] = [x - dx * LENGTH, y - dy * LENGTH];
  const corners: readonly Point[] = [
    [x, y],
    [backX - dy * HALF, backY - dx * HALF],
    [backX + dy * HALF, backY + dx * HALF],
  ];
  return `${pathOf(corners)}Z`;
}
