import { ceiling, floor } from "../number/ceiling.js";
import { encodeExact, type ExactString } from "../number/exact-string.js";
import { multiply, ratio, type Ratio } from "../number/ratio.js";
import { exactWins, wholeWins } from "../model/bridge.js";
import { showExact, showRate, showRatio } from "../model/display.js";
import type { FlowChannel } from "../model/flow.js";
import { valueAt, withChange, type Change } from "../plan/change.js";
import type { Path } from "../schema/issue.js";
import { isExpected, parseLossCount, type LossCountInput } from "../plan/loss-count.js";
import { parseQuantity } from "../schema/quantity.js";
import { parseProportion, parseRate, type RateInput } from "../plan/rate.js";
import { dayOf, formatDay, LAST_YEAR, parseDay } from "../calendar/day.js";
import type { Fix, NearestGoal } from "./fix.js";
import type { NoTimeReason, Reason } from "./reason.js";
import { findCapacityFixes } from "./capacity-fixes.js";
import { stepsPerUnit } from "./nearest-goal.js";
import { prepare, type Prepared } from "../schedule/prepared.js";
import { canBeReached } from "./reasons.js";
import { leastFix, buildFix, fixIfEnough, type Trial } from "./trial.js";
import { computeVolumes } from "../schedule/volumes.js";

/** Rates are tried in steps of a tenth of a percentage point. */
const RATE_STEPS = 1000;
/** A value more than a thousand times as high is no way out. */
const FAR = 1000;

/**
 * Every single change that makes the plan feasible with all else as written: each is the least step that does, found by
 * solving the changed plan. A lower goal comes first; then rates, values, lists and time. `tries` says whether a change would
 * do; by default, whether the plan can be met alone.
 */
export function findFixes(
  prepared: Prepared,
  reasons: readonly Reason[],
  nearest: NearestGoal | null,
  tries: (change: Change) => boolean = (change) => works(prepared, change),
): readonly Fix[] {
  const model: Trial = { ...prepared, tries };
  return [
    ...lowerGoal(model, nearest),
    ...model.flow.flatMap(({ path, name }) => higherRate(model, [...path, "rate"], `the rate of "${name}"`)),
    ...higherValue(model),
    ...dealRates(model),
    ...smallerBuffer(model),
    ...lessChurn(model),
    ...model.flow.flatMap(({ feeders }) => feeders.flatMap((feeder) => moreUnits(model, feeder))),
    ...reasons.flatMap((reason) => longerList(model, reason)),
    ...moreTime(model, reasons),
    ...findCapacityFixes(model, reasons),
  ];
}

/** Whether the plan can be met once this change is made. */
function works(model: Prepared, change: Change): boolean {
  const changed = prepare(withChange(model.plan, change), model.minOnTimeShare, keptBy(model, change));
  const exact = exactWins(changed.bridge);
  return (
    exact !== undefined && canBeReached(changed, computeVolumes(changed, wholeWins(changed.bridge, exact)))
  );
}

/** What a change leaves as it is: who is there moves with the teams, when anything happens only with dates. */
export function keptBy(model: Prepared, { path }: Change): Prepared | Pick<Prepared, "time"> | undefined {
  if (path[0] === "workFrom" || path[1] === "period") return undefined;
  return path[0] === "teams" ? { time: model.time } : model;
}

function lowerGoal(model: Trial, nearest: NearestGoal | null): Fix[] {
  if (nearest === null) return [];
  const text = `Lower the goal from ${showRatio(model.bridge.goal)} to ${showExact(nearest.amount)}.`;
  return [buildFix(model, ["goal", "amount"], nearest.amount, text)];
}

function higherRate(model: Trial, path: Path, what: string): Fix[] {
  const now = parseRate((valueAt(model.plan, path) ?? 0) as RateInput);
  const low = Number(floor(multiply(now, ratio(RATE_STEPS))));
  const say = (to: string) => `Raise ${what} from ${showRate(now)} to ${to}.`;
  return leastFix(model, path, [low, RATE_STEPS], percent, say);
}

function percent(step: number): string {
  return `${encodeExact(ratio(step, RATE_STEPS / 100))}%`;
}

function higherValue(model: Trial): Fix[] {
  const { deal } = model.plan;
  if (deal?.value === undefined) return [];
  const now = parseQuantity(deal.value);
  const steps = stepsPerUnit(model);
  const low = Number(floor(multiply(now, ratio(steps))));
  const write = (step: number): ExactString => encodeExact(ratio(step, steps));
  const say = (to: ExactString) => `Raise the deal value from ${showRatio(now)} to ${showExact(to)}.`;
  return leastFix(model, ["deal", "value"], [low, farFrom(Math.max(low, steps))], write, say);
}

function farFrom(steps: number): number {
  return Math.min(Number.MAX_SAFE_INTEGER, steps * FAR);
}

function dealRates(model: Trial): Fix[] {
  const { deal, goal } = model.plan;
  const key = goal.metric === "gross-profit" ? "margin" : "commission";
  const counts = goal.metric === "gross-profit" || goal.metric === "commission";
  return counts && deal?.[key] !== undefined ? higherRate(model, ["deal", key], `the ${key}`) : [];
}

function smallerBuffer(model: Trial): Fix[] {
  const { buffer } = model.plan;
  return buffer === undefined ? [] : lowerRate(model, ["buffer"], parseProportion(buffer), "the buffer");
}

/** Losing less of the base, or fewer of the new customers again; the smallest cut that does. */
function lessChurn(model: Trial): Fix[] {
  const { customers, mrr, rate, newCustomers } = model.plan.churn ?? {};
  const lost = "the share of new customers lost again";
  return [
    ...(customers === undefined ? [] : lowerChurn(model, keyOf(customers), parseLossCount(customers), 1)),
    ...(mrr === undefined ? [] : lowerChurn(model, ["mrr"], parseQuantity(mrr), stepsPerUnit(model))),
    ...(rate === undefined ? [] : lowerRate(model, ["churn", "rate"], parseRate(rate), "churn")),
    ...(newCustomers === undefined
      ? []
      : lowerRate(model, ["churn", "newCustomers"], parseRate(newCustomers), lost)),
  ];
}

function lowerRate(model: Trial, path: Path, now: Ratio, what: string): Fix[] {
  const high = Number(ceiling(multiply(now, ratio(RATE_STEPS))));
  // Counted downward, so that the least step is the smallest cut.
  const write = (cut: number) => percent(high - cut);
  return leastFix(model, path, [0, high], write, (to) => `Lower ${what} from ${showRate(now)} to ${to}.`);
}

/** An expected number of losses stays an expected one. */
function keyOf(customers: LossCountInput): Path {
  return isExpected(customers) ? ["customers", "expected"] : ["customers"];
}

function lowerChurn(model: Trial, key: Path, now: Ratio, steps: number): Fix[] {
  const high = ceiling(multiply(now, ratio(steps)));
  if (typeof high === "bigint") return [];
  const write = (cut: number): ExactString => encodeExact(ratio(high - cut, steps));
  const say = (to: ExactString) => `Lower churn from ${showRatio(now)} to ${showExact(to)}.`;
  return leastFix(model, ["churn", ...key], [0, high], write, say);
}

/** More units from a channel that brings a fixed number, in whole ones. */
function moreUnits(model: Trial, { units, path, name }: FlowChannel): Fix[] {
  if (units === null) return [];
  const low = Number(floor(units));
  const say = (to: number) =>
    `Let the channel "${name}" bring ${showExact(String(to))} units instead of ${showRatio(units)}.`;
  return leastFix(model, [...path, "units"], [low, farFrom(Math.max(1, low))], (step) => step, say);
}

function longerList(model: Trial, reason: Reason): Fix[] {
  if (reason.code !== "available") return [];
  const text = `Find ${showExact(reason.short)} more units for "${reason.stage}": ${showExact(String(reason.needed))} in all.`;
  return fixIfEnough(model, reason.path, reason.needed, text);
}

/** The slowest lag takes ten years; for want of people, more than two years more are no way out. */
const LONGEST_WAIT = 3660;
const LONGEST_STRETCH = 732;

function moreTime(model: Trial, reasons: readonly Reason[]): Fix[] {
  const late = reasons.filter((reason): reason is NoTimeReason => reason.code === "no-time");
  if (late.length === 0 && !reasons.some(({ code }) => code === "capacity")) return [];
  const earlier = late.flatMap(({ lastDay }) =>
    lastDay === null || parseDay(lastDay) === undefined
      ? []
      : fixIfEnough(model, ["workFrom"], lastDay, `Start the work by ${lastDay}.`),
  );
  return [...earlier, ...longerPeriod(model, late.length > 0 ? LONGEST_WAIT : LONGEST_STRETCH)];
}

function longerPeriod(model: Trial, longest: number): Fix[] {
  const { period } = model;
  if (period.kind === "undated") return [];
  const write = (days: number) => ({ start: formatDay(period.first), end: formatDay(period.last + days) });
  const say = ({ end }: { readonly end: string }) => `Let the period end on ${end} or later.`;
  // A plan's dates end with the year 9999.
  const most = Math.min(longest, (dayOf(LAST_YEAR, 12, 31) ?? period.last) - period.last);
  return leastFix(model, ["goal", "period"], [0, most], write, say);
}
