import { floor } from "../number/ceiling.js";
import { encodeExact } from "../number/exact-string.js";
import { must } from "../number/invariant.js";
import { divide, equal, multiply, ONE, ratio, type Ratio } from "../number/ratio.js";
import { amountWritten, withGoal } from "../model/with-goal.js";
import { stepsPerUnit } from "../diagnose/nearest-goal.js";
import { canBeReached } from "../diagnose/reasons.js";
import { greatestStep } from "../diagnose/step-search.js";
import { planWork } from "../solve/chance/goal-chance.js";
import { chanceReasons } from "../solve/chance/ways-out.js";
import type { CommonScale } from "./answer.js";
import { fitTogether, type Allocation } from "./allocation.js";
import { listAsks, type Member } from "./member.js";

/** Goals shrink in steps of a tenth of a percent. */
const STEPS = 1000;

/** The greatest share of all goals that fits, each goal floored to its smallest unit; null where not even none does. */
export function commonScale(board: Allocation, members: readonly Member[]): CommonScale | null {
  const step = greatestStep(STEPS, (tried) => {
    const scaled = members.map((member) => scaledTo(member, ratio(tried, STEPS)));
    return scaled.every((each) => each !== undefined) && fitTogether(board, scaled);
  });
  if (step === undefined) return null;
  const share = ratio(step, STEPS);
  const goals = members.map((member) => {
    const amount = amountAt(member, share);
    const { volumes } = must(planWork(withGoal(member.compiled, amount)), "the work for a goal that fits");
    return { plan: member.name, amount: encodeExact(amount), wins: Number(volumes.wins) };
  });
  return { share: encodeExact(share), goals };
}

function amountAt({ compiled }: Member, share: Ratio): Ratio {
  const amount = amountWritten(compiled);
  if (equal(share, ONE)) return amount;
  const steps = ratio(stepsPerUnit(compiled));
  const whole: Ratio = { num: floor(multiply(multiply(amount, share), steps)), den: 1 };
  return divide(whole, steps);
}

function scaledTo(member: Member, share: Ratio): Member | undefined {
  return equal(share, ONE) ? member : reaching(member, amountAt(member, share));
}

/** The plan with another amount; undefined where it cannot be met even alone. */
export function reaching(member: Member, amount: Ratio): Member | undefined {
  const compiled = withGoal(member.compiled, amount);
  const planned = planWork(compiled);
  if (planned === undefined || !canBeReached(compiled, planned.volumes)) return undefined;
  if (chanceReasons(compiled, planned).length > 0) return undefined;
  return { ...member, planned, reasons: [], asks: listAsks(compiled, planned.volumes) };
}
