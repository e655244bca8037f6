import type { FunnelPicture, FunnelStage } from "./picture.js";
import type { Mark, Placed } from "../drawing/drawing.js";
import { numberAt, type Sheet } from "../drawing/sheet.js";
import { textWidth } from "../drawing/text-width.js";
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
  return [sheet.figures.writtenRate(stage.rate.value), ...stage.from.flatMap((each) => ratesOf(each, sheet))];
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
    at: (x, y) => {
      const end = { x: x + columns.goal, y: y + height / 2 };
      return [...goal.at(x, end.y - goal.height / 2), ...branchMarks(branch, end.y, end, { columns, sheet })];
    },
  };
}

function branchOf(stage: FunnelStage, width: number, sheet: Sheet): Branch {
  const card = stageCard(stage, width, sheet, false);
  const from = stage.from.map((each) => branchOf(each, width, sheet));
  return { card, stage, from, height: Math.max(card.height, heightOf(from)) };
}

function heightOf(from: readonly Branch[]): number {
  return from.reduce((sum, { height }) => sum + height + ROW_GAP, -ROW_GAP);
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Lay {
  readonly columns: Columns;
  readonly sheet: Sheet;
}

/** A stage in the middle of its height, its arrow to the card it feeds, and all that feeds it. */
function branchMarks({ card, stage, from }: Branch, middle: number, to: Point, lay: Lay): Mark[] {
  const x = to.x + lay.columns.gap;
  const end = { x: x + lay.columns.card, y: middle };
  let top = middle - heightOf(from) / 2;
  const feeders = from.flatMap((each) => {
    const marks = branchMarks(each, top + each.height / 2, end, lay);
    top += each.height + ROW_GAP;
    return marks;
  });
  return [
    ...link(stage, { x, y: middle }, to, lay.sheet),
    ...card.at(x, middle - card.height / 2),
    ...feeders,
  ];
}

/** Where an arrow to a card at another height turns, from that card. */
const BEND = 18;

/** The arrow from a stage to the card it feeds, with the rate above it. */
function link({ rate }: FunnelStage, from: Point, to: Point, { figures }: Sheet): Mark[] {
  const bend = to.x + BEND;
  const isLevel = Math.abs(from.y - to.y) < 0.01;
  const turns = isLevel
    ? []
    : ([
        [bend, from.y],
        [bend, to.y],
      ] as const);
  const set = { anchor: "middle", bold: true, tone: "ink", size: RATE_SIZE } as const;
  return [
    ...arrow([[from.x, from.y], ...turns, [to.x + 2, to.y]]),
    numberAt((bend + from.x) / 2, from.y - 7, rate, {
      ...set,
      show: figures.writtenRate,
      room: from.x - bend - 4,
    }),
  ];
}
