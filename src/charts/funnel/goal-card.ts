import type { FunnelChance, FunnelPicture } from "./picture.js";
import type { PictureNumber } from "../picture-number.js";
import { boxShape, textAt, type Mark, type Placed } from "../drawing/drawing.js";
import { wrapText } from "../drawing/fit-text.js";
import type { Figures } from "../drawing/figures.js";
import { countsMoney, goalNoun, isAsAsked, sureNoun, sureText } from "./words.js";
import { countAt, nameAt, numberAt, type Sheet } from "../drawing/sheet.js";
import { stackOf } from "../drawing/sheet-body.js";

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

function goalLines(picture: FunnelPicture, room: number, { figures }: Sheet): Placed[] {
  const { goal, blocked } = picture;
  const { amount, dates, workingDays } = goal;
  const isMoney = countsMoney(picture);
  const show = isMoney && figures.unit === null ? figures.format.writtenMoney : figures.format.written;
  const when =
    dates === null ? [] : wrapText(figures.format.dateRange(dates.first, dates.last), room, { size: 13 }, 2);
  return [
    line(18, (x, y) => [textAt(x, y, "Goal", { size: 12 })]),
    line(30, (x, y) => [numberAt(x, y, amount, { size: 24, bold: true, tone: "ink", show, room })]),
    ...wrapText(goalNoun(goal, isMoney ? figures.unit : goal.unit), room, { size: 13 }, 2).map((text) =>
      line(18, (x, y) => [nameAt(x, y, text, room, { tone: "ink" })]),
    ),
    ...when.map((text) => line(18, (x, y) => [nameAt(x, y, text, room)])),
    ...(workingDays === null
      ? []
      : [
          line(18, (x, y) => countAt(x, y, workingDays, daysOf(workingDays), { room, show: figures.number })),
        ]),
    ...blocked
      .flatMap((text) => wrapText(`✕ ${text}`, room, BLOCKED))
      .map((text) => line(20, (x, y) => [textAt(x, y, text, { ...BLOCKED, tone: "bad" })])),
  ];
}

const BLOCKED = { size: 13, bold: true } as const;

function daysOf({ value }: PictureNumber): string {
  return value === "1" ? "working day" : "working days";
}

/** How sure the goal is with these wins, and how sure it is to be. */
function chanceLines(chance: FunnelChance | null, room: number, { format }: Figures): Placed[] {
  if (chance === null) return [];
  const { reached, asked } = chance;
  const sure = { tone: "ink", bold: true, show: () => sureText(reached, format), room } as const;
  const first = line(20, (x, y) => countAt(x, y, reached, sureNoun(chance, format), sure));
  if (asked === null || isAsAsked(chance, format)) return [first];
  const wanted = { show: () => sureText(asked, format), room } as const;
  return [first, line(18, (x, y) => countAt(x, y, asked, "asked for", wanted))];
}

function winLines(
  { wins, chance, owner, bridge }: FunnelPicture,
  room: number,
  { figures }: Sheet,
): Placed[] {
  if (wins === null) return [];
  const show = figures.number;
  const steps = bridge.length < 2 ? [] : bridge.filter((step) => step.wins.value !== "0");
  const ofStep = { tone: "ink", bold: true, show: figures.signed, room } as const;
  const words = wins.value === "1" ? "win" : "wins";
  return [
    line(18, (x, y) => [textAt(x, y, "It takes", { size: 12 })]),
    line(30, (x, y) => countAt(x, y, wins, words, { size: 24, bold: true, tone: "ink", show, room })),
    ...chanceLines(chance, room, figures),
    ...(owner === null ? [] : [line(18, (x, y) => [nameAt(x, y, owner, room)])]),
    ...steps.map((step) => line(18, (x, y) => countAt(x, y, step.wins, step.item, ofStep))),
  ];
}
