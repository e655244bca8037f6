import { decodeExact } from "../../number/exact-string.js";
import { at } from "../../number/invariant.js";
import { parseWrittenDay } from "../../plan/dates.js";
import type { ProgressPicture } from "./picture.js";
import { shape, textAt, type Mark } from "../drawing/drawing.js";
import { px } from "../drawing/element.js";
import type { Figures } from "../drawing/figures.js";
import { textWidth } from "../drawing/text-width.js";
import type { Plot } from "./way.js";

interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const SIZE = 12;
const LINE = 17;

/** The day it is about: where the plan stands, where the outcome stands, and the gap between them. */
export function markerOf(picture: ProgressPicture, plot: Plot, frame: Frame, figures: Figures): Mark[] {
  const { asOf, shouldBe, now, gap } = picture;
  const x = plot.x(parseWrittenDay(asOf));
  const [plan, actual] = [plot.y(decodeExact(shouldBe.value)), plot.y(decodeExact(now.value))];
  const room = Math.max(frame.right - x, x - frame.left) - 14;
  const [should, are] = LABELS.find((texts) => widestOf(texts) < room) ?? SHORT_LABELS;
  const labels = [
    { at: plan, text: should, figure: null },
    { at: (plan + actual) / 2, text: figures.signedMoney(gap.value), figure: gap },
    { at: actual, text: are, figure: null },
  ].sort((one, other) => one.at - other.at);
  const widest = widestOf(labels.map(({ text }) => text));
  const isRight = frame.right - x > widest + 14;
  const tops = apart(
    labels.map(({ at }) => at),
    frame,
  );
  return [
    shape(`M${px(x)} ${px(frame.top)}V${px(frame.bottom)}`, { stroke: "line" }),
    shape(`M${px(x)} ${px(plan)}V${px(actual)}`, { stroke: "accent", strokeWidth: 6 }),
    disc(x, plan, "quiet"),
    disc(x, actual, "accent"),
    ...labels.map(({ text, figure }, index) =>
      textAt(isRight ? x + 12 : Math.max(x - 12, frame.left + widest), at(tops, index) + 4, text, {
        ...{ size: SIZE, bold: true, tone: figure === null ? "ink" : "accent", figure, halo: true },
        anchor: isRight ? "start" : "end",
      }),
    ),
  ];
}

/** What the plan and the outcome of the day are called where there is less and less room. */
const SHORT_LABELS = ["planned", "actual"] as const;
const LABELS = [["where we should be", "where we are"], SHORT_LABELS] as const;

function widestOf(texts: readonly string[]): number {
  return Math.max(...texts.map((text) => textWidth(text, SIZE, true)));
}

/** Pushes labels apart that would lie on each other, and keeps all of them in the frame. */
function apart(wanted: readonly number[], { top, bottom }: Frame): number[] {
  const places: number[] = [];
  let free = top + 10;
  for (const place of wanted) {
    places.push(Math.max(place, free));
    free = Math.max(place, free) + LINE;
  }
  let floor = bottom - 8;
  return places
    .reverse()
    .map((wish) => {
      const place = Math.min(wish, floor);
      floor = place - LINE;
      return place;
    })
    .reverse();
}

function disc(x: number, y: number, fill: "quiet" | "accent"): Mark {
  return shape(`M${px(x - 5)} ${px(y)}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z`, {
    fill,
    stroke: "paper",
    strokeWidth: 2,
  });
}
