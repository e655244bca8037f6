import { readExact, type Exact } from "../../number/exact.js";
import { compare, ZERO } from "../../number/ratio.js";
import type { ChannelBar, ChannelGroup, ChannelsPicture } from "../picture/channels.js";
import type { PictureNumber } from "../picture/picture-number.js";
import { boxShape, textAt, type Drawing, type Mark, type Placed } from "./drawing.js";
import { exactScale, type ExactScale } from "./exact-scale.js";
import type { Figures } from "./figures.js";
import { nameAt, numberAt, type Sheet } from "./sheet.js";
import { drawingOf, roomOf, space } from "./sheet-body.js";
import { textWidth } from "./text-width.js";

const GAP = 24;
const ROW = 58;
const BAR = 14;

/** Draws the channels: for each its share of what comes in at the left, and what it costs at the right. */
export function drawChannels(picture: ChannelsPicture, sheet: Sheet): Drawing {
  const parts = picture.groups.flatMap((group, index) => [
    ...(index === 0 ? [] : [space(GAP)]),
    groupOf(group, sheet.figures.unit, sheet),
  ]);
  return drawingOf(picture.title, parts, sheet);
}

function groupOf({ stage, channels }: ChannelGroup, currency: string | null, sheet: Sheet): Placed {
  const half = (roomOf(sheet) - GAP) / 2;
  const costs = channels.map(({ cost }) => cost?.value ?? "0");
  const most = costs.reduce((one, other) => (compare(ratioOf(one), ratioOf(other)) < 0 ? other : one), "0");
  const hasCosts = channels.some(({ cost }) => cost !== null);
  const second = hasCosts ? `cost${currency === null ? "" : `, ${currency}`}` : "";
  return {
    height: 26 + channels.length * ROW,
    at: (x, y) => [
      nameAt(x, y + 13, `share of ${stage}`, half),
      textAt(x + half + GAP, y + 13, second),
      ...channels.flatMap((channel, index) => {
        const top = y + 26 + index * ROW;
        return channelMarks(channel, { x, top, half, most, hasCosts, figures: sheet.figures });
      }),
    ],
  };
}

interface ChannelLay {
  readonly x: number;
  readonly top: number;
  readonly half: number;
  readonly most: Exact;
  readonly hasCosts: boolean;
  readonly figures: Figures;
}

function channelMarks({ channel, share, cost }: ChannelBar, lay: ChannelLay): Mark[] {
  const { x, top, half, most, hasCosts, figures } = lay;
  const right = x + half + GAP;
  const set = { show: figures.rate, half };
  const shareMarks = measure(share, x, top, exactScale(["0", "1"], [0, half]), { ...set, fill: "accent" });
  const name = nameAt(x, top + 16, channel, half - textWidth(figures.rate(share.value), 15, true) - 12, {
    ...{ size: 15, bold: true, tone: "ink" },
  });
  const costMarks = !hasCosts
    ? []
    : cost === null
      ? [textAt(right + half, top + 16, "no cost written", { anchor: "end" })]
      : measure(cost, right, top, exactScale(["0", most === "0" ? "1" : most], [0, half]), {
          ...{ half, show: figures.money, fill: "quiet" },
        });
  return [name, ...shareMarks, ...costMarks];
}

/** A number with its bar below. */
function measure(
  figure: PictureNumber,
  x: number,
  top: number,
  scale: ExactScale,
  {
    half,
    show,
    fill,
  }: { readonly half: number; readonly show: (value: Exact) => string; readonly fill: "accent" | "quiet" },
): Mark[] {
  const set = { anchor: "end", bold: true, tone: "ink", size: 15, show, room: half } as const;
  const bar = { x, y: top + 24, width: scale(figure.value), height: BAR };
  return [
    numberAt(x + half, top + 16, figure, set),
    boxShape({ ...bar, width: half }, 3, { fill: "card" }),
    boxShape(bar, 0, { fill, figure }),
  ];
}

function ratioOf(value: Exact) {
  return readExact(value) ?? ZERO;
}
