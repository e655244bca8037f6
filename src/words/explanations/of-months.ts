import type { Format } from "../../format/format.js";
import type { ExactString } from "../../number/exact-string.js";
import { equals, plain, type SaidExplanation } from "./said.js";

/** A number of the whole, and those of the months that it is made of. */
export interface MonthsFigures {
  readonly value: ExactString;
  readonly terms: readonly { readonly month: string; readonly value: ExactString }[];
}

/** More months than these are not listed one by one. */
const MOST_LISTED = 12;

/** Numbers of a goal that holds for each month. */
export const MONTH_SAYINGS = {
  "sum-of-months": ({ value, terms }: MonthsFigures, format: Format): SaidExplanation => ({
    text: `${format.number(value)} is what all months ask for together, each by itself${listed(terms, format)}.`,
    formula:
      terms.length === 0
        ? format.number(value)
        : equals(terms.map((term) => format.number(term.value)).join(" + "), value, format),
  }),

  "most-of-months": ({ value, terms }: MonthsFigures, format: Format): SaidExplanation =>
    plain(
      `${format.number(value)} is enough for each month: it is what the one that asks for most takes${listed(terms, format)}.`,
      format.number(value),
    ),

  "month-from-pipeline": (
    { month, wins }: { readonly month: string; readonly wins: ExactString },
    format: Format,
  ): SaidExplanation =>
    plain(
      `Open work is expected to bring ${format.plural(wins, "win")} in ${month}, by its rates and lags.`,
      format.number(wins),
    ),
};

function listed(terms: MonthsFigures["terms"], format: Format): string {
  if (terms.length === 0 || terms.length > MOST_LISTED) return "";
  return `: ${terms.map(({ month, value }) => `${format.number(value)} in ${month}`).join(", ")}`;
}
