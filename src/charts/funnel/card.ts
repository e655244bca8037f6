import type { FunnelStage } from "./picture.js";
import { visible } from "../../format/visible.js";
import { boxShape, textAt, type Mark, type Placed, type TextSet } from "../drawing/drawing.js";
import { fitText, wrapText } from "../drawing/fit-text.js";
import { textWidth } from "../drawing/text-width.js";
import { countAt, nameAt, type Sheet } from "../drawing/sheet.js";
import { isSeldom, leadLine } from "./lead.js";

const PADDING = 14;

/** A stage as a card: its name and owner, the number to find first largest, then the others. */
export function stageCard(stage: FunnelStage, width: number, sheet: Sheet, isWide: boolean): Placed {
  const room = width - 2 * PADDING;
  const lead = leadLine(stage, isWide ? Math.min(room / 2, 200) : room, sheet, isWide);
  const beside = isWide ? room - lead.width - 12 : room;
  const words = [
    ...nameLines(stage, beside),
    ...(isWide ? [] : [lead.line]),
    ...rowLines(stage, beside, sheet),
  ];
  const notes = blockedLines(stage, room);
  const text = [...words, ...notes].reduce((sum, line) => sum + line.height, 0);
  const height = Math.max(text, isWide ? lead.line.height : 0) + 2 * PADDING - 4;
  return {
    height,
    at: (x, y) => {
      const marks: Mark[] = [frame(stage, { x, y, width, height })];
      if (isWide) marks.push(...lead.line.at(x + width - PADDING, y + PADDING));
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

function nameLines({ stage, channel, owner }: FunnelStage, room: number): Placed[] {
  const line = (height: number, text: string, whole: string, set: TextSet): Placed => ({
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

/** The numbers that are not the largest one. What only would be enough is said as such, where there is room. */
function rowLines(stage: FunnelStage, room: number, { figures }: Sheet): Placed[] {
  const { perWeek, perDay, total, startBy, isWork } = stage;
  const set = { tone: "ink", bold: true, show: figures.number, room } as const;
  const count = (figure: typeof total, words: string): Placed[] =>
    figure === null ? [] : [{ height: 18, at: (x, y) => countAt(x, y + 13, figure, words, set) }];
  const enough = (figure: typeof total, words: string): Placed[] => {
    if (figure === null) return [];
    const whole = `${words} is enough`;
    const fits = textWidth(`${figures.number(figure.value)} ${whole}`, 13, true) <= room;
    return count(figure, fits ? whole : words);
  };
  const start: Placed[] =
    startBy === null || !isWork
      ? []
      : [
          {
            height: 18,
            at: (x, y) => [nameAt(x, y + 13, `start by ${figures.format.date(startBy)}`, room, {})],
          },
        ];
  const rows = isSeldom(stage)
    ? [...enough(perWeek, "a week"), ...enough(perDay, "a day")]
    : [...count(perWeek, "a week"), ...count(total, "in all")];
  return [...rows, ...start];
}

function blockedLines({ blocked }: FunnelStage, room: number): Placed[] {
  const set = { size: 13, bold: true } as const;
  return blocked
    .flatMap((text) => wrapText(`✕ ${text}`, room, set))
    .map((text) => ({ height: 19, at: (x, y) => [textAt(x, y + 15, text, { ...set, tone: "bad" })] }));
}
