import { encodeExact, type ExactString } from "../number/exact-string.js";
import { compare, isNegative, isZero, sum } from "../number/ratio.js";
import type { GapLever, Part } from "./gap.js";

/** Why an outcome is not what was planned, in the five words of a manager; what no cause explains is one of its own. */
export type Cause = "work" | "conversion" | "timing" | "value" | "losses" | "not explained";

/** What one cause adds to the outcome, over all stages. */
export interface GapCause {
  /** The cause. */
  readonly cause: Cause;
  /** Its part in wins, below 0 where it costs some. */
  readonly wins: ExactString;
  /** Its part in the metric's unit. */
  readonly amount: ExactString;
  /** The stage at which it is greatest in its own direction; null where it belongs to none. */
  readonly stage: string | null;
}

const LEVERS: Readonly<Record<GapLever, Cause>> = {
  effort: "work",
  conversion: "conversion",
  arrival: "conversion",
  timing: "timing",
  value: "value",
  churn: "losses",
  "new customers": "losses",
  "not explained": "not explained",
};

const CAUSES: readonly Cause[] = ["work", "conversion", "timing", "value", "losses", "not explained"];

/** The parts of a gap by cause, in the order work, conversion, timing, value, losses; causes without a part are left out. */
export function gapCauses(parts: readonly Part[]): readonly GapCause[] {
  return CAUSES.flatMap((cause) => {
    const own = parts.filter(({ lever }) => LEVERS[lever] === cause);
    const [wins, amount] = [sum(own.map((part) => part.wins)), sum(own.map((part) => part.amount))];
    if (isZero(wins) && isZero(amount)) return [];
    const direction = isNegative(amount) ? -1 : 1;
    const [first] = [...own].sort((one, other) => direction * compare(other.amount, one.amount));
    return [{ cause, wins: encodeExact(wins), amount: encodeExact(amount), stage: first?.stage ?? null }];
  });
}
