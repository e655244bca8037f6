import { decodeExact } from "../../number/exact-string.js";
import { compare, isNegative, isZero, multiply, ratio, ZERO } from "../../number/ratio.js";
import type { WaterfallBar, WaterfallPicture } from "./picture.js";
import { barRows, type BarRow } from "../drawing/bar-rows.js";
import type { Drawing } from "../drawing/drawing.js";
import { extentOf, type Extent } from "../drawing/exact-scale.js";
import { shownBy, type Figures } from "../drawing/figures.js";
import type { Sheet } from "../drawing/sheet.js";
import { drawingOf, noteOf, roomOf, space } from "../drawing/sheet-body.js";

/** Draws the waterfall: what was planned, each part of the gap from where the one before it ends, and what is. */
export function drawWaterfall(picture: WaterfallPicture, sheet: Sheet): Drawing {
  const { figures } = sheet;
  const room = roomOf(sheet);
  const domain = domainOf(picture);
  const start = isNegative(domain[0]) ? ZERO : domain[0];
  const whole = { from: start, note: null, outlined: false, bold: true, fill: "quiet" } as const;
  const { planned, actual, bars, asOf } = picture;
  const rows: BarRow[] = [
    {
      ...whole,
      label: "planned",
      to: decodeExact(planned.value),
      figure: planned,
      ...shownBy(figures.money, planned.value),
    },
    ...bars.map((bar) => partRow(bar, figures)),
    {
      ...whole,
      label: "actual",
      to: decodeExact(actual.value),
      figure: actual,
      ...shownBy(figures.money, actual.value),
      fill: "ink",
    },
  ];
  const until = `Through ${figures.format.date(asOf)}${figures.unit === null ? "" : `, in ${figures.unit}`}.`;
  const cut = isZero(start) ? "" : ` The bars begin at ${figures.money(start)}, not at 0.`;
  return drawingOf(
    picture.title,
    [barRows(rows, { room, domain, zero: start, joined: true }), space(10), noteOf(`${until}${cut}`, room)],
    sheet,
  );
}

function partRow({ label, amount, from, to }: WaterfallBar, figures: Figures): BarRow {
  const isLoss = isNegative(decodeExact(amount.value));
  const look = isLoss
    ? ({ fill: "paper", outlined: true } as const)
    : ({ fill: "accent", outlined: false } as const);
  return {
    label,
    note: null,
    from: decodeExact(from),
    to: decodeExact(to),
    ...look,
    bold: false,
    figure: amount,
    ...shownBy(figures.signedMoney, amount.value),
  };
}

/** From 0, unless all that happens is so far from it that nothing could be seen. */
function domainOf({ bars, planned, actual }: WaterfallPicture): Extent {
  const ends = bars.flatMap(({ from, to }) => [from, to]);
  const [low, high] = extentOf(decodeExact(planned.value), ...[actual.value, ...ends].map(decodeExact));
  const isFar = compare(multiply(low, ratio(3)), multiply(high, ratio(2))) > 0;
  if (!isFar) return extentOf(low, high, ZERO);
  // A little below the lowest, so that no bar has vanished.
  return [multiply(low, ratio(9, 10)), high];
}
