import type { Day } from "../../calendar/day.js";
import type { Chance } from "../../chance/chance.js";
import { chanceOfEveryMonth } from "../../chance/every-month.js";
import { binomialChances } from "../../chance/wins.js";
import { amountToWin } from "../../model/bridge.js";
import { monthView } from "../../model/month-view.js";
import { at } from "../../number/invariant.js";
import { nearestNumber } from "../../number/nearest-number.js";
import {
  add,
  compare,
  equal,
  isPositive,
  multiply,
  ONE,
  ratio,
  subtract,
  ZERO,
  type Ratio,
} from "../../number/ratio.js";
import { parseSpread } from "../../plan/spread.js";
import { readAmountInputs, type AmountInputs } from "../../solve/chance/amount-inputs.js";
import { MOST_UNASKED } from "../../solve/chance/goal-chance.js";
import { neededWins, type NeededWins } from "../../solve/chance/needed-wins.js";
import type { OwnValue } from "../../solve/chance/win-value.js";
import type { NoChanceData } from "../../words/no-chance.js";
import { areWinsKnown, broughtIn } from "../months-ahead.js";
import { landingBy, wonBy, type Ahead, type WonAlready } from "./ahead.js";
import type { MayWin } from "./may-win.js";
import { undecidedShare } from "../../chance/undecided.js";

/** A month that is not over: what it still takes, and what has been won in it. */
interface MonthLeft {
  readonly first: Day;
  readonly last: Day;
  /** The share of its wins that is not lost again. */
  readonly keep: Ratio;
  readonly amount: AmountInputs;
  readonly won: WonAlready;
}

/** Units that may be won in any of the months that are not over. */
interface UnitsLeft extends Pick<MayWin, "stage" | "count" | "worth" | "converted" | "lost"> {
  /** For each month, of those that go on: the share that still does and is won in it if it passes all later stages. */
  readonly landing: readonly number[];
}

/**
 * How sure is it that every month of a goal that holds for each of them reaches its own by the end of a day, if work goes on as
 * in the outlook?
 *
 * A month that is over has reached its goal or it has not: then no other makes up for it. What was won so far in the month under
 * way counts in it alone; the churn of each month counts as the plan expects it.
 *
 * @returns why it is not told where that is so
 */
export function chanceOfMonthsBy(ahead: Ahead, by: Day): Chance | NoChanceData {
  const { compiled, snapshot } = ahead.outlook;
  const begun = compiled.months.filter(({ first }) => first <= snapshot.asOf);
  if (!begun.every((month, index) => areWinsKnown(snapshot, month, index))) return { code: "months-undated" };
  const isMissed = begun.some(
    ({ last, bridge }, index) =>
      last <= snapshot.asOf && compare(broughtIn(compiled, snapshot, index), amountToWin(bridge)) < 0,
  );
  if (isMissed) return { chance: 0, error: 0 };
  const left = monthsLeft(ahead);
  const isLate = left.some(({ first, amount }) => first > by && isPositive(amount.amount));
  if (isLate) return { chance: 0, error: 0 };
  const units = unitsOf(ahead, left, by);
  const needed = left.map((month, place) => neededIn(ahead, month, units, place));
  const each = needed.filter((month) => month !== undefined);
  const { size, monthly } = parseSpread(compiled.plan.spread ?? 0);
  const found =
    each.length < needed.length
      ? undefined
      : chanceOfEveryMonth({
          ...ahead.odds,
          spread: nearestNumber(size),
          isMonthly: monthly,
          units,
          notEnough: each.map(({ notEnough }) => notEnough),
        });
  if (found === undefined) return { code: "months-share-units" };
  const rounded = units.reduce((all, { count }) => all + (count * left.length) / PARTS, 0);
  return {
    chance: found.chance,
    error: Math.min(
      1,
      each.reduce((all, { error }) => all + error, found.error + rounded),
    ),
  };
}

const NOTHING_WON: WonAlready = { count: ZERO, sure: ZERO, mayLeave: { count: 0, worth: ZERO } };

function monthsLeft(ahead: Ahead): readonly MonthLeft[] {
  const { outlook } = ahead;
  return outlook.compiled.months.flatMap(({ first, last, bridge: { keep } }, month): MonthLeft[] => {
    if (last <= outlook.snapshot.asOf) return [];
    const view = monthView(outlook.compiled, month);
    // A number without days is of the month under way alone.
    const won =
      first > outlook.snapshot.asOf
        ? NOTHING_WON
        : wonBy({ outlook: { compiled: view, snapshot: outlook.snapshot } }, last);
    return [{ first, last, keep, amount: readAmountInputs(view), won }];
  });
}

/** Shares are told apart in so many parts of 1, so that days that differ by rounding only are one group. */
const PARTS = 1e12;

/** All units that may be won by the day, those alike counted together. */
function unitsOf(ahead: Ahead, months: readonly MonthLeft[], by: Day): readonly UnitsLeft[] {
  const landings = months.map(({ first, last, keep }) => ({
    keep: nearestNumber(keep),
    before: { day: first - 1, landings: ahead.landingsBy(first - 1) },
    through: { day: Math.min(last, by), landings: ahead.landingsBy(Math.min(last, by)) },
  }));
  const alike = new Map<string, UnitsLeft>();
  for (const each of ahead.units) {
    const { stage, count, worth, converted, lost } = each;
    const landing = landings.map(({ keep, before, through }) => {
      const share =
        landingBy(each, through.landings, through.day) - landingBy(each, before.landings, before.day);
      return Math.round(keep * Math.max(0, share) * PARTS) / PARTS;
    });
    const key = [stage, worth.num, worth.den, converted, lost, ...landing].join(" ");
    const known = alike.get(key)?.count ?? 0;
    alike.set(key, { ...{ stage, worth, converted, lost, landing }, count: known + count });
  }
  return [...alike.values()].filter(({ landing }) => landing.some((share) => share > 0));
}

/** How many wins from now on are enough in a month, and how surely; undefined where that is too much to count. */
function neededIn(
  ahead: Ahead,
  month: MonthLeft,
  units: readonly UnitsLeft[],
  place: number,
): NeededWins | undefined {
  const { amount, won, keep } = month;
  const own: OwnValue[] = [];
  let others = 0;
  for (const { landing, ...each } of units) {
    const weight = each.count * chanceOf(ahead, each, at(landing, place));
    if (equal(each.worth, ONE)) others += weight;
    else own.push({ worth: each.worth, weight });
  }
  const most = isOnlyLuck(ahead, month, own) ? MOST_UNASKED.byLuck : MOST_UNASKED.uncertain;
  const after = (staying: number): NeededWins | undefined => {
    const brought = multiply(amount.worth, add(won.sure, multiply(won.mayLeave.worth, ratio(staying))));
    return neededWins({ amount: { ...amount, amount: subtract(amount.amount, brought) }, own, others, most });
  };
  const { count } = won.mayLeave;
  if (count === 0) return after(0);
  const cases = Array.from(binomialChances(count, nearestNumber(keep), count + 1), (chance, staying) => ({
    chance,
    needed: after(staying),
  }));
  return mixed(cases);
}

/** The mean over what may stay of what has been won. */
function mixed(
  cases: readonly { readonly chance: number; readonly needed: NeededWins | undefined }[],
): NeededWins | undefined {
  const notEnough: number[] = [];
  let error = 1e-12;
  for (const { chance, needed } of cases) {
    if (needed === undefined) return undefined;
    needed.notEnough.forEach((short, wins) => {
      notEnough[wins] = (notEnough[wins] ?? 0) + chance * short;
    });
    error = Math.max(error, needed.error);
  }
  return { notEnough, certain: null, error };
}

/** The chance that a unit is won, by the rates of the plan, of those of which so many land. */
function chanceOf(
  { outlook }: Ahead,
  { stage, ...soFar }: Omit<UnitsLeft, "landing">,
  landing: number,
): number {
  const { rate, winsPerUnit } = at(outlook.compiled.flow, stage);
  const left = undecidedShare(nearestNumber(rate), soFar);
  return left > 0 ? (landing * nearestNumber(winsPerUnit)) / left : 0;
}

function isOnlyLuck(
  { odds, outlook, usual }: Ahead,
  { amount }: MonthLeft,
  own: readonly OwnValue[],
): boolean {
  const areKnown =
    odds.stages.every(({ rate }) => "known" in rate) && outlook.compiled.plan.spread === undefined;
  return areKnown && own.length === 0 && usual.length === 1 && amount.losses === null;
}
