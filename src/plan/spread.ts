import { isNegative } from "../number/ratio.js";
import { parseRateText } from "../number/rate-text.js";
import type { Problem } from "../schema/issue.js";
import { scalar } from "../schema/scalar.js";
import { anyOf, NUMBER, objectOf } from "../schema/written-form.js";
import { parseProportion, type PlainRate } from "./rate.js";
import { isProportion } from "./rate-reading.js";
import type { Ratio } from "../number/ratio.js";
import { isRecord } from "../schema/fields.js";

/**
 * How far the rates of a period may differ from their mean by more than luck: as a standard deviation of the whole period,
 * `25%`, or of each month, which differ independently, `{ month: 25% }`.
 */
type SpreadInput =
  | PlainRate
  | {
      /** The standard deviation of one month. */
      month: PlainRate;
    };

/** A spread as written, see {@link SpreadInput}. */
export const spreadSchema = scalar<SpreadInput>(judge, anyOf(NUMBER, objectOf({ month: NUMBER })));

/** A spread that was read: of each month where `monthly`, else of the period. */
interface Spread {
  /** A standard deviation, from 0 (included); 1 stands for 100%. */
  readonly size: Ratio;
  /** Whether it is of each month by itself. */
  readonly monthly: boolean;
}

/** Reads the spread of a plan that was validated. */
export function parseSpread(written: SpreadInput): Spread {
  const monthly = typeof written === "object";
  return { size: parseProportion(monthly ? written.month : written), monthly };
}

function judge(value: unknown): Problem | undefined {
  const isMonthly = isRecord(value) && Object.keys(value).join(" ") === "month";
  const size = isMonthly ? value["month"] : value;
  const read = parseRateText(size);
  if (read !== undefined && !isNegative(read) && isProportion(size)) return undefined;
  return {
    code: "spread.invalid",
    expected: "a spread such as 25%",
    advice: 'write "25%" for the whole period, or { month: "25%" } for each month',
  };
}
