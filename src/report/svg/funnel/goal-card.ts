import type { FunnelPicture } from "../../picture/funnel-picture.js";
import type { PictureNumber } from "../../picture/picture-number.js";
import { boxShape, textAt, type Mark, type Placed } from "../drawing.js";
import { wrapText } from "../fit-text.js";
import { countAt, nameAt, numberAt, type Sheet } from "../sheet.js";
import { stackOf } from "../sheet-body.js";

const PADDING = 14;
/** From this width on the wins stand beside the goal. */
const WIDE = 420;

/** The start of the picture: the goal, its period, and the wins it takes with the steps of the bridge. */
export function goalCard(picture: FunnelPicture, width: number, sheet: Sheet): Placed {
  const isWide = width >= WIDE;
  const room = isWide ? (width - 4 * PADDING) / 2 : width - 2 * PADDING;
  const goal = stackOf(goalLines(picture, room, sheet));
  const wins = stackOf(winLines(picture, room, sheet));
  const text = isWide
    ? Math.max(goal.height, wins.height)
    : goal.height + (wins.height === 0 ? 0 : 14) + wins.height;
  const height = text + 2 * PADDING - 4;
  const stroke = picture.blocked.length > 0 ? "bad" : "line";
  return {
    height,
    at: (x, y) => {
      const top = y + PADDING - 4;
      const frame = boxShape({ x, y, width, height }, 10, { fill: "paper", stroke, strokeWidth: 1.5 });
      const beside = isWide
        ? [x + 3 * PADDING + room, top]
        : [x + PADDING, y + height - PADDING - wins.height];
      const [left = x, first = y] = beside;
      return [frame, ...goal.at(x + PADDING, top), ...wins.at(left, first)];
    },
  };
}

function line(height: number, marks: (x: number, base: number) => readonly Mark[]): Placed {
  return { height, at: (x, y) => marks(x, y + height - 5) };
}

function goalLines({ goal, currency, blocked }: FunnelPicture, room: number, { figures }: Sheet): Placed[] {
  const { amount, dates, workingDays } = goal;
  const isMoney = goal.unit === currency && currency !== null;
  const show = isMoney ? figures.money : figures.exact;
  const when = dates === null ? [] : [`from ${dates.first}`, `to ${dates.last}`];
  return [
    line(18, (x, y) => [textAt(x, y, "Goal", { size: 12 })]),
    line(30, (x, y) => [numberAt(x, y, amount, { size: 24, bold: true, tone: "ink", show, room })]),
    ...wrapText(whatOf(goal, isMoney ? figures.unit : goal.unit), room, { size: 13 }, 2).map((text) =>
      line(18, (x, y) => [nameAt(x, y, text, room, { tone: "ink" })]),
    ),
    ...when.map((text) => line(18, (x, y) => [nameAt(x, y, text, room)])),
    ...(workingDays === null
      ? []
      : [line(18, (x, y) => countAt(x, y, workingDays, daysOf(workingDays), { room, show: figures.exact }))]),
    ...blocked
      .flatMap((text) => wrapText(`✕ ${text}`, room, BLOCKED))
      .map((text) => line(20, (x, y) => [textAt(x, y, text, { ...BLOCKED, tone: "bad" })])),
  ];
}

const BLOCKED = { size: 13, bold: true } as const;

function daysOf({ value }: PictureNumber): string {
  return value === "1" ? "working day" : "working days";
}

/** What the amount is an amount of: "USD of net new MRR", "customers". */
function whatOf({ metric, amount }: FunnelPicture["goal"], unit: string | null): string {
  if (amount.value === "1" && unit === "customers") return metric.replace(/customers$/, "customer");
  if (unit === null) return metric;
  if (metric === unit || metric === "units") return unit;
  return metric === "net new customers" ? metric : `${unit} of ${metric}`;
}

function winLines({ wins, owner, bridge }: FunnelPicture, room: number, { figures }: Sheet): Placed[] {
  if (wins === null) return [];
  const show = figures.exact;
  const steps = bridge.length < 2 ? [] : bridge.filter((step) => step.wins.value !== "0");
  const ofStep = { tone: "ink", bold: true, show: figures.signed, room } as const;
  const words = wins.value === "1" ? "win" : "wins";
  return [
    line(18, (x, y) => [textAt(x, y, "It takes", { size: 12 })]),
    line(30, (x, y) => countAt(x, y, wins, words, { size: 24, bold: true, tone: "ink", show, room })),
    ...(owner === null ? [] : [line(18, (x, y) => [nameAt(x, y, owner, room)])]),
    ...steps.map((step) => line(18, (x, y) => countAt(x, y, step.wins, step.item, ofStep))),
  ];
}
