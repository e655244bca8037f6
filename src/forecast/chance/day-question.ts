import type { Day } from "../../calendar/day.js";
import { at } from "../../number/invariant.js";
import { nearestNumber } from "../../number/nearest-number.js";
import { equal, isPositive, multiply, ONE, type Ratio } from "../../number/ratio.js";
import { keptShare, unitsBy, wonBy, type Ahead, type WonAlready } from "./ahead.js";
import { amountAxis, cellsFor, cellsOfAll, sumsOfValues, type AmountAxis } from "./amount-axis.js";
import { lengthFor, stepsOf, type SumsQuestion } from "./sums.js";
import { expectedChances, momentsOf, type Moments, type UnitsAhead, type Worth } from "./units-ahead.js";
import type { LikelyValue } from "../../solve/chance/win-value.js";

/** What is asked about one day: how many wins are still to come by then. */
export interface DayQuestion {
  readonly wins: SumsQuestion;
  /** Whether each win brings the same and stays: what they bring then follows from how many they are. */
  readonly isPlain: boolean;
  /** What has been won already. */
  readonly won: WonAlready;
}

/** What is asked about what the wins of a day bring. */
interface AmountQuestion {
  readonly amounts: SumsQuestion;
  readonly axis: AmountAxis;
}

/** What limits a question. */
export interface QuestionLimits {
  /** What must still come, in the metric's unit. */
  readonly need: Ratio;
  /** No more steps of arithmetic than about these. */
  readonly most: number;
  /** Amounts are counted in coarser cells where it would take more steps than these. */
  readonly soft: number;
}

/** In how many cells amounts are counted: the first of these that is quick. */
const CELLS = [2000, 800, 400, 300];

/** More entries of all lists together would fill the memory. */
const MOST_ENTRIES = 4_000_000;

const ONE_EACH: Worth = { mean: 1, square: 1, most: 1 };

/** Asks about a day. */
export function questionOn(ahead: Ahead, day: Day, { need, most }: QuestionLimits): DayQuestion {
  const { units, odds } = unitsBy(ahead, day);
  const isPlain = isAlike(ahead, units);
  const moments = momentsOf(odds, units, () => ONE_EACH);
  const length = lengthFor(moments, isPlain ? cellsFor(need, ahead.amount.worth) : 0, 1);
  const counting = { cells: undefined, newSums: undefined, length };
  return { wins: { odds, units, counting, most }, isPlain, won: wonBy(ahead, day) };
}

/** Does every win bring the same, for sure, and stay? */
function isAlike({ amount, usual, outlook }: Ahead, units: readonly UnitsAhead[]): boolean {
  const { keep } = outlook.compiled.bridge;
  return (
    usual.length === 1 &&
    isPositive(amount.worth) &&
    equal(keep, ONE) &&
    units.every(({ worth }) => equal(worth, ONE))
  );
}

/**
 * Asks what the wins of a day bring.
 *
 * @returns undefined where there are too many wins, or values, to be counted in cells
 */
export function amountsOn(
  ahead: Ahead,
  { wins, won: { mayLeave } }: DayQuestion,
  { need, soft }: QuestionLimits,
): AmountQuestion | undefined {
  const kept = keptShare(ahead);
  const units = wins.units.map((each) => ({ ...each, landing: each.landing * kept }));
  const valuesOf = ({ worth }: Pick<UnitsAhead, "worth">): readonly LikelyValue[] =>
    equal(worth, ONE) ? ahead.usual : [{ value: multiply(worth, ahead.amount.worth), chance: 1 }];
  const staying = mayLeave.count * nearestNumber(multiply(mayLeave.worth, ahead.amount.worth));
  const coming = momentsOf(wins.odds, units, (each) => worthOf(valuesOf(each)));
  const moments: Moments = { mean: coming.mean + staying, sd: coming.sd, most: coming.most + staying };
  const values = [...units, ...(mayLeave.count > 0 ? [mayLeave] : [])].flatMap((each) => valuesOf(each));
  const chances = expectedChances(wins.odds, units);
  const weights = units.map(({ count }, index) => count * at(chances, index));
  const asked = nearestNumber(need);
  const seen = { top: lengthFor(moments, asked, 1), asked: need };
  const worths = [...ahead.usual, ...values].map(({ value }) => value);
  const countedIn = (finest: number): AmountQuestion | undefined => {
    const axis = amountAxis(worths, seen, finest);
    const length = lengthFor(moments, asked, nearestNumber(axis.step));
    const newWins = wins.counting.length;
    if (newWins * length > MOST_ENTRIES) return undefined;
    const newSums = sumsOfValues(ahead.usual, axis.step, { wins: newWins, length });
    const cells = cellsOfAll(
      units.map((each, index) => ({ values: valuesOf(each), weight: at(weights, index) })),
      axis.step,
    );
    return { axis, amounts: { ...wins, units, counting: { cells, newSums, length } } };
  };
  let found: AmountQuestion | undefined;
  for (const cells of CELLS) {
    found = countedIn(cells);
    if (found !== undefined && stepsOf(found.amounts, 1) <= soft) break;
  }
  return found;
}

function worthOf(values: readonly LikelyValue[]): Worth {
  let [mean, square, most] = [0, 0, 0];
  for (const { value, chance } of values) {
    const size = nearestNumber(value);
    mean += chance * size;
    square += chance * size * size;
    most = Math.max(most, size);
  }
  return { mean, square, most };
}
