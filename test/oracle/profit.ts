import { fixedCosts, levelCost } from "./costs.js";
import type { PlainPlan } from "./plain-plan.js";
import { Rational, whole, ZERO } from "./rational.js";

/** The line of costs where a profit is just reached: so much for each win, and so much beside. */
export interface CostLine {
  readonly perWin: Rational;
  readonly given: Rational;
  /** Whether no number of wins is enough. */
  readonly isNever: boolean;
}

/** So little of a win that costs do not bend within it. */
const LITTLE = new Rational(1n, 10n ** 15n);

/**
 * The costs where level profit reaches the goal: from 0 wins on, the line of the costs at hand is followed to where it would
 * be enough, and looked at anew there.
 *
 * @param gain the margin of a win
 * @param amount the goal, what the base does to it, and the fixed costs
 */
export function costLine(plan: PlainPlan, gain: Rational, amount: Rational): CostLine {
  let [wins, perWin] = [ZERO, slope(plan, ZERO)];
  let from = ZERO;
  for (;;) {
    const short = amount.plus(levelCost(plan, wins)).minus(gain.times(wins));
    const isFirst = wins.isZero();
    if (short.compare(ZERO) <= 0)
      return {
        perWin,
        given: levelCost(plan, from).minus(perWin.times(from)),
        isNever: false,
      };
    if (!isFirst) perWin = slope(plan, wins);
    const worth = gain.minus(perWin);
    if (worth.compare(ZERO) <= 0) return { perWin, given: levelCost(plan, ZERO), isNever: true };
    from = wins;
    wins = wins.plus(short.over(worth));
  }
}

function slope(plan: PlainPlan, wins: Rational): Rational {
  return levelCost(plan, wins.plus(LITTLE)).minus(levelCost(plan, wins)).over(LITTLE);
}

/** What stands beside the wins of a profit. */
export function costsBeside(
  plan: PlainPlan,
  { given }: CostLine,
): readonly (readonly [item: string, amount: Rational])[] {
  return [
    ["fixed costs", fixedCosts(plan)],
    ["given work", given],
  ];
}

/**
 * The least number of wins from `least` on whose profit reaches the goal, all units rounded up; after a thousand of them in
 * strides that double, and none where that leads nowhere.
 */
export function winsThatPay(least: bigint, reaches: (wins: bigint) => boolean): bigint | undefined {
  let [wins, stride] = [least, 1n];
  while (!reaches(wins)) {
    wins += stride;
    if (wins - least >= 1000n) stride *= 2n;
    if (whole(wins).compare(whole(Number.MAX_SAFE_INTEGER)) > 0) return undefined;
  }
  return wins;
}
