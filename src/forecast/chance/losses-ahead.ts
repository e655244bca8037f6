import { lossChances } from "../../chance/losses.js";
import { nearestNumber } from "../../number/nearest-number.js";
import {
  divide,
  isPositive,
  larger,
  multiply,
  smaller,
  subtract,
  ZERO,
  type Ratio,
} from "../../number/ratio.js";
import type { AmountInputs } from "../../solve/chance/amount-inputs.js";

/** What the base loses by a day: a part that is fixed, and one by chance. */
export interface LossesAhead {
  /** What is taken as lost for sure, in the metric's unit. */
  readonly fixed: Ratio;
  /** The chances of 0, 1, 2, … customers lost on top. */
  readonly chances: readonly number[];
  /** What each of them takes away, in the metric's unit. */
  readonly each: Ratio;
}

/** What is known of losses by a day. */
interface LossesSoFar {
  /** What the plan expects to be lost in the period. */
  readonly planned: Ratio;
  /** The share of the period that has passed by the day. */
  readonly passed: Ratio;
  /** The share of the period that had passed with the snapshot. */
  readonly before: Ratio;
  /** What was lost with the snapshot; undefined where it does not say. */
  readonly lost: Ratio | undefined;
}

/**
 * What will have been lost by a day?
 *
 * On average what the forecast expects: the plan's losses evenly over the period, or what has been lost where that is more.
 * Where losses are chance, those after the snapshot are, and all of them where it does not say what was lost.
 */
export function lossesAhead(
  { losses }: AmountInputs,
  { planned, passed, before, lost: said }: LossesSoFar,
): LossesAhead {
  // Where the snapshot does not say what was lost, nothing is known for sure.
  const lost = said ?? ZERO;
  const since = said === undefined ? ZERO : before;
  const expected = larger(multiply(planned, passed), lost);
  if (losses === null || !isPositive(planned)) return { fixed: expected, chances: [1], each: ZERO };
  const ahead = smaller(subtract(expected, lost), multiply(planned, larger(ZERO, subtract(passed, since))));
  const share = nearestNumber(divide(ahead, planned));
  const chances =
    "expected" in losses
      ? lossChances({ expected: nearestNumber(losses.expected) * share })
      : lossChances({ of: losses.of, rate: nearestNumber(losses.rate) * share });
  return { fixed: subtract(expected, ahead), chances, each: losses.each };
}
