import { nearestNumber } from "../../number/nearest-number.js";
import { equal, isPositive, multiply, ONE, type Ratio } from "../../number/ratio.js";
import { keptShare, unitsBy, wonBy, type Ahead, type WonAlready } from "./ahead.js";
import { amountAxis, cellsFor, inCells, type AmountAxis, type LikelyValue } from "./amount-axis.js";
import { lengthFor, type SumsQuestion } from "./sums.js";
import { momentsOf, type Moments, type UnitsAhead, type Worth } from "./units-ahead.js";

/** What is asked about one day: how many wins are still to come by then, and what they bring. */
export interface DayQuestion {
  readonly wins: SumsQuestion;
  /** The same as `wins` where each win brings the same and stays. */
  readonly amounts: SumsQuestion;
  readonly axis: AmountAxis;
  /** What has been won already. */
  readonly won: WonAlready;
}

/** What limits a question. */
export interface QuestionLimits {
  /** What must still come, in the metric's unit. */
  readonly need: Ratio;
  /** No more steps of arithmetic than about these. */
  readonly most: number;
}

const ONE_EACH: Worth = { mean: 1, square: 1, most: 1 };

/** Asks about a day. */
export function questionOn(ahead: Ahead, day: number, { need, most }: QuestionLimits): DayQuestion {
  const { units, odds } = unitsBy(ahead, day);
  const won = wonBy(ahead, day);
  const { worth } = ahead.amount;
  const isPlain = isAlike(ahead, units);
  const asked = isPlain ? cellsFor(need, worth) : 0;
  const length = lengthFor(
    momentsOf(odds, units, () => ONE_EACH),
    asked,
    1,
  );
  const wins: SumsQuestion = { odds, units, cellsOf: () => undefined, length, most };
  if (isPlain) return { wins, amounts: wins, axis: { step: worth, isExact: true }, won };
  return { wins, won, ...valued(ahead, wins, won, need) };
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

function valued(
  ahead: Ahead,
  wins: SumsQuestion,
  { mayLeave }: WonAlready,
  need: Ratio,
): Pick<DayQuestion, "amounts" | "axis"> {
  const kept = keptShare(ahead);
  const units = wins.units.map((each) => ({ ...each, landing: each.landing * kept }));
  const valuesOf = ({ worth }: Pick<UnitsAhead, "worth">): readonly LikelyValue[] =>
    equal(worth, ONE) ? ahead.usual : [{ value: multiply(worth, ahead.amount.worth), chance: 1 }];
  const staying = mayLeave.count * nearestNumber(multiply(mayLeave.worth, ahead.amount.worth));
  const coming = momentsOf(wins.odds, units, (each) => worthOf(valuesOf(each)));
  const moments: Moments = { mean: coming.mean + staying, sd: coming.sd, most: coming.most + staying };
  const values = [...units, ...(mayLeave.count > 0 ? [mayLeave] : [])].flatMap((each) => valuesOf(each));
  const asked = nearestNumber(need);
  const axis = amountAxis(
    values.map(({ value }) => value),
    lengthFor(moments, asked, 1),
    need,
  );
  return {
    axis,
    amounts: {
      ...wins,
      units,
      cellsOf: (each) => inCells(valuesOf(each), axis.step),
      length: lengthFor(moments, asked, nearestNumber(axis.step)),
    },
  };
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

/** What wins that may be lost again count for, in cells. */
export function cellsOfWon({ mayLeave }: WonAlready, worth: Ratio, { step }: AmountAxis) {
  return inCells([{ value: multiply(mayLeave.worth, worth), chance: 1 }], step);
}
