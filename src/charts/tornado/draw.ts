import { decodeExact } from "../../number/exact-string.js";
import { isNegative, ZERO } from "../../number/ratio.js";
import type { TornadoBar, TornadoPicture } from "./picture.js";
import { barRows, type BarRow } from "../drawing/bar-rows.js";
import type { Drawing } from "../drawing/drawing.js";
import { extentOf } from "../drawing/exact-scale.js";
import { shownBy, type Figures } from "../drawing/figures.js";
import { countAt, type Sheet } from "../drawing/sheet.js";
import { drawingOf, noteOf, roomOf, space } from "../drawing/sheet-body.js";

/** More levers than this are more than a reader weighs. */
const MOST = 12;

/** Draws the tornado: what the first step of each lever changes, the strongest first, from where things stand today. */
export function drawTornado(picture: TornadoPicture, sheet: Sheet): Drawing {
  const { figures } = sheet;
  const room = roomOf(sheet);
  const { now, measure, bars } = picture;
  const shown = bars.slice(0, MOST);
  const domain = extentOf(ZERO, ...shown.map(({ change }) => decodeExact(change.value)));
  const isOutcome = measure === "outcome";
  const rows = shown.map((bar) => rowOf(bar, isOutcome, figures));
  const unit = isOutcome ? (figures.unit ?? "") : measure;
  const show = isOutcome ? figures.money : figures.number;
  const today = { tone: "ink", bold: true, size: 24, show, room } as const;
  const rest = bars.length > MOST ? ` The ${figures.number(bars.length - MOST)} weakest are not shown.` : "";
  return drawingOf(
    picture.title,
    [
      { height: 46, at: (x, y) => countAt(x, y + 24, now, `${unit} today`.trim(), today) },
      barRows(rows, { room, domain, zero: ZERO, joined: false }),
      space(10),
      noteOf(`${LEGEND[isOutcome ? 1 : 0]}${rest}`, room),
    ],
    sheet,
  );
}

const LEGEND = [
  "Filled bars: less work for the same goal. Outlined bars: more work.",
  "Filled bars: more of the outcome for the same work. Outlined bars: less of it.",
] as const;

function rowOf({ what, by, change }: TornadoBar, isOutcome: boolean, figures: Figures): BarRow {
  const to = decodeExact(change.value);
  const isLess = isNegative(to);
  const isGood = isLess !== isOutcome;
  const look = isGood
    ? ({ fill: "accent", outlined: false } as const)
    : ({ fill: "paper", outlined: true } as const);
  const shown = shownBy(isOutcome ? figures.signedMoney : figures.signed, change.value);
  return {
    label: what,
    note: by,
    from: ZERO,
    to,
    ...look,
    bold: false,
    figure: change,
    ...shown,
  };
}
