import { withFacts, type Format, type Shown } from "../format/format.js";
import { at } from "../number/invariant.js";
import type { Cell } from "./report.js";

/** A whole count in a table; nothing where there is none. */
export function countCell(format: Format, count: number | null): Cell {
  return cell(format, count, ({ number }) => number);
}

/** A figure that is no money in a table: "66.7", with the exact one behind it. */
export function numberCell(format: Format, value: Shown | null): Cell {
  return cell(format, value, ({ number }) => number);
}

/** A change in a table, with its sign. */
export function signedCell(format: Format, value: Shown | null): Cell {
  return cell(format, value, ({ signed }) => signed);
}

/** A change of money in a table, with its sign. */
export function signedAmountCell(format: Format, value: Shown | null): Cell {
  return cell(format, value, ({ signedAmount }) => signedAmount);
}

/** An amount of money in a table. */
export function amountCell(format: Format, value: Shown | null): Cell {
  return cell(format, value, ({ amount }) => amount);
}

/** A share that was worked out, in a table: "33%". */
export function rateCell(format: Format, value: Shown | null): Cell {
  return cell(format, value, ({ rate }) => rate);
}

/** A rate that a plan writes, in a table: "12.5%", "1/3". */
export function writtenRateCell(format: Format, value: Shown | null): Cell {
  return cell(format, value, ({ writtenRate }) => writtenRate);
}

/** Parts of one total in a table, which add up to it as they are shown. */
export function partCells(
  format: Format,
  values: readonly Shown[],
  kind: "number" | "amount" | "rate" = "number",
): readonly Cell[] {
  const exact = exactly(format).parts(values, kind);
  return format.parts(values, kind).map((text, index) => withExact(text, at(exact, index)));
}

/** A date in a table; nothing where there is none. */
export function dateCell(format: Format, iso: string | null): string {
  return iso === null ? "" : format.date(iso);
}

function cell(format: Format, value: Shown | null, pick: (format: Format) => (value: Shown) => string): Cell {
  return value === null ? "" : withExact(pick(format)(value), pick(exactly(format))(value));
}

function withExact(text: string, exact: string): Cell {
  return text === exact ? text : { text, exact };
}

const exactFormats = new WeakMap<Format, Format>();

function exactly(format: Format): Format {
  const known = exactFormats.get(format) ?? withFacts(format, { exact: true });
  exactFormats.set(format, known);
  return known;
}
