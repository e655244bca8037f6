import type { Series } from "../lag/series.js";
import { at } from "../number/invariant.js";
import {
  divide,
  isZero,
  multiply,
  ONE,
  ratio,
  smaller,
  subtract,
  sum,
  ZERO,
  type Ratio,
  type Whole,
} from "../number/ratio.js";
import { leastCommonMultiple, plus, times } from "../number/whole.js";
import { valueOn, type DayAxis } from "./mover.js";
import { cumulative, dayWeights, shareOn, wholeReach, type StageWindow } from "./windows.js";

/** When entries land that work of several months brings: in the whole period, and by its end. */
interface WholeLanding {
  readonly axis: DayAxis;
  readonly landing: Series;
  readonly byEnd: Series;
}

/**
 * One window of the windows of several months, each with its share of what is needed: a day's weight is the level work of all
 * months on it.
 */
export function joinedWindow(
  windows: readonly StageWindow[],
  shares: readonly Ratio[],
  { axis, landing, byEnd }: WholeLanding,
  today: number | undefined,
): StageWindow {
  // As much as a month's need ÷ the share that lands: all of it where nothing does, as for a month alone.
  const efforts = windows.map((window, month) =>
    isZero(window.landing) ? at(shares, month) : divide(at(shares, month), window.landing),
  );
  const weights = joinedWeights(windows, efforts);
  const days = [...weights.keys()].sort((one, other) => one - other);
  const reach = cumulative(days.map((day) => weights.get(day) ?? 0));
  const values = days.map((day) => valueOn(landing, axis, day));
  const useful = windows.flatMap(({ lastUseful }) => lastUseful ?? []);
  return {
    days,
    reach,
    chances: values.every((value) => value === landing.scale) ? null : { values, scale: landing.scale },
    chanceSum: leastDays(windows, shares),
    landing: divide(ONE, sum(efforts)),
    late: days.length === 0 ? ZERO : subtract(ONE, shareOn(byEnd, axis, days, reach)),
    lastUseful: useful.length === 0 ? undefined : Math.max(...useful),
    today: today === undefined ? ZERO : ratio(valueOn(landing, axis, today), landing.scale),
    due: [],
    // No metric that is earned over time goes with a goal for each month.
    earned: null,
    months: windows,
  };
}

/** The level work of all months on each day, as whole numbers. */
function joinedWeights(windows: readonly StageWindow[], efforts: readonly Ratio[]): Map<number, Whole> {
  const each = windows.map((window, month) => {
    const whole = wholeReach(window);
    return whole === 0 ? ZERO : divide(at(efforts, month), ratio(whole));
  });
  const scale = ratio(each.reduce<Whole>((common, { den }) => leastCommonMultiple(common, den), 1));
  const weights = new Map<number, Whole>();
  windows.forEach((window, month) => {
    const factor = multiply(at(each, month), scale).num;
    const own = dayWeights(window);
    window.days.forEach((day, index) => {
      weights.set(day, plus(weights.get(day) ?? 0, times(at<Whole>(own, index), factor)));
    });
  });
  return weights;
}

/** How many full days it all is worth, done every day alike: as few as the month that asks for most has for its share. */
function leastDays(windows: readonly StageWindow[], shares: readonly Ratio[]): Ratio {
  return windows
    .flatMap(({ chanceSum }, month) => {
      const share = at(shares, month);
      return isZero(share) ? [] : [divide(chanceSum, share)];
    })
    .reduce(smaller);
}
