import { decodeExact } from "../../number/exact-string.js";
import { at } from "../../number/invariant.js";
import { isZero, ONE, ZERO, type Ratio } from "../../number/ratio.js";
import type { ChannelBar, ChannelGroup, ChannelsPicture } from "./picture.js";
import type { PictureNumber } from "../picture-number.js";
import { boxShape, type Drawing, type Mark, type Placed } from "../drawing/drawing.js";
import { exactScale, extentOf, type ExactScale } from "../drawing/exact-scale.js";
import type { Figures, Show } from "../drawing/figures.js";
import { shareTexts } from "./words.js";
import { nameAt, numberAt, type Sheet } from "../drawing/sheet.js";
import { drawingOf, roomOf, space } from "../drawing/sheet-body.js";

const GAP = 24;
const ROW = 74;
const BAR = 14;

/** Draws the channels: for each its share of what comes in at the left, and what it costs at the right. */
export function drawChannels(picture: ChannelsPicture, sheet: Sheet): Drawing {
  const parts = picture.groups.flatMap((group, index) => [
    ...(index === 0 ? [] : [space(GAP)]),
    groupOf(group, sheet.figures.unit, sheet),
  ]);
  return drawingOf(picture.title, parts, sheet);
}

function groupOf(group: ChannelGroup, currency: string | null, sheet: Sheet): Placed {
  const { stage, channels } = group;
  const shares = shareTexts(group, sheet.figures.format);
  const half = (roomOf(sheet) - GAP) / 2;
  const costs = channels.flatMap(({ cost }) => (cost === null ? [] : [decodeExact(cost.value)]));
  const [, most] = extentOf(ZERO, ...costs);
  const hasCosts = channels.some(({ cost }) => cost !== null);
  const second = hasCosts ? `cost${currency === null ? "" : `, ${currency}`}` : "";
  return {
    height: 26 + channels.length * ROW,
    at: (x, y) => [
      nameAt(x, y + 13, `share of ${stage}`, half),
      nameAt(x + half + GAP, y + 13, second, half),
      ...channels.flatMap((channel, index) => {
        const top = y + 26 + index * ROW;
        return channelMarks(channel, {
          x,
          top,
          half,
          most,
          hasCosts,
          figures: sheet.figures,
          share: at(shares, index),
        });
      }),
    ],
  };
}

interface ChannelLay {
  readonly x: number;
  readonly top: number;
  readonly half: number;
  readonly most: Ratio;
  readonly hasCosts: boolean;
  readonly figures: Figures;
  /** The share as text: those of all channels add up to 100%. */
  readonly share: string;
}

function channelMarks({ channel, share, cost }: ChannelBar, lay: ChannelLay): Mark[] {
  const { x, top, half, most, hasCosts, figures } = lay;
  const right = x + half + GAP;
  const ofShare = {
    half,
    show: Object.assign(() => lay.share, { exactly: figures.rate.exactly ?? figures.rate }),
    fill: "accent",
  } as const;
  const ofCost = { half, show: figures.money, fill: "quiet" } as const;
  const name = nameAt(x, top + 14, channel, 2 * half + GAP, { size: 15, bold: true, tone: "ink" });
  const shares = measure(share, x, top, exactScale([ZERO, ONE], [0, half]), ofShare);
  if (!hasCosts) return [name, ...shares];
  if (cost === null) return [name, ...shares, nameAt(right, top + 35, "not written", half)];
  return [
    name,
    ...shares,
    ...measure(cost, right, top, exactScale([ZERO, isZero(most) ? ONE : most], [0, half]), ofCost),
  ];
}

interface MeasureSet {
  readonly half: number;
  readonly show: Show;
  readonly fill: "accent" | "quiet";
}

/** A number with its bar below. */
function measure(
  figure: PictureNumber,
  x: number,
  top: number,
  scale: ExactScale,
  { half, show, fill }: MeasureSet,
): Mark[] {
  const bar = { x, y: top + 42, height: BAR };
  return [
    numberAt(x, top + 36, figure, { bold: true, tone: "ink", size: 15, show, room: half }),
    boxShape({ ...bar, width: half }, 0, { fill: "card" }),
    boxShape({ ...bar, width: scale(decodeExact(figure.value)) }, 0, { fill, figure }),
  ];
}
