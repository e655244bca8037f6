import type { FunnelStage } from "../../picture/funnel-picture.js";
import { visible } from "../../text/visible.js";
import { boxShape, textAt, type Mark, type Placed, type TextSet } from "../drawing.js";
import { fitText, wrapText } from "../fit-text.js";
import { textWidth } from "../text-width.js";
import { countAt, nameAt, numberAt, type Sheet } from "../sheet.js";

const PADDING = 14;
const DAILY = 44;
/** Where a card is as wide as this the daily number is larger still. */
const ROOMY = 200;
const DAILY_WHERE_ROOMY = 56;
const DAILY_OF_MILESTONE = 28;

/** One line of a card: how much room it takes, and what is drawn with its base line at y. */
interface Line {
  readonly height: number;
  readonly at: (x: number, y: number) => readonly Mark[];
}

/** A stage as a card: its name and owner, the daily number largest, then the week and all of it. */
export function stageCard(stage: FunnelStage, width: number, sheet: Sheet, isWide: boolean): Placed {
  const room = width - 2 * PADDING;
  const daily = dailyLine(stage, isWide ? Math.min(room / 2, 200) : room, sheet, isWide);
  const beside = isWide ? room - daily.width - 12 : room;
  const words = [
    ...nameLines(stage, beside),
    ...(isWide ? [] : [daily.line]),
    ...rowLines(stage, beside, sheet),
  ];
  const notes = blockedLines(stage, room);
  const text = [...words, ...notes].reduce((sum, line) => sum + line.height, 0);
  const height = Math.max(text, isWide ? daily.line.height : 0) + 2 * PADDING - 4;
  return {
    height,
    at: (x, y) => {
      const marks: Mark[] = [frame(stage, { x, y, width, height })];
      if (isWide) marks.push(...daily.line.at(x + width - PADDING, y + PADDING));
      let top = y + PADDING - 4;
      for (const line of [...words, ...notes]) {
        marks.push(...line.at(x + PADDING, top));
        top += line.height;
      }
      return marks;
    },
  };
}

function frame({ blocked, isWork }: FunnelStage, box: Parameters<typeof boxShape>[0]): Mark {
  if (blocked.length > 0)
    return boxShape(box, 10, { fill: "card", stroke: "bad", strokeWidth: 2, dashed: true });
  return boxShape(box, 10, isWork ? { fill: "wash", stroke: "accent", strokeWidth: 1.5 } : { fill: "card" });
}

function nameLines({ stage, channel, owner }: FunnelStage, room: number): Line[] {
  const line = (height: number, text: string, whole: string, set: TextSet): Line => ({
    height,
    at: (x, y) => [textAt(x, y + height - 5, text, { ...set, whole: text === whole ? null : whole })],
  });
  const name = wrapText(stage, room, NAME, 2);
  const isWhole = name.join(" ") === visible(stage);
  const quiet = (text: string, size: number) =>
    line(18, fitText(text, room, { size }), visible(text), { size });
  return [
    ...(channel === null ? [] : [quiet(`via ${channel}`, 12)]),
    ...name.map((text) => line(21, text, isWhole ? text : stage, { ...NAME, tone: "ink" })),
    ...(owner === null ? [] : [quiet(owner, 13)]),
  ];
}

const NAME = { size: 15, bold: true } as const;

/** The daily number, on a line of its own, or at the right of a wide card with "a day" below it. */
function dailyLine(
  { perDay, isWork }: FunnelStage,
  room: number,
  { figures }: Sheet,
  isWide: boolean,
): { readonly width: number; readonly line: Line } {
  if (perDay === null) return { width: 0, line: { height: 0, at: () => [] } };
  const daily = room >= ROOMY && !isWide ? DAILY_WHERE_ROOMY : DAILY;
  const size = isWork ? daily : DAILY_OF_MILESTONE;
  const set = { size, bold: true, tone: isWork ? "accent" : "ink", show: figures.exact } as const;
  const drop = size * 0.78;
  if (!isWide)
    return {
      width: room,
      line: { height: drop + 18, at: (x, y) => countAt(x, y + drop + 8, perDay, "a day", { ...set, room }) },
    };
  const number = numberAt(0, 0, perDay, { ...set, room });
  const width = Math.max(textWidth(number.text, number.size, true), textWidth("a day", 13));
  const at: Line["at"] = (x, y) => [
    { ...number, x, y: y + drop, anchor: "end" },
    textAt(x, y + drop + 21, "a day", { anchor: "end" }),
  ];
  return { width, line: { height: drop + 24, at } };
}

function rowLines(
  { perWeek, total, startBy, isWork }: FunnelStage,
  room: number,
  { figures }: Sheet,
): Line[] {
  const set = { tone: "ink", bold: true, show: figures.exact, room } as const;
  const count = (figure: typeof total, words: string): Line[] =>
    figure === null ? [] : [{ height: 18, at: (x, y) => countAt(x, y + 13, figure, words, set) }];
  const start: Line[] =
    startBy === null || !isWork
      ? []
      : [{ height: 18, at: (x, y) => [nameAt(x, y + 13, `start by ${startBy}`, room, {})] }];
  return [...count(perWeek, "a week"), ...count(total, "in all"), ...start];
}

function blockedLines({ blocked }: FunnelStage, room: number): Line[] {
  const set = { size: 13, bold: true } as const;
  return blocked
    .flatMap((text) => wrapText(`✕ ${text}`, room, set))
    .map((text) => ({ height: 19, at: (x, y) => [textAt(x, y + 15, text, { ...set, tone: "bad" })] }));
}
