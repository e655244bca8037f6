import type { WinValue } from "../../chance/amount-short.js";
import { compress } from "../../chance/compress.js";
import type { WeightedValue } from "../../chance/lattice.js";
import { spreadRule } from "../../chance/spread-rule.js";
import { at } from "../../number/invariant.js";
import { nearestNumber } from "../../number/nearest-number.js";
import {
  add,
  divide,
  isPositive,
  isZero,
  larger,
  multiply,
  ratio,
  subtract,
  sum,
  ZERO,
  type Ratio,
} from "../../number/ratio.js";
import type { AmountInputs } from "./amount-inputs.js";

/** An open unit that brings a value of its own when it is won, and how often that is expected among all wins. */
export interface OwnValue {
  /** In wins of the average worth. */
  readonly worth: Ratio;
  /** The wins expected of such units. */
  readonly weight: number;
}

/** A value that a win may have, in the metric's unit, and how often it has it. */
export interface LikelyValue {
  readonly value: Ratio;
  readonly chance: number;
}

/** More than this many things sold on top are taken at their mean. */
const MOST_EXTRAS = 6;
/** So few values stand for many, in sums of more than so few wins, without a difference that shows. */
const FEW = 24;
const FEW_WINS = 8;

/** What a win without a value of its own brings: with each combination of what is sold on top, of which `chance`s add up to 1. */
export function usualValues(amount: AmountInputs): readonly LikelyValue[] {
  const { worth, extras } = amount;
  const onTop = extras.length > MOST_EXTRAS ? [] : extras;
  const bare = larger(ZERO, subtract(worth, sum(onTop.map((extra) => multiply(extra.rate, extra.worth)))));
  return onTop
    .reduce(
      (values, extra) => {
        const rate = nearestNumber(extra.rate);
        return values.flatMap(({ value, chance }) => [
          { value, chance: chance * (1 - rate) },
          { value: add(value, extra.worth), chance: chance * rate },
        ]);
      },
      bareValues(amount, bare),
    )
    .filter(({ chance }) => chance > 0);
}

/** Without what is sold on top: the mean alone, the values that were seen, or a few that stand for a Gamma distribution. */
function bareValues({ differs }: AmountInputs, mean: Ratio): readonly LikelyValue[] {
  if (differs === null || !isPositive(mean)) return [{ value: mean, chance: 1 }];
  if ("values" in differs) {
    const chance = 1 / differs.values.length;
    return together(differs.values.map((value) => ({ value, chance })));
  }
  const { places, weights } = spreadRule(nearestNumber(divide(differs.sd, mean)), FEW);
  return Array.from(places, (place, index) => ({
    value: multiply(mean, inMillionths(place)),
    chance: at([...weights], index),
  }));
}

/** Equal values are one that comes more often. */
function together(values: readonly LikelyValue[]): readonly LikelyValue[] {
  const found = new Map<string, LikelyValue>();
  for (const { value, chance } of values) {
    const key = `${String(value.num)}/${String(value.den)}`;
    found.set(key, { value, chance: chance + (found.get(key)?.chance ?? 0) });
  }
  return [...found.values()];
}

function inMillionths(value: number): Ratio {
  return ratio(BigInt(Math.round(value * 1e6)), 1_000_000);
}

/**
 * The same values, or the fewer ones that stand for them in sums of many: a Gauss rule, whose sums have the same first 47
 * moments.
 *
 * @param wins how many are added up, about
 */
export function fewerValues(values: readonly LikelyValue[], wins: number): readonly LikelyValue[] {
  if (values.length <= FEW || wins <= FEW_WINS) return values;
  const most = values.reduce((all, { value }) => larger(all, value), ZERO);
  if (isZero(most)) return values;
  const rule = compress(
    {
      // Between 0 and 1 no polynomial outgrows the others.
      places: Float64Array.from(values, ({ value }) => nearestNumber(divide(value, most))),
      weights: Float64Array.from(values, ({ chance }) => chance),
      wins: undefined,
    },
    FEW,
  );
  const chances = [...rule.weights];
  return Array.from(rule.places, (place, index) => ({
    value: multiply(most, inMillionths(Math.max(0, place))),
    chance: at(chances, index),
  }));
}

/**
 * What may a win bring? A new one what is usual, an open one with a value of its own that.
 *
 * @param others the wins expected of all but open units with a value of their own
 * @param wins how many are added up, about
 * @returns null where all bring the same
 */
export function winValue(
  amount: AmountInputs,
  { own, others }: { readonly own: readonly OwnValue[]; readonly others: number },
  wins: number,
): { readonly value: WinValue; readonly isExact: boolean } | null {
  const { worth, differs, extras } = amount;
  const differ = own.filter(({ weight }) => weight > 0);
  if (differs === null && extras.length === 0 && differ.length === 0) return null;
  if (differs !== null && "sd" in differs && extras.length === 0 && differ.length === 0)
    return { value: { mean: nearestNumber(worth), sd: nearestNumber(differs.sd) }, isExact: true };
  const usual = usualValues(amount);
  const weight = Math.max(others, 1e-9);
  const all = weight + differ.reduce((total, one) => total + one.weight, 0);
  const values = [
    ...usual.map(({ value, chance }) => ({ value, chance: (chance * weight) / all })),
    ...differ.map((one) => ({ value: multiply(one.worth, worth), chance: one.weight / all })),
  ];
  const fewer = fewerValues(values, wins);
  const isExact = fewer === values && (differs === null || "values" in differs);
  return { value: fewer.map(weighted), isExact };
}

function weighted({ value, chance }: LikelyValue): WeightedValue {
  return { value: nearestNumber(value), weight: chance };
}

/** Mean and variance of what one win brings. */
export function valueMoments(
  amount: AmountInputs,
  own: readonly OwnValue[],
  others: number,
): { readonly mean: number; readonly variance: number } {
  const found = winValue(amount, { own, others }, 0);
  if (found === null) return { mean: nearestNumber(amount.worth), variance: 0 };
  if ("mean" in found.value) return { mean: found.value.mean, variance: found.value.sd * found.value.sd };
  let [mean, squares] = [0, 0];
  for (const { value, weight } of found.value) {
    mean += weight * value;
    squares += weight * value * value;
  }
  return { mean, variance: Math.max(0, squares - mean * mean) };
}
