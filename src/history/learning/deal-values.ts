import { encodeExact } from "../../number/exact-string.js";
import { add, compare, divide, multiply, ratio, subtract, ZERO, type Ratio } from "../../number/ratio.js";
import { byText } from "../journeys/tally.js";
import type { LearnedValue } from "./learned.js";

/** What one won deal was worth. */
export interface WonValue {
  readonly id: string;
  readonly currency: string | null;
  readonly value: Ratio;
}

/** More than this many widths of the middle half outside it is far out (J. W. Tukey, "Exploratory Data Analysis", 1977). */
const FAR_OUT = ratio(3);

/**
 * What were won deals worth? Exactly, for each currency by itself: mean, median, quantiles, and the deals that stand far out.
 *
 * A quantile is the least value that at least its share of the deals do not exceed (no two values are mixed); the median is
 * the middle one, or the mean of the two in the middle.
 */
export function dealValues(won: readonly WonValue[]): readonly LearnedValue[] {
  const byCurrency = new Map<string | null, WonValue[]>();
  for (const deal of won) {
    const list = byCurrency.get(deal.currency) ?? [];
    list.push(deal);
    byCurrency.set(deal.currency, list);
  }
  const groups = [...byCurrency].sort(([one], [other]) => byText(one ?? "", other ?? ""));
  return groups.map(([currency, deals]) => valuesOf(currency, deals));
}

function valuesOf(currency: string | null, deals: WonValue[]): LearnedValue {
  deals.sort((one, other) => compare(one.value, other.value) || byText(one.id, other.id));
  const count = deals.length;
  const at = (index: number) => deals[index]?.value ?? ZERO;
  const quantile = (percent: number) => at(Math.max(0, Math.ceil((percent * count) / 100) - 1));
  const [lower, upper] = [quantile(25), quantile(75)];
  const reach = multiply(FAR_OUT, subtract(upper, lower));
  const isFarOut = (value: Ratio) =>
    compare(value, add(upper, reach)) > 0 || compare(value, subtract(lower, reach)) < 0;
  const total = deals.reduce((sum, { value }) => add(sum, value), ZERO);
  return {
    currency,
    count,
    mean: encodeExact(divide(total, ratio(count))),
    median: encodeExact(divide(add(at(Math.floor((count - 1) / 2)), at(Math.floor(count / 2))), ratio(2))),
    quantiles: {
      p10: encodeExact(quantile(10)),
      p25: encodeExact(lower),
      p75: encodeExact(upper),
      p90: encodeExact(quantile(90)),
    },
    outliers: deals
      .filter(({ value }) => isFarOut(value))
      .map(({ id, value }) => ({ id, value: encodeExact(value) })),
  };
}
