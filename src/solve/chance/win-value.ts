import type { WinValue } from "../../chance/amount-short.js";
import { compress } from "../../chance/compress.js";
import type { WeightedValue } from "../../chance/lattice.js";
import { nearestNumber } from "../../number/nearest-number.js";
import { multiply, type Ratio } from "../../number/ratio.js";
import type { AmountInputs, Extra } from "./amount-inputs.js";

/** An open unit that brings a value of its own when it is won, and how often that is expected among all wins. */
export interface OwnValue {
  /** In wins of the average worth. */
  readonly worth: Ratio;
  /** The wins expected of such units. */
  readonly weight: number;
}

/** Mean and variance of an amount. */
interface Moments {
  readonly mean: number;
  readonly variance: number;
}

/** More than this many things sold on top are taken by their mean and variance alone. */
const MOST_EXTRAS = 6;

/**
 * What may a win bring? A new one the deal's value and what is sold on top; an open one with a value of its own that.
 *
 * Values that were seen are taken as they are. Where only a mean and a standard deviation are given, what is sold on top and
 * the values of open units go into one mean and one deviation.
 *
 * @param others the wins expected of all but open units with a value of their own
 * @returns null where all bring the same
 */
export function winValue(amount: AmountInputs, own: readonly OwnValue[], others: number): WinValue | null {
  const { worth, differs, extras } = amount;
  const differ = own.filter(({ weight }) => weight > 0);
  if (differs === null && extras.length === 0 && differ.length === 0) return null;
  const weight = Math.max(others, 1e-9);
  const open = differ.map((one) => ({
    value: nearestNumber(multiply(one.worth, worth)),
    weight: one.weight,
  }));
  if (extras.length > MOST_EXTRAS || (differs !== null && "sd" in differs)) {
    const { mean, variance } = mixed({ ...usualMoments(amount), weight }, open);
    return { mean, sd: Math.sqrt(Math.max(0, variance)) };
  }
  const usual = withExtras(usualValues(amount), extras);
  return [...usual.map((one) => ({ value: one.value, weight: one.weight * weight })), ...open];
}

/** Mean and variance of what one win brings. */
export function valueMoments(amount: AmountInputs, own: readonly OwnValue[], others: number): Moments {
  const value = winValue(amount, own, others);
  if (value === null) return { mean: nearestNumber(amount.worth), variance: 0 };
  if ("mean" in value) return { mean: value.mean, variance: value.sd * value.sd };
  return momentsOf(value);
}

/** So few values stand for many without a difference that shows. */
const FEW = 24;
/** Sums of so few wins follow each single value. */
const FEW_WINS = 8;

/**
 * The same values, or the fewer ones that stand for them in sums of many: a Gauss rule, whose sums have the same first 47
 * moments.
 */
export function fewerValues(values: readonly WeightedValue[], wins: number): readonly WeightedValue[] {
  const different = new Map<number, number>();
  let [all, most] = [0, 0];
  for (const { value, weight } of values) {
    different.set(value, (different.get(value) ?? 0) + weight);
    all += weight;
    most = Math.max(most, value);
  }
  if (different.size <= FEW || wins <= FEW_WINS || most === 0) return values;
  const rule = compress(
    {
      // Between 0 and 1 no polynomial outgrows the others.
      places: Float64Array.from(different.keys(), (value) => value / most),
      weights: Float64Array.from(different.values(), (weight) => weight / all),
      wins: undefined,
    },
    FEW,
  );
  return Array.from(rule.places, (place, at) => ({
    value: Math.max(0, place * most),
    weight: rule.weights[at] ?? 0,
  }));
}

/** The values of a new win without anything on top. */
function usualValues({ worth, differs, extras }: AmountInputs): readonly WeightedValue[] {
  if (differs !== null && "values" in differs)
    return differs.values.map((value) => ({
      value: nearestNumber(value),
      weight: 1 / differs.values.length,
    }));
  const bare = extras.reduce(
    (rest, { rate, worth: more }) => rest - nearestNumber(rate) * nearestNumber(more),
    nearestNumber(worth),
  );
  return [{ value: Math.max(0, rounded(bare)), weight: 1 }];
}

/** Each value without anything on top, and with each combination of what is. */
function withExtras(values: readonly WeightedValue[], extras: readonly Extra[]): readonly WeightedValue[] {
  return extras
    .reduce((all, extra) => {
      const [rate, worth] = [nearestNumber(extra.rate), nearestNumber(extra.worth)];
      return all.flatMap(({ value, weight }) => [
        { value, weight: weight * (1 - rate) },
        { value: rounded(value + worth), weight: weight * rate },
      ]);
    }, values)
    .filter(({ weight }) => weight > 0);
}

/** Sums of doubles that stand for cents leave dust that would hide that they are whole. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** Of a new win, with what is sold on top. */
function usualMoments(amount: AmountInputs): Moments {
  let { variance } = bareMoments(amount);
  for (const extra of amount.extras) {
    const [rate, more] = [nearestNumber(extra.rate), nearestNumber(extra.worth)];
    variance += rate * (1 - rate) * more * more;
  }
  return { mean: nearestNumber(amount.worth), variance };
}

/** Of a new win without anything on top. */
function bareMoments(amount: AmountInputs): Moments {
  const { differs } = amount;
  const seen = momentsOf(usualValues(amount));
  if (differs === null || !("sd" in differs)) return seen;
  const sd = nearestNumber(differs.sd);
  return { mean: seen.mean, variance: sd * sd };
}

function momentsOf(values: readonly WeightedValue[]): Moments {
  let [weights, sum, squares] = [0, 0, 0];
  for (const { value, weight } of values) {
    weights += weight;
    sum += weight * value;
    squares += weight * value * value;
  }
  const mean = sum / weights;
  return { mean, variance: Math.max(0, squares / weights - mean * mean) };
}

/** Of wins of which some bring a value of their own. */
function mixed(usual: Moments & { readonly weight: number }, open: readonly WeightedValue[]): Moments {
  let weights = usual.weight;
  let sum = usual.weight * usual.mean;
  let squares = usual.weight * (usual.variance + usual.mean * usual.mean);
  for (const { value, weight } of open) {
    weights += weight;
    sum += weight * value;
    squares += weight * value * value;
  }
  const mean = sum / weights;
  return { mean, variance: squares / weights - mean * mean };
}
