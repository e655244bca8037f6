import type { FunnelPicture } from "../../picture/funnel-picture.js";
import { boxShape, textAt, type Mark, type Placed } from "../drawing.js";
import { countAt, nameAt, numberAt, type Sheet } from "../sheet.js";

const PADDING = 14;

/** The start of the picture: the goal, its period, and the wins it takes with the steps of the bridge. */
export function goalCard(picture: FunnelPicture, width: number, sheet: Sheet): Placed {
  const room = width - 2 * PADDING;
  const lines = [...goalLines(picture, room, sheet), ...winLines(picture, room, sheet)];
  const height = lines.reduce((sum, line) => sum + line.height, 0) + 2 * PADDING - 2;
  return {
    height,
    at: (x, y) => {
      const stroke = picture.blocked.length > 0 ? "bad" : "line";
      const marks: Mark[] = [
        boxShape({ x, y, width, height }, 10, { fill: "paper", stroke, strokeWidth: 1.5 }),
      ];
      let top = y + PADDING - 2;
      for (const line of lines) {
        marks.push(...line.at(x + PADDING, top + line.height - 5));
        top += line.height;
      }
      return marks;
    },
  };
}

function goalLines({ goal, blocked }: FunnelPicture, room: number, { figures }: Sheet): Placed[] {
  const { amount, unit, metric, dates, workingDays } = goal;
  const show = figures.exact;
  const words = unit === metric ? [] : [metric];
  return [
    { height: 18, at: (x, y) => [textAt(x, y, "Goal", { size: 12 })] },
    { height: 30, at: (x, y) => [numberAt(x, y, amount, { size: 24, bold: true, tone: "ink", show, room })] },
    ...[...(unit === null ? [] : [unit]), ...words].map((text): Placed => ({
      height: 18,
      at: (x, y) => [nameAt(x, y, text, room, { tone: "ink" })],
    })),
    ...(dates === null ? [] : [`from ${dates.first}`, `to ${dates.last}`]).map((text): Placed => ({
      height: 18,
      at: (x, y) => [nameAt(x, y, text, room)],
    })),
    ...(workingDays === null
      ? []
      : [
          {
            height: 18,
            at: (x: number, y: number) => countAt(x, y, workingDays, "working days", { room, show }),
          },
        ]),
    ...blocked.map((text): Placed => ({
      height: 20,
      at: (x, y) => [nameAt(x, y, `✕ ${text}`, room, { tone: "bad", bold: true })],
    })),
  ];
}

function winLines({ wins, owner, bridge }: FunnelPicture, room: number, { figures }: Sheet): Placed[] {
  if (wins === null) return [];
  const show = figures.exact;
  const steps = bridge.length < 2 ? [] : bridge.filter(({ wins: { value } }) => value !== "0");
  return [
    {
      height: 42,
      at: (x, y) =>
        countAt(x, y, wins, wins.value === "1" ? "win" : "wins", {
          size: 24,
          bold: true,
          tone: "ink",
          show,
          room,
        }),
    },
    ...(owner === null ? [] : [{ height: 18, at: (x: number, y: number) => [nameAt(x, y, owner, room)] }]),
    ...steps.map(({ item, wins: each }): Placed => ({
      height: 18,
      at: (x, y) => {
        const number = numberAt(x + room, y, each, {
          anchor: "end",
          tone: "ink",
          show: figures.signed,
          room: room / 2,
        });
        return [nameAt(x, y, item === "goal" ? "for the goal" : item, room / 2 - 6), number];
      },
    })),
  ];
}
