import { encodeExact } from "../../number/exact-string.js";
import { add, compare, divide, multiply, ratio, subtract, ZERO, type Ratio } from "../../number/ratio.js";
import { byName, byText } from "../journeys/tally.js";
import type { LearnedValue } from "./learned.js";

/** How many won deals had one worth. */
export interface WonValue {
  readonly currency: string | null;
  readonly value: Ratio;
  readonly count: number;
  /** Their ids; of deals that cannot stand far out they may be left out. */
  readonly ids: readonly string[];
}

/** More than this many widths of the middle half outside it is far out (J. W. Tukey, "Exploratory Data Analysis", 1977). */
const FAR_OUT = ratio(3);

/**
 * What were won deals worth? Exactly, for each currency by itself: mean, median, quantiles, and the deals that stand far out.
 *
 * A quantile is the least value that at least its share of the deals do not exceed (no two values are mixed); the median is
 * the middle one, or the mean of the two in the middle.
 *
 * @throws RangeError where the ids of deals that stand far out are not known
 */
export function dealValues(won: readonly WonValue[]): readonly LearnedValue[] {
  const byCurrency = new Map<string | null, WonValue[]>();
  for (const deals of won) {
    const list = byCurrency.get(deals.currency) ?? [];
    list.push(deals);
    byCurrency.set(deals.currency, list);
  }
  const groups = [...byCurrency].sort(([one], [other]) => byName(one, other));
  return groups.map(([currency, deals]) => valuesOf(currency, deals));
}

function valuesOf(currency: string | null, deals: WonValue[]): LearnedValue {
  const inOrder = deals.sort((one, other) => compare(one.value, other.value));
  const { count, quantile, at } = ranks(inOrder);
  const total = inOrder.reduce((sum, one) => add(sum, multiply(one.value, ratio(one.count))), ZERO);
  return {
    currency,
    count,
    mean: encodeExact(divide(total, ratio(count))),
    median: encodeExact(divide(add(at(Math.floor((count - 1) / 2)), at(Math.floor(count / 2))), ratio(2))),
    quantiles: {
      p10: encodeExact(quantile(10)),
      p25: encodeExact(quantile(25)),
      p75: encodeExact(quantile(75)),
      p90: encodeExact(quantile(90)),
    },
    outliers: farOut(inOrder).flatMap(outliersOf),
  };
}

/** Looks values up by their place, from 0, in the order of all deals. */
function ranks(inOrder: readonly WonValue[]) {
  const ends: number[] = [];
  let count = 0;
  for (const one of inOrder) ends.push((count += one.count));
  const at = (place: number) => inOrder[ends.findIndex((end) => end > place)]?.value ?? ZERO;
  const quantile = (percent: number) => at(Math.max(0, Math.ceil((percent * count) / 100) - 1));
  return { count, at, quantile };
}

/** Values more than three widths of the middle half outside it; of one value all that have it, whatever their currency was. */
export function farOut(inOrder: readonly WonValue[]): readonly (readonly WonValue[])[] {
  const { quantile } = ranks(inOrder);
  const [lower, upper] = [quantile(25), quantile(75)];
  const reach = multiply(FAR_OUT, subtract(upper, lower));
  const [least, most] = [subtract(lower, reach), add(upper, reach)];
  const alike: WonValue[][] = [];
  for (const one of inOrder) {
    if (compare(one.value, most) <= 0 && compare(one.value, least) >= 0) continue;
    const last = alike.at(-1);
    if (last?.[0] !== undefined && compare(last[0].value, one.value) === 0) last.push(one);
    else alike.push([one]);
  }
  return alike;
}

function outliersOf(alike: readonly WonValue[]): LearnedValue["outliers"] {
  const ids = alike.flatMap((one) => {
    if (one.ids.length === one.count) return one.ids;
    throw new RangeError(
      `learnCounts requires the id of each deal that stands far out; ${one.count - one.ids.length} of those worth ${encodeExact(one.value)} have none: make the counts with the same currency and exchange`,
    );
  });
  return [...ids]
    .sort(byText)
    .flatMap((id) => alike.slice(0, 1).map(({ value }) => ({ id, value: encodeExact(value) })));
}
