import { ceiling, floor } from "../number/ceiling.js";
import { encodeExact, type ExactString } from "../number/exact-string.js";
import { multiply, ratio, type Ratio } from "../number/ratio.js";
import { plannedWins } from "../model/bridge.js";
import { compilePlan, type CompiledPlan } from "../model/compile.js";
import { showExact, showRate, showRatio } from "../model/display.js";
import { keptBy } from "../model/kept-parts.js";
import type { FlowChannel } from "../model/flow.js";
import { withChange, type Change } from "../plan/change.js";
import { isExpected } from "../plan/loss-count.js";
import type { Path } from "../schema/issue.js";
import { dayOf, formatDay, LAST_YEAR, parseDay } from "../calendar/day.js";
import type { Fix, NearestGoal } from "./fix.js";
import type { NoTimeReason, Reason } from "./reason.js";
import { findCapacityFixes } from "./capacity-fixes.js";
import { stepsPerUnit } from "./nearest-goal.js";
import { canBeReached } from "./reasons.js";
import { leastFix, buildFix, fixIfEnough, type FixSearch } from "./fix-search.js";
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
  compiled: CompiledPlan,
  reasons: readonly Reason[],
  nearest: NearestGoal | null,
  tries: (change: Change) => boolean = (change) => works(compiled, change),
): readonly Fix[] {
  const search: FixSearch = { compiled, tries };
  const { flow } = compiled;
  return [
    ...lowerGoal(search, nearest),
    ...flow.flatMap(({ path, name, rate }) =>
      higherRate(search, [...path, "rate"], rate, `the rate of "${name}"`),
    ),
    ...higherValue(search),
    ...dealRates(search),
    ...smallerBuffer(search),
    ...lessChurn(search),
    ...flow.flatMap(({ feeders }) => feeders.flatMap((feeder) => moreUnits(search, feeder))),
    ...reasons.flatMap((reason) => longerList(search, reason)),
    ...moreTime(search, reasons),
    ...findCapacityFixes(search, reasons),
  ];
}

/** Whether the plan can be met once this change is made. */
function works(compiled: CompiledPlan, change: Change): boolean {
  const { plan, minOnTimeShare } = compiled;
  const changed = compilePlan(withChange(plan, change), minOnTimeShare, keptBy(compiled, change.path));
  const wins = plannedWins(changed.bridge);
  return wins !== undefined && canBeReached(changed, computeVolumes(changed, wins));
}

function lowerGoal(search: FixSearch, nearest: NearestGoal | null): Fix[] {
  if (nearest === null) return [];
  const text = `Lower the goal from ${showRatio(search.compiled.bridge.goal)} to ${showExact(nearest.amount)}.`;
  return [buildFix(search, ["goal", "amount"], nearest.amount, text)];
}

function higherRate(search: FixSearch, path: Path, now: Ratio, what: string): Fix[] {
  const low = Number(floor(multiply(now, ratio(RATE_STEPS))));
  const say = (to: string) => `Raise ${what} from ${showRate(now)} to ${to}.`;
  return leastFix(search, path, [low, RATE_STEPS], percent, say);
}

function percent(step: number): string {
  return `${encodeExact(ratio(step, RATE_STEPS / 100))}%`;
}

function higherValue(search: FixSearch): Fix[] {
  const now = search.compiled.deal.value;
  if (now === undefined) return [];
  const steps = stepsPerUnit(search.compiled);
  const low = Number(floor(multiply(now, ratio(steps))));
  const write = (step: number): ExactString => encodeExact(ratio(step, steps));
  const say = (to: ExactString) => `Raise the deal value from ${showRatio(now)} to ${showExact(to)}.`;
  return leastFix(search, ["deal", "value"], [low, farFrom(Math.max(low, steps))], write, say);
}

function farFrom(steps: number): number {
  return Math.min(Number.MAX_SAFE_INTEGER, steps * FAR);
}

function dealRates(search: FixSearch): Fix[] {
  const { deal, plan } = search.compiled;
  const { metric } = plan.goal;
  if (metric === "gross-profit") return higherRate(search, ["deal", "margin"], deal.margin, "the margin");
  if (metric !== "commission" || deal.commission === undefined) return [];
  return higherRate(search, ["deal", "commission"], deal.commission, "the commission");
}

function smallerBuffer(search: FixSearch): Fix[] {
  const { plan, bridge } = search.compiled;
  return plan.buffer === undefined ? [] : lowerRate(search, ["buffer"], bridge.buffer, "the buffer");
}

/** Losing less of the base, or fewer of the new customers again; the smallest cut that does. */
function lessChurn(search: FixSearch): Fix[] {
  const { customers, mrr, rate, newCustomers } = search.compiled.base.churnFigures;
  const lost = "the share of new customers lost again";
  return [
    ...(customers === undefined ? [] : lowerChurn(search, lossPath(search), customers, 1)),
    ...(mrr === undefined ? [] : lowerChurn(search, ["mrr"], mrr, stepsPerUnit(search.compiled))),
    ...(rate === undefined ? [] : lowerRate(search, ["churn", "rate"], rate, "churn")),
    ...(newCustomers === undefined ? [] : lowerRate(search, ["churn", "newCustomers"], newCustomers, lost)),
  ];
}

function lowerRate(search: FixSearch, path: Path, now: Ratio, what: string): Fix[] {
  const high = Number(ceiling(multiply(now, ratio(RATE_STEPS))));
  // Counted downward, so that the least step is the smallest cut.
  const write = (cut: number) => percent(high - cut);
  return leastFix(search, path, [0, high], write, (to) => `Lower ${what} from ${showRate(now)} to ${to}.`);
}

/** An expected number of losses stays an expected one. */
function lossPath({ compiled }: FixSearch): Path {
  return isExpected(compiled.plan.churn?.customers) ? ["customers", "expected"] : ["customers"];
}

function lowerChurn(search: FixSearch, key: Path, now: Ratio, steps: number): Fix[] {
  const high = ceiling(multiply(now, ratio(steps)));
  if (typeof high === "bigint") return [];
  const write = (cut: number): ExactString => encodeExact(ratio(high - cut, steps));
  const say = (to: ExactString) => `Lower churn from ${showRatio(now)} to ${showExact(to)}.`;
  return leastFix(search, ["churn", ...key], [0, high], write, say);
}

/** More units from a channel that brings a fixed number, in whole ones. */
function moreUnits(search: FixSearch, { units, path, name }: FlowChannel): Fix[] {
  if (units === null) return [];
  const low = Number(floor(units));
  const say = (to: number) =>
    `Let the channel "${name}" bring ${showExact(String(to))} units instead of ${showRatio(units)}.`;
  return leastFix(search, [...path, "units"], [low, farFrom(Math.max(1, low))], (step) => step, say);
}

function longerList(search: FixSearch, reason: Reason): Fix[] {
  if (reason.code !== "available") return [];
  const text = `Find ${showExact(reason.short)} more units for "${reason.stage}": ${showExact(String(reason.needed))} in all.`;
  return fixIfEnough(search, reason.path, reason.needed, text);
}

/** The slowest lag takes ten years; for want of people, more than two years more are no way out. */
const LONGEST_WAIT = 3660;
const LONGEST_STRETCH = 732;

function moreTime(search: FixSearch, reasons: readonly Reason[]): Fix[] {
  const late = reasons.filter((reason): reason is NoTimeReason => reason.code === "no-time");
  if (late.length === 0 && !reasons.some(({ code }) => code === "capacity")) return [];
  const earlier = late.flatMap(({ lastDay }) =>
    lastDay === null || parseDay(lastDay) === undefined
      ? []
      : fixIfEnough(search, ["workFrom"], lastDay, `Start the work by ${lastDay}.`),
  );
  return [...earlier, ...longerPeriod(search, late.length > 0 ? LONGEST_WAIT : LONGEST_STRETCH)];
}

function longerPeriod(search: FixSearch, longest: number): Fix[] {
  const { period } = search.compiled;
  if (period.kind === "undated") return [];
  const write = (days: number) => ({ start: formatDay(period.first), end: formatDay(period.last + days) });
  const say = ({ end }: { readonly end: string }) => `Let the period end on ${end} or later.`;
  // A plan's dates end with the year 9999.
  const most = Math.min(longest, (dayOf(LAST_YEAR, 12, 31) ?? period.last) - period.last);
  return leastFix(search, ["goal", "period"], [0, most], write, say);
}
