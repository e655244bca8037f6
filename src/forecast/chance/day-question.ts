import type { Lattice } from "../../chance/lattice.js";
import { must } from "../../number/invariant.js";
import { nearestNumber } from "../../number/nearest-number.js";
import { equal, isPositive, multiply, ONE, type Ratio } from "../../number/ratio.js";
import { keptShare, unitsBy, wonBy, type Ahead, type WonAlready } from "./ahead.js";
import { amountAxis, cellsFor, exactAxis, inCells, sumsOfValues, type AmountAxis } from "./amount-axis.js";
import { lengthFor, stepsOf, type SumsQuestion } from "./sums.js";
import type { LikelyValue } from "../../solve/chance/win-value.js";
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
interface QuestionLimits {
  /** What must still come, in the metric's unit. */
  readonly need: Ratio;
  /** No more steps of arithmetic than about these. */
  readonly most: number;
  /** Amounts are counted in coarser cells where it would take more steps than these. */
  readonly soft: number;
}

/** In how many cells amounts are counted: the first of these that is quick. */
const CELLS = [4000, 1200, 400, 150];

const ONE_EACH: Worth = { mean: 1, square: 1, most: 1 };

/** Asks about a day. */
export function questionOn(ahead: Ahead, day: number, { need, most, soft }: QuestionLimits): DayQuestion {
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
  const counting = { cellsOf: () => undefined, newSums: undefined, length };
  const wins: SumsQuestion = { odds, units, counting, most };
  if (isPlain) return { wins, amounts: wins, axis: exactAxis(worth), won };
  return { wins, won, ...valued(ahead, wins, won, { need, soft }) };
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
  { need, soft }: Pick<QuestionLimits, "need" | "soft">,
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
  const seen = { top: lengthFor(moments, asked, 1), asked: need };
  const inCellsOf = (cells: number): Pick<DayQuestion, "amounts" | "axis"> => {
    const axis = amountAxis(
      values.map(({ value }) => value),
      seen,
      cells,
    );
    const length = lengthFor(moments, asked, nearestNumber(axis.step));
    const newSums = sumsOfValues(ahead.usual, axis.step, { wins: wins.counting.length, length });
    const known = new Map<string, Lattice>();
    const cellsOf = (each: UnitsAhead): Lattice => {
      const key = `${String(each.worth.num)}/${String(each.worth.den)}`;
      const cells = known.get(key) ?? inCells(valuesOf(each), axis.step);
      known.set(key, cells);
      return cells;
    };
    return { axis, amounts: { ...wins, units, counting: { cellsOf, newSums, length } } };
  };
  const [finest, ...coarser] = CELLS.map((cells) => () => inCellsOf(cells));
  return coarser.reduce(
    (found, next) => (stepsOf(found.amounts, 1) <= soft ? found : next()),
    must(finest, "a number of cells")(),
  );
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
