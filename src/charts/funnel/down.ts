import type { FunnelPicture, FunnelStage } from "./picture.js";
import type { Mark, Placed } from "../drawing/drawing.js";
import { numberAt, type Sheet } from "../drawing/sheet.js";
import { arrow } from "./arrow.js";
import { stageCard } from "./card.js";
import { goalCard } from "./goal-card.js";

const GAP = 36;
const SPINE = 16;
/** Channels within channels are set in, but never by more than this share of the picture in all. */
const MOST_INDENT = 0.4;
const INDENT = 32;

/** The funnel from top to bottom: the goal first, and below each stage what feeds it; channels are set in. */
export function downFunnel(picture: FunnelPicture, width: number, sheet: Sheet): Placed {
  const indent = Math.min(INDENT, (width * MOST_INDENT) / Math.max(1, forksOf(picture.last)));
  const goal = goalCard(picture, width, sheet);
  const lay = { sheet, indent };
  const stages = stageBelow(picture.last, width, lay);
  return {
    height: goal.height + stages.height,
    at: (x, y) => [...goal.at(x, y), ...stages.at(x, y + goal.height, x, y + goal.height)],
  };
}

interface Lay {
  readonly sheet: Sheet;
  readonly indent: number;
}

/** A stage below what it feeds; it starts at x and y and its units go to the card that ends at toX and toY. */
interface Below {
  readonly height: number;
  readonly at: (x: number, y: number, toX: number, toY: number) => readonly Mark[];
}

function forksOf({ from }: FunnelStage): number {
  return (from.some(({ channel }) => channel !== null) ? 1 : 0) + Math.max(0, ...from.map(forksOf));
}

function stageBelow(stage: FunnelStage, width: number, lay: Lay): Below {
  const card = stageCard(stage, width, lay.sheet, true);
  const isFork = stage.from.length > 1 || stage.from.some(({ channel }) => channel !== stage.channel);
  const indent = isFork ? lay.indent : 0;
  const feeders = stage.from.map((each) => stageBelow(each, width - indent, lay));
  const height = GAP + card.height + feeders.reduce((sum, each) => sum + each.height, 0);
  return {
    height,
    at: (x, y, toX, toY) => {
      const top = y + GAP;
      const bottom = top + card.height;
      const marks: Mark[] = [
        ...link(stage, { x, top, toX, toY, middle: top + card.height / 2 }, lay),
        ...card.at(x, top),
      ];
      let next = bottom;
      for (const each of feeders) {
        marks.push(...each.at(x + indent, next, x, bottom));
        next += each.height;
      }
      return marks;
    },
  };
}

interface Link {
  readonly x: number;
  readonly top: number;
  readonly middle: number;
  readonly toX: number;
  readonly toY: number;
}

/** Straight up where the card stands below the one it feeds; around the corner where it is set in. */
function link({ rate }: FunnelStage, { x, top, middle, toX, toY }: Link, { sheet, indent }: Lay): Mark[] {
  const straight = x === toX;
  const spine = toX + (straight ? SPINE + 8 : Math.min(SPINE, indent / 2));
  const set = { bold: true, tone: "ink", show: sheet.figures.writtenRate, room: 120 } as const;
  const label = numberAt(straight ? spine + 12 : x + 4, top - GAP / 2 + 5, rate, set);
  const way: [number, number][] = straight
    ? [[spine, top]]
    : [
        [x, middle],
        [spine, middle],
      ];
  return [...arrow([...way, [spine, toY + 2]]), label];
}
