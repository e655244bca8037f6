import type { FunnelStage } from "../../picture/funnel-picture.js";
import { boxShape, textAt, type Mark, type Placed } from "../drawing.js";
import { textWidth } from "../text-width.js";
import { countAt, nameAt, numberAt, type Sheet } from "../sheet.js";

const PADDING = 14;
const DAILY = 44;
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
  const line = (height: number, text: string, set: Parameters<typeof nameAt>[4] = {}): Line => ({
    height,
    at: (x, y) => [nameAt(x, y + height - 5, text, room, set)],
  });
  return [
    ...(channel === null ? [] : [line(18, `via ${channel}`, { size: 12 })]),
    line(22, stage, { size: 15, bold: true, tone: "ink" }),
    ...(owner === null ? [] : [line(18, owner)]),
  ];
}

/** The daily number, on a line of its own, or at the right of a wide card with "a day" below it. */
function dailyLine(
  { perDay, isWork }: FunnelStage,
  room: number,
  { figures }: Sheet,
  isWide: boolean,
): { readonly width: number; readonly line: Line } {
  if (perDay === null) return { width: 0, line: { height: 0, at: () => [] } };
  const size = isWork ? DAILY : DAILY_OF_MILESTONE;
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
    textAt(x, y + drop + 18, "a day", { anchor: "end" }),
  ];
  return { width, line: { height: drop + 20, at } };
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
  return blocked.map((text) => ({
    height: 20,
    at: (x, y) => [nameAt(x, y + 15, `✕ ${text}`, room, { tone: "bad", bold: true })],
  }));
}
