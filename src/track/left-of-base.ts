import { sumOfParts } from "../model/base-movement.js";
import type { CompiledSnapshot } from "../model/compile-snapshot.js";
import type { DatedPlan } from "../model/compile.js";
import { encodeExact } from "../number/exact-string.js";
import { at, must } from "../number/invariant.js";
import { formatDay } from "../calendar/day.js";
import { notRenewed } from "../forecast/metric-by-date.js";
import { sharePast } from "../model/renewals.js";
import {
  add,
  divide,
  equal,
  isZero,
  larger,
  multiply,
  ONE,
  subtract,
  ZERO,
  type Ratio,
} from "../number/ratio.js";
import { monthlyOf } from "../model/in-metric.js";
import { METRIC_FACTS } from "../plan/metric-facts.js";
import { passedShare, type Outcome } from "./observed.js";
import type { RestChange } from "./rest-change.js";

/** The base as of now, and what is still to come of churn, expansion, contraction and repeat business. */
export function leftOfBase(
  compiled: DatedPlan,
  seen: CompiledSnapshot,
  outcome: Outcome,
): readonly RestChange[] {
  return [
    ...baseNow(compiled, seen, outcome),
    ...renewalsLeft(compiled, seen),
    ...churnLeft(compiled, seen, outcome),
    ...leftEvenly(compiled, seen),
    ...noMoreRates(compiled, seen),
  ];
}

function baseNow(compiled: DatedPlan, { churned }: CompiledSnapshot, outcome: Outcome): RestChange[] {
  const { plan, base } = compiled;
  const list: RestChange[] = [];
  if (base.mrr !== undefined && METRIC_FACTS[plan.goal.metric].parts.includes("churn")) {
    const moved = monthly(compiled, netGrowth(compiled, outcome));
    const to = encodeExact(larger(ZERO, add(base.mrr, moved)));
    list.push({ path: ["base", "mrr"], to, reason: { code: "base-money" } });
  }
  const { customers } = base.amounts;
  if (customers !== undefined) {
    // Where nothing is said of churn, nobody is known to have left.
    const now = subtract(add(customers, outcome.wins), churned ?? ZERO);
    const to = encodeExact(larger(ZERO, now));
    list.push({ path: ["base", "customers"], to, reason: { code: "base-customers" } });
  }
  return list;
}

/** Renewals whose days are still to come, with what is left of those that end over several days. */
function renewalsLeft(compiled: DatedPlan, { asOf }: CompiledSnapshot): RestChange[] {
  const { plan, base, period } = compiled;
  const written = plan.base?.renewals ?? [];
  if (base.renewals.length === 0) return [];
  const to = base.renewals.flatMap((renewal, index) => {
    const past = sharePast(renewal, period, asOf);
    if (equal(past, ONE)) return [];
    const { days, key } = renewal;
    const left = encodeExact(multiply(renewal.written, subtract(ONE, past)));
    const due =
      days === null || asOf < days.first
        ? at(written, index).due
        : `${formatDay(asOf + 1)}/${formatDay(days.last)}`;
    return [{ ...at(written, index), due, ...(isZero(past) ? {} : { [key]: left }) }];
  });
  const path = ["base", "renewals"];
  return [
    { path, to: to.length === 0 ? undefined : to, reason: { code: "part-left", part: "base.renewals" } },
  ];
}

/** An amount of the metric in money a month: the base is always monthly. */
function monthly({ plan }: DatedPlan, amount: Ratio): Ratio {
  return monthlyOf(plan.goal.metric, amount);
}

/** What the metric has gained since the period began: the amount itself, without what the base was worth. */
export function netGrowth({ bridge }: DatedPlan, { amount }: Outcome): Ratio {
  return add(amount, sumOfParts(bridge.parts.filter(({ item }) => item === "base")));
}

/** Counted churn that is still to come: what was planned less what has left, not below 0. A rate goes on as it is. */
function churnLeft(compiled: DatedPlan, seen: CompiledSnapshot, outcome: Outcome): RestChange[] {
  const { plan, base } = compiled;
  const { churn } = base.amounts;
  if (churn === undefined) return [];
  const { key, total, isExpected } = churn;
  const lost = lostSoFar(compiled, seen, outcome);
  const left = encodeExact(isOver(compiled, seen) ? ZERO : larger(ZERO, subtract(total, lost)));
  const spans = plan.churn?.per ?? "period";
  return [
    // What was expected of luck goes on as an expected number.
    {
      path: ["churn", key],
      to: isExpected ? { expected: left } : left,
      reason: { code: "churn-left", left },
    },
    ...(spans === "period"
      ? []
      : [{ path: ["churn", "per"], to: "period", reason: { code: "churn-for-the-rest" } } as const]),
    ...keptWorth(compiled),
  ];
}

function lostSoFar(compiled: DatedPlan, { churned, asOf }: CompiledSnapshot, outcome: Outcome): Ratio {
  const { key, total } = must(compiled.base.amounts.churn, "churn in numbers");
  if (churned === undefined) return multiply(total, passedShare(compiled, asOf));
  const all = key === "customers" ? churned : monthly(compiled, outcome.churn);
  if (compiled.base.renewals.length === 0) return all;
  // Those who did not renew were no churn.
  const money = monthly(compiled, notRenewed(compiled, asOf));
  const each = must(compiled.base.churn, "what churn takes from the base").each.worth;
  const isCount = METRIC_FACTS[compiled.plan.goal.metric].kind === "count";
  const gone = key === "mrr" || isCount ? money : isZero(each) ? ZERO : divide(money, each);
  return larger(ZERO, subtract(all, gone));
}

/** A churned customer stays worth what it was, also where that came from the base, which has moved. */
function keptWorth({ plan, base }: DatedPlan): RestChange[] {
  const isMoney = METRIC_FACTS[plan.goal.metric].kind === "recurring money";
  const each = base.churn?.each;
  if (!isMoney || base.amounts.churn?.key !== "customers" || each?.from !== "base") return [];
  const to = encodeExact(each.worth);
  return [{ path: ["churn", "valueEach"], to, reason: { code: "churned-worth-kept" } }];
}

/** Amounts that come evenly over the period: what is left of them. */
function leftEvenly(compiled: DatedPlan, { asOf }: CompiledSnapshot): RestChange[] {
  const { plan, base } = compiled;
  const left = subtract(ONE, passedShare(compiled, asOf));
  return base.amounts.evenly.flatMap(({ part, key, total }): RestChange[] => {
    const reason = { code: "part-left", part } as const;
    const spans = plan[part]?.per ?? "period";
    return [
      { path: [part, key], to: encodeExact(multiply(total, left)), reason },
      ...(spans === "period" ? [] : [{ path: [part, "per"], to: "period", reason }]),
    ];
  });
}

/** Once the period is over, rates of the base have done what they do in it. */
function noMoreRates(compiled: DatedPlan, seen: CompiledSnapshot): RestChange[] {
  if (!isOver(compiled, seen)) return [];
  const { plan } = compiled;
  return METRIC_FACTS[plan.goal.metric].parts.flatMap((part): RestChange[] => {
    if (plan[part]?.rate === undefined) return [];
    return [{ path: [part, "rate"], to: 0, reason: { code: "part-over", part } }];
  });
}

function isOver({ period }: DatedPlan, { asOf }: CompiledSnapshot): boolean {
  return asOf >= period.last;
}
