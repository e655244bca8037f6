import { at } from "../number/invariant.js";
import { plus as plusWhole, type Whole } from "../number/whole.js";
import { convolveBig } from "./convolve-big.js";
import type { CalendarLag } from "./lag-table.js";

/**
 * One whole number a day over consecutive days, each standing for itself ÷ `scale`. Numbers while everything that a sum
 * over the days can reach fits 2^53 − 1, bigints beyond: both are exact.
 */
export type Series = NumberSeries | BigSeries;

interface NumberSeries {
  readonly kind: "number";
  readonly values: readonly number[];
  readonly scale: number;
}

interface BigSeries {
  readonly kind: "bigint";
  readonly values: readonly bigint[];
  readonly scale: bigint;
}

/** A series of small whole numbers. */
export function numberSeries(values: readonly number[], scale = 1): NumberSeries {
  return { kind: "number", values, scale };
}

/** A series of whole numbers of any size, from 0. */
export function wholeSeries(values: readonly Whole[]): Series {
  // While the sum is a safe integer, so is each of them.
  if (typeof values.reduce<Whole>(plusWhole, 0) === "number") return numberSeries(values.map(Number));
  return { kind: "bigint", values: values.map(BigInt), scale: 1n };
}

/** When units that enter by this series go on: each day's units spread over later days by the lag, within the series' days. */
export function delayed(series: Series, lag: CalendarLag): Series {
  return spreadBy(series, lag, false);
}

/**
 * What each day is worth when what it starts arrives later: the mean, over the lag, of what the days of arrival are worth.
 * Days beyond the series are worth 0.
 */
export function foreseen(series: Series, lag: CalendarLag): Series {
  return spreadBy(series, lag, true);
}

function spreadBy(series: Series, lag: CalendarLag, backward: boolean): Series {
  const [weight] = lag.weights;
  if (lag.weights.length === 1 && weight === lag.scale) return shifted(series, lag.first, backward);
  if (series.kind === "number" && isSmall(lag) && staysSmall(series, lag))
    return spreadNumbers(series, lag, backward);
  return spreadBig(toBig(series), lag, backward);
}

/** A lag whose weights, which add up to its scale, are numbers. */
interface SmallLag {
  readonly first: number;
  readonly weights: readonly number[];
  readonly scale: number;
}

function isSmall(lag: CalendarLag): lag is CalendarLag & SmallLag {
  return typeof lag.scale === "number";
}

/** The sum of the result's values is at most the sum of the series' values times the lag's scale. */
function staysSmall({ values, scale }: NumberSeries, lag: SmallLag): boolean {
  const sum = values.reduce((total, value) => total + value, 0);
  return Math.max(sum, scale) * lag.scale <= Number.MAX_SAFE_INTEGER;
}

function shifted(series: Series, by: number, backward: boolean): Series {
  const from = backward ? by : -by;
  const days = series.values.map((_: unknown, day: number) => day + from);
  return lookedUp(series, days);
}

function spreadNumbers(series: NumberSeries, lag: SmallLag, backward: boolean): NumberSeries {
  const { values } = series;
  const size = values.length;
  const result = new Array<number>(size).fill(0);
  for (let day = 0; day < size; day += 1) {
    const value = values[day] ?? 0;
    if (value === 0) continue;
    // Rows beyond the first or last day of the series are left out.
    const reach = (backward ? day + 1 : size - day) - lag.first;
    const rows = Math.min(lag.weights.length, reach);
    const step = backward ? -1 : 1;
    let target = day + step * lag.first;
    for (let row = 0; row < rows; row += 1, target += step)
      result[target] = (result[target] ?? 0) + (lag.weights[row] ?? 0) * value;
  }
  return { kind: "number", values: result, scale: series.scale * lag.scale };
}

function spreadBig(series: BigSeries, lag: CalendarLag, backward: boolean): BigSeries {
  const size = series.values.length;
  const weights = lag.weights.slice(0, Math.max(0, size - lag.first)).map(BigInt);
  const ordered = backward ? [...series.values].reverse() : series.values;
  const spread = convolveBig(ordered, weights, Math.max(0, size - lag.first));
  const moved = [...new Array<bigint>(Math.min(size, lag.first)).fill(0n), ...spread];
  return {
    kind: "bigint",
    values: backward ? moved.reverse() : moved,
    scale: series.scale * BigInt(lag.scale),
  };
}

/** Moves each day's units to the day that `target` names; those that it sends beyond the series are left out. */
export function moved(series: Series, target: readonly number[]): Series {
  return series.kind === "number"
    ? { ...series, values: addedUp(series.values, target, 0, (one, other) => one + other) }
    : { ...series, values: addedUp(series.values, target, 0n, (one, other) => one + other) };
}

/** Gives each day what the day that `target` names is worth; 0 where that lies beyond the series. */
export function lookedUp(series: Series, target: readonly number[]): Series {
  return series.kind === "number"
    ? { ...series, values: target.map((day) => series.values[day] ?? 0) }
    : { ...series, values: target.map((day) => series.values[day] ?? 0n) };
}

function addedUp<Value extends number | bigint>(
  values: readonly Value[],
  target: readonly number[],
  zero: Value,
  plus: (one: Value, other: Value) => Value,
): Value[] {
  const result = new Array<Value>(values.length).fill(zero);
  values.forEach((value, day) => {
    const to = at(target, day);
    const before = result[to];
    if (before !== undefined) result[to] = plus(before, value);
  });
  return result;
}

function toBig(series: Series): BigSeries {
  if (series.kind === "bigint") return series;
  return { kind: "bigint", values: series.values.map(BigInt), scale: BigInt(series.scale) };
}
