import type { FunnelPicture, FunnelStage } from "../../picture/funnel-picture.js";
import type { Mark, Placed } from "../drawing.js";
import { numberAt, type Sheet } from "../sheet.js";
import { textWidth } from "../text-width.js";
import { arrow } from "./arrow.js";
import { stageCard } from "./card.js";
import { goalCard } from "./goal-card.js";

const LEAST_CARD = 136;
const WIDEST_CARD = 300;
const WIDEST_GAP = 140;
/** The goal's card is so many times as wide as a stage's. */
const GOAL = 1.15;
const ROW_GAP = 18;
const RATE_SIZE = 13;
/** What an arrow needs beside its rate: the bend, the head, and air. */
const AROUND_RATE = 42;

/** How the columns of a funnel are cut: the goal, then the stages back to the sources. */
interface Columns {
  readonly card: number;
  readonly gap: number;
  readonly goal: number;
}

/** The widths of the columns; null where the funnel is too long to lie across. */
export function columnsFor(picture: FunnelPicture, room: number, sheet: Sheet): Columns | null {
  const stages = depthOf(picture.last);
  const rates = ratesOf(picture.last, sheet).map((rate) => textWidth(rate, RATE_SIZE, true));
  const least = AROUND_RATE + Math.max(...rates);
  const card = Math.min(WIDEST_CARD, (room - stages * least) / (stages + GOAL));
  if (card < LEAST_CARD) return null;
  const gap = Math.max(least, Math.min(WIDEST_GAP, (room - card * (stages + GOAL)) / stages));
  return { card, gap, goal: card * GOAL };
}

function depthOf({ from }: FunnelStage): number {
  return 1 + Math.max(0, ...from.map(depthOf));
}

function ratesOf(stage: FunnelStage, sheet: Sheet): string[] {
  return [sheet.figures.rate(stage.rate.value), ...stage.from.flatMap((each) => ratesOf(each, sheet))];
}

/** A stage that is laid out with all that feeds it. */
interface Branch {
  readonly card: Placed;
  readonly height: number;
  readonly stage: FunnelStage;
  readonly from: readonly Branch[];
}

/** The funnel from left to right: the goal first, and the stages that feed a stage at its right. */
export function acrossFunnel(picture: FunnelPicture, columns: Columns, sheet: Sheet): Placed {
  const goal = goalCard(picture, columns.goal, sheet);
  const branch = branchOf(picture.last, columns.card, sheet);
  const height = Math.max(goal.height, branch.height);
  return {
    height,
    at: (x, y) => [
      ...goal.at(x, y + (height - goal.height) / 2),
      ...branchMarks(
        branch,
        x + columns.goal,
        y + height / 2,
        { x: x + columns.goal, y: y + height / 2 },
        columns,
        sheet,
      ),
    ],
  };
}

function branchOf(stage: FunnelStage, width: number, sheet: Sheet): Branch {
  const card = stageCard(stage, width, sheet, false);
  const from = stage.from.map((each) => branchOf(each, width, sheet));
  const below = from.reduce((sum, { height }) => sum + height + ROW_GAP, -ROW_GAP);
  return { card, stage, from, height: Math.max(card.height, below) };
}

function branchMarks(
  { card, stage, from }: Branch,
  left: number,
  middle: number,
  to: { readonly x: number; readonly y: number },
  columns: Columns,
  sheet: Sheet,
): Mark[] {
  const x = left + columns.gap;
  const bend = to.x + 18;
  const points: [number, number][] =
    Math.abs(middle - to.y) < 0.01
      ? [
          [x, middle],
          [to.x + 2, to.y],
        ]
      : [
          [x, middle],
          [bend, middle],
          [bend, to.y],
          [to.x + 2, to.y],
        ];
  const rate = numberAt((bend + x) / 2, middle - 7, stage.rate, {
    ...{ anchor: "middle", bold: true, tone: "ink", size: RATE_SIZE },
    ...{ show: sheet.figures.rate, room: x - bend - 4 },
  });
  const end = x + columns.card;
  const all = from.reduce((sum, { height }) => sum + height + ROW_GAP, -ROW_GAP);
  let top = middle - all / 2;
  const feeders = from.flatMap((each) => {
    const marks = branchMarks(each, end, top + each.height / 2, { x: end, y: middle }, columns, sheet);
    top += each.height + ROW_GAP;
    return marks;
  });
  return [...arrow(points), rate, ...card.at(x, middle - card.height / 2), ...feeders];
}
