import { goalAt } from "../model/chosen-goal.js";
import { ceiling, floor } from "../number/ceiling.js";
import { must } from "../number/invariant.js";
import { encodeExact, type ExactString } from "../number/exact-string.js";
import { multiply, ratio, type Ratio } from "../number/ratio.js";
import { compilePlan, type CompiledPlan } from "../model/compile.js";
import { keptBy } from "../model/kept-parts.js";
import type { Fix, FixKind } from "../words/fixes.js";
import type { FlowChannel, FlowStage } from "../model/flow.js";
import { withChange, type Change } from "../plan/change.js";
import { dealValueWithMean } from "../plan/deal-value.js";
import { movedRate } from "../plan/moved-rate.js";
import { isProfit } from "../plan/metric-facts.js";
import { isExpected } from "../plan/loss-count.js";
import type { Path } from "../schema/issue.js";
import { parseQuantity } from "../schema/quantity.js";
import { dayOf, formatDay, LAST_YEAR, parseDay } from "../calendar/day.js";
import type { FixableReason } from "./fixable-reason.js";
import { findCapacityFixes } from "./capacity-fixes.js";
import { mayHelp, rateMayHelp } from "./may-help.js";
import { stepsPerUnit, type NearestGoal } from "./nearest-goal.js";
import { canBeReached } from "./reasons.js";
import { leastFix, leastNearFix, buildFix, fixIfEnough, type FixSearch } from "./fix-search.js";
import { winsToGoFor } from "../schedule/planned-wins.js";
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
  reasons: readonly FixableReason[],
  nearest: NearestGoal | null,
  tries: (change: Change) => boolean = (change) => works(compiled, change),
): readonly Fix[] {
  const search: FixSearch = { compiled, tries };
  const { flow } = compiled;
  return [
    ...lowerGoal(search, nearest),
    ...flow.flatMap((stage) =>
      stage.rated.own &&
      flow.some((other) => other.rated.stage === stage.name && rateMayHelp(compiled, reasons, other.index))
        ? higherStageRate(search, stage)
        : [],
    ),
    ...higherValue(search),
    ...dealRates(search),
    ...smallerBuffer(search),
    ...lessChurn(search),
    ...flow.flatMap(({ feeders }) => feeders.flatMap((feeder) => moreUnits(search, feeder))),
    ...reasons.flatMap((reason) =>
      mayHelp(reasons, (other) => other === reason) ? longerList(search, reason) : [],
    ),
    ...reasons.flatMap((reason) =>
      mayHelp(reasons, (other) => other === reason) ? higherBudget(search, reason) : [],
    ),
    ...moreTime(search, reasons),
    ...findCapacityFixes(search, reasons),
  ];
}

/** Whether the plan can be met once this change is made. */
function works(compiled: CompiledPlan, change: Change): boolean {
  const { written, minOnTimeShare } = compiled;
  const changed = compilePlan(withChange(written, change), minOnTimeShare, keptBy(compiled, change.path));
  const wins = winsToGoFor(changed);
  return wins !== undefined && canBeReached(changed, computeVolumes(changed, wins));
}

function lowerGoal(search: FixSearch, nearest: NearestGoal | null): Fix[] {
  if (nearest === null) return [];
  const { goals } = search.compiled.written;
  if (goals !== undefined) {
    const to = goals.map((goal, place) => ({ ...goal, amount: nearest.goals?.[place]?.amount }));
    return [buildFix(search, ["goals"], to, { code: "lower-goals" })];
  }
  const every = search.compiled.months.length > 0 ? ({ every: "month" } as const) : {};
  return [buildFix(search, ["goal", "amount"], nearest.amount, { code: "lower-goal", ...every })];
}

/** Where a chance is asked for, a higher rate is known no better than the one of today. */
function higherStageRate(search: FixSearch, { name, rate, rated }: FlowStage): Fix[] {
  const asks = search.compiled.plan.goal.chance !== undefined;
  const write = (step: number): unknown =>
    asks ? movedRate(rated.written, ratio(step, RATE_STEPS), percent(step)) : percent(step);
  return higherRate(search, rated.path, rate, { code: "raise-rate", stage: name }, write);
}

function higherRate(
  search: FixSearch,
  path: Path,
  now: Ratio,
  kind: FixKind,
  write: (step: number) => unknown = percent,
): Fix[] {
  const low = Number(floor(multiply(now, ratio(RATE_STEPS))));
  return leastFix(search, path, [low, RATE_STEPS], write, kind);
}

function percent(step: number): string {
  return `${encodeExact(ratio(step, RATE_STEPS / 100))}%`;
}

function higherValue(search: FixSearch): Fix[] {
  const now = search.compiled.deal.value;
  const written = search.compiled.plan.deal?.value;
  if (now === undefined || written === undefined) return [];
  const steps = stepsPerUnit(search.compiled);
  const low = Number(floor(multiply(now, ratio(steps))));
  const write = (step: number): unknown => dealValueWithMean(written, ratio(step, steps));
  return leastFix(search, ["deal", "value"], [low, farFrom(Math.max(low, steps))], write, {
    code: "raise-value",
  });
}

function farFrom(steps: number): number {
  return Math.min(Number.MAX_SAFE_INTEGER, steps * FAR);
}

function dealRates(search: FixSearch): Fix[] {
  const { deal, plan } = search.compiled;
  const { metric } = plan.goal;
  if (isProfit(metric)) return higherRate(search, ["deal", "margin"], deal.margin, { code: "raise-margin" });
  if (metric !== "commission" || deal.commission === undefined) return [];
  return higherRate(search, ["deal", "commission"], deal.commission, { code: "raise-commission" });
}

function smallerBuffer(search: FixSearch): Fix[] {
  const { plan, bridge } = search.compiled;
  return plan.buffer === undefined
    ? []
    : lowerRate(search, ["buffer"], bridge.buffer, { code: "lower-buffer" });
}

/** Losing less of the base, or fewer of the new customers again, and renewing more; the smallest step that does. */
function lessChurn(search: FixSearch): Fix[] {
  const { customers, mrr, rate, newCustomers } = search.compiled.base.churnFigures;
  return [
    ...(customers === undefined ? [] : lowerChurn(search, lossPath(search), customers, 1)),
    ...(mrr === undefined ? [] : lowerChurn(search, ["mrr"], mrr, stepsPerUnit(search.compiled))),
    ...(rate === undefined ? [] : lowerRate(search, ["churn", "rate"], rate, { code: "lower-churn-rate" })),
    ...(newCustomers === undefined
      ? []
      : lowerRate(search, ["churn", "newCustomers"], newCustomers, { code: "lower-new-customer-loss" })),
    ...search.compiled.base.renewals.flatMap(({ rate: renewed }, index) =>
      moreRenewed(search, renewed, index),
    ),
  ];
}

function moreRenewed(search: FixSearch, now: Ratio, index: number): Fix[] {
  const { due } = must(search.compiled.plan.base?.renewals?.[index], "a renewal of the plan");
  return higherRate(search, ["base", "renewals", index, "rate"], now, { code: "raise-renewal", due });
}

function lowerRate(search: FixSearch, path: Path, now: Ratio, kind: FixKind): Fix[] {
  const high = Number(ceiling(multiply(now, ratio(RATE_STEPS))));
  // Counted downward, so that the least step is the smallest cut.
  const write = (cut: number) => percent(high - cut);
  return leastFix(search, path, [0, high], write, kind);
}

/** An expected number of losses stays an expected one. */
function lossPath({ compiled }: FixSearch): Path {
  return isExpected(compiled.plan.churn?.customers) ? ["customers", "expected"] : ["customers"];
}

function lowerChurn(search: FixSearch, key: Path, now: Ratio, steps: number): Fix[] {
  const high = ceiling(multiply(now, ratio(steps)));
  if (typeof high === "bigint") return [];
  const write = (cut: number): ExactString => encodeExact(ratio(high - cut, steps));
  return leastFix(search, ["churn", ...key], [0, high], write, { code: "lower-churn" });
}

/** More units from a channel that brings a fixed number, in whole ones. */
function moreUnits(search: FixSearch, { units, path, name }: FlowChannel): Fix[] {
  if (units === null) return [];
  const low = Number(floor(units));
  const kind: FixKind = { code: "more-units", channel: name };
  return leastNearFix(search, [...path, "units"], [low, farFrom(Math.max(1, low))], (step) => step, kind);
}

function longerList(search: FixSearch, reason: FixableReason): Fix[] {
  if (reason.code !== "available") return [];
  const kind: FixKind = { code: "longer-list", stage: reason.stage, short: reason.short };
  return fixIfEnough(search, reason.path, reason.needed, kind);
}

/** As much as the work costs, in the currency's smallest unit. */
function higherBudget(search: FixSearch, reason: FixableReason): Fix[] {
  if (reason.code !== "budget") return [];
  const { of, name, path } = reason;
  const steps = stepsPerUnit(search.compiled);
  const cost = ceiling(multiply(parseQuantity(reason.cost), ratio(steps)));
  return fixIfEnough(search, path, encodeExact(ratio(cost, steps)), { code: "higher-budget", of, name });
}

/** The slowest lag takes ten years; for want of people, more than two years more are no way out. */
const LONGEST_WAIT = 3660;
const LONGEST_STRETCH = 732;

function moreTime(search: FixSearch, reasons: readonly FixableReason[]): Fix[] {
  const late = reasons.filter((reason) => reason.code === "no-time");
  if (late.length === 0 && !reasons.some(({ code }) => code === "capacity")) return [];
  const earlier = late.flatMap(({ lastDay }) =>
    lastDay === null || parseDay(lastDay) === undefined
      ? []
      : fixIfEnough(search, ["workFrom"], lastDay, { code: "start-earlier" }),
  );
  return [...earlier, ...longerPeriod(search, late.length > 0 ? LONGEST_WAIT : LONGEST_STRETCH)];
}

function longerPeriod(search: FixSearch, longest: number): Fix[] {
  const { period } = search.compiled;
  // The parts of a profile would have to change with it.
  if (period.kind === "undated" || search.compiled.partEnds.length > 0) return [];
  const write = (days: number) => ({ start: formatDay(period.first), end: formatDay(period.last + days) });
  // A plan's dates end with the year 9999.
  const most = Math.min(longest, (dayOf(LAST_YEAR, 12, 31) ?? period.last) - period.last);
  return leastNearFix(search, goalAt(search.compiled, "period"), [0, most], write, { code: "end-later" });
}
