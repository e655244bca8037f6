import { ceiling, floor } from "../number/ceiling.js";
import { toExact, type Exact } from "../number/exact-string.js";
import { multiply, ratio, type Ratio } from "../number/ratio.js";
import { exactWins, wholeWins } from "../model/bridge.js";
import { showExact, showRate, showRatio } from "../model/display.js";
import type { FlowChannel } from "../model/flow.js";
import { valueAt, withChange, type Change } from "../plan/change.js";
import type { Path } from "../schema/issue.js";
import { quantityOf } from "../schema/quantity.js";
import { proportionOf, rateOf, type RateInput } from "../plan/rate.js";
import { formatDay } from "../calendar/day.js";
import type { Mend, NearestGoal, NoTimeReason, Reason } from "../solve/answer.js";
import { capacityMends } from "./capacity-fixes.js";
import { stepsPerUnit } from "./nearest-goal.js";
import { prepare, type Prepared } from "../schedule/prepared.js";
import { canBeReached } from "./reasons.js";
import { leastMend, mend, mendIfEnough, type Trial } from "./trial.js";
import { volumesFor } from "../schedule/volumes.js";

/** Rates are tried in steps of a tenth of a percentage point. */
const RATE_STEPS = 1000;
/** A value more than a thousand times as high is no way out. */
const FAR = 1000;

/**
 * Every single change that makes the plan feasible with all else as written: each is the least step that does, found by
 * solving the changed plan. A lower goal comes first; then rates, values, lists and time. `tries` says whether a change would
 * do; by default, whether the plan can be met alone.
 */
export function mendsFor(
  prepared: Prepared,
  because: readonly Reason[],
  nearest: NearestGoal | null,
  tries: (change: Change) => boolean = (change) => works(prepared, change),
): readonly Mend[] {
  const model: Trial = { ...prepared, tries };
  return [
    ...lowerGoal(model, nearest),
    ...model.flow.flatMap(({ path, name }) => higherRate(model, [...path, "rate"], `the rate of "${name}"`)),
    ...higherValue(model),
    ...dealRates(model),
    ...smallerBuffer(model),
    ...lessChurn(model),
    ...model.flow.flatMap(({ feeders }) => feeders.flatMap((feeder) => moreUnits(model, feeder))),
    ...because.flatMap((reason) => longerList(model, reason)),
    ...moreTime(model, because),
    ...capacityMends(model, because),
  ];
}

/** Whether the plan can be met once this change is made. */
function works(model: Prepared, change: Change): boolean {
  const changed = prepare(withChange(model.plan, change), model.lands, keptBy(model, change));
  const exact = exactWins(changed.bridge);
  return exact !== undefined && canBeReached(changed, volumesFor(changed, wholeWins(changed.bridge, exact)));
}

/** What a change leaves as it is: who is there moves with the teams, when anything happens only with dates. */
export function keptBy(model: Prepared, { path }: Change): Prepared | Pick<Prepared, "time"> | undefined {
  if (path[0] === "workFrom" || path[1] === "period") return undefined;
  return path[0] === "teams" ? { time: model.time } : model;
}

function lowerGoal(model: Trial, nearest: NearestGoal | null): Mend[] {
  if (nearest === null) return [];
  const text = `Lower the goal from ${showRatio(model.bridge.goal)} to ${showExact(nearest.amount)}.`;
  return [mend(model, ["goal", "amount"], nearest.amount, text)];
}

function higherRate(model: Trial, path: Path, what: string): Mend[] {
  const now = rateOf((valueAt(model.plan, path) ?? 0) as RateInput);
  const low = Number(floor(multiply(now, ratio(RATE_STEPS))));
  const say = (to: string) => `Raise ${what} from ${showRate(now)} to ${to}.`;
  return leastMend(model, path, [low, RATE_STEPS], percent, say);
}

function percent(step: number): string {
  return `${toExact(ratio(step, RATE_STEPS / 100))}%`;
}

function higherValue(model: Trial): Mend[] {
  const { deal } = model.plan;
  if (deal?.value === undefined) return [];
  const now = quantityOf(deal.value);
  const steps = stepsPerUnit(model);
  const low = Number(floor(multiply(now, ratio(steps))));
  const write = (step: number): Exact => toExact(ratio(step, steps));
  const say = (to: Exact) => `Raise the deal value from ${showRatio(now)} to ${showExact(to)}.`;
  return leastMend(model, ["deal", "value"], [low, farFrom(Math.max(low, steps))], write, say);
}

function farFrom(steps: number): number {
  return Math.min(Number.MAX_SAFE_INTEGER, steps * FAR);
}

function dealRates(model: Trial): Mend[] {
  const { deal, goal } = model.plan;
  const key = goal.metric === "gross-profit" ? "margin" : "commission";
  const counts = goal.metric === "gross-profit" || goal.metric === "commission";
  return counts && deal?.[key] !== undefined ? higherRate(model, ["deal", key], `the ${key}`) : [];
}

function smallerBuffer(model: Trial): Mend[] {
  const { buffer } = model.plan;
  return buffer === undefined ? [] : lowerRate(model, ["buffer"], proportionOf(buffer), "the buffer");
}

/** Losing less of the base, or fewer of the new customers again; the smallest cut that does. */
function lessChurn(model: Trial): Mend[] {
  const { customers, mrr, rate, newCustomers } = model.plan.churn ?? {};
  const lost = "the share of new customers lost again";
  return [
    ...(customers === undefined ? [] : lowerChurn(model, "customers", quantityOf(customers), 1)),
    ...(mrr === undefined ? [] : lowerChurn(model, "mrr", quantityOf(mrr), stepsPerUnit(model))),
    ...(rate === undefined ? [] : lowerRate(model, ["churn", "rate"], rateOf(rate), "churn")),
    ...(newCustomers === undefined
      ? []
      : lowerRate(model, ["churn", "newCustomers"], rateOf(newCustomers), lost)),
  ];
}

function lowerRate(model: Trial, path: Path, now: Ratio, what: string): Mend[] {
  const high = Number(ceiling(multiply(now, ratio(RATE_STEPS))));
  // Counted downward, so that the least step is the smallest cut.
  const write = (cut: number) => percent(high - cut);
  return leastMend(model, path, [0, high], write, (to) => `Lower ${what} from ${showRate(now)} to ${to}.`);
}

function lowerChurn(model: Trial, key: "customers" | "mrr", now: Ratio, steps: number): Mend[] {
  const high = ceiling(multiply(now, ratio(steps)));
  if (typeof high === "bigint") return [];
  const write = (cut: number): Exact => toExact(ratio(high - cut, steps));
  const say = (to: Exact) => `Lower churn from ${showRatio(now)} to ${showExact(to)}.`;
  return leastMend(model, ["churn", key], [0, high], write, say);
}

/** More units from a channel that brings a fixed number, in whole ones. */
function moreUnits(model: Trial, { units, path, name }: FlowChannel): Mend[] {
  if (units === null) return [];
  const low = Number(floor(units));
  const say = (to: number) =>
    `Let the channel "${name}" bring ${showExact(String(to))} units instead of ${showRatio(units)}.`;
  return leastMend(model, [...path, "units"], [low, farFrom(Math.max(1, low))], (step) => step, say);
}

function longerList(model: Trial, reason: Reason): Mend[] {
  if (reason.code !== "available") return [];
  const text = `Find ${showExact(reason.short)} more units for "${reason.stage}": ${showExact(String(reason.needed))} in all.`;
  return mendIfEnough(model, reason.path, reason.needed, text);
}

/** The slowest lag takes ten years; for want of people, more than two years more are no way out. */
const LONGEST_WAIT = 3660;
const LONGEST_STRETCH = 732;

function moreTime(model: Trial, because: readonly Reason[]): Mend[] {
  const late = because.filter((reason): reason is NoTimeReason => reason.code === "no-time");
  if (late.length === 0 && !because.some(({ code }) => code === "capacity")) return [];
  const earlier = late.flatMap(({ lastDay }) =>
    lastDay === null ? [] : mendIfEnough(model, ["workFrom"], lastDay, `Start the work by ${lastDay}.`),
  );
  return [...earlier, ...longerPeriod(model, late.length > 0 ? LONGEST_WAIT : LONGEST_STRETCH)];
}

function longerPeriod(model: Trial, longest: number): Mend[] {
  const { period } = model;
  if (period.kind === "undated") return [];
  const write = (days: number) => ({ start: formatDay(period.first), end: formatDay(period.last + days) });
  const say = ({ end }: { readonly end: string }) => `Let the period end on ${end} or later.`;
  return leastMend(model, ["goal", "period"], [0, longest], write, say);
}
