import { isGoalKey } from "../plan/goals.js";
import { firstOfEach } from "../schema/first-of-each.js";
import { goalAt } from "../model/chosen-goal.js";
import { told, type Assumption, type AssumptionData, type AssumptionKind } from "../words/assumptions.js";
import { planFormat } from "../words/plan-format.js";
import { encodeExact } from "../number/exact-string.js";
import { collectBaseAssumptions } from "../model/base-assumptions.js";
import type { ChurnedCustomer } from "../model/base-movement.js";
import type { CompiledPlan } from "../model/compile.js";
import { dealPer, METRIC_FACTS, MOVING_PARTS } from "../plan/metric-facts.js";
import type { GoalPlan } from "../plan/plan.js";
import { firstFiscalName } from "../plan/plan-period.js";
import { hasWorkCosts } from "../schedule/whole-costs.js";
import { moneyOfWin } from "./money-of-win.js";
import { findPastParts } from "./past-parts.js";
import { collectTimeAssumptions } from "./time-assumptions.js";
import { findUnusedParts } from "./unused-parts.js";

/** Everything the answer rests on that the plan does not say. */
export function collectAssumptions(compiled: CompiledPlan): readonly Assumption[] {
  const list = compiled.goals.length === 0 ? assumedBy(compiled) : assumedByAll(compiled);
  return told(list, planFormat(compiled.written));
}

/** What any of several goals rests on; a part is only unused where none of them uses it. */
function assumedByAll(compiled: CompiledPlan): readonly AssumptionData[] {
  const { pipeline, pipelineWins } = compiled;
  const each = compiled.goals.map((goal) =>
    assumedBy(goal.binds === compiled.binds ? { ...goal, pipeline, pipelineWins } : goal).map(
      (said): AssumptionData =>
        said.path[0] === "goal" && isGoalKey(said.path[1])
          ? { ...said, path: goalAt(goal, said.path[1]) }
          : said,
    ),
  );
  const isUnused = (path: string): boolean =>
    each.every((list) => list.some(({ code, path: own }) => code === "part-unused" && own.join() === path));
  const used = each.flat().filter(({ code, path }) => code !== "part-unused" || isUnused(path.join()));
  // Unused by one goal and by another is one and the same.
  return firstOfEach(used, (said) => (said.code === "part-unused" ? said.path.join() : JSON.stringify(said)));
}

function assumedBy(compiled: CompiledPlan): readonly AssumptionData[] {
  const { plan } = compiled;
  return [
    ...(compiled.flow.length === 0 ? [byDefault(["funnel"], { code: "no-funnel" })] : []),
    ...churnAssumptions(compiled),
    ...spanAssumptions(plan),
    ...baseAssumptions(compiled),
    ...dealAssumptions(plan),
    ...moneyAssumptions(compiled),
    ...workAssumptions(compiled),
    ...collectTimeAssumptions(compiled),
    ...findUnusedParts(compiled),
    ...findPastParts(compiled),
  ];
}

/** Of a goal for each month those of the first one: its rates act alike in all. */
function baseAssumptions({ plan, bridge, months }: CompiledPlan): readonly AssumptionData[] {
  const [first] = months;
  return first === undefined
    ? collectBaseAssumptions(plan, bridge)
    : collectBaseAssumptions(first.plan, first.bridge).flatMap((said): AssumptionData[] =>
        said.code === "compounding" ? [{ ...said, within: "month" }] : [],
      );
}

/** What is taken for granted because the plan does not say it. */
function byDefault(path: Assumption["path"], kind: AssumptionKind): AssumptionData {
  return { ...kind, kind: "default", path };
}

function churnAssumptions({ plan, base }: CompiledPlan): AssumptionData[] {
  if (base.churn === undefined) return [];
  const { churn } = plan;
  const money = METRIC_FACTS[plan.goal.metric].kind === "recurring money";
  const list: AssumptionData[] = [];
  if (base.renewals.length > 0)
    list.push({ code: "renewals-apart", kind: "default", path: ["base", "renewals"] });
  const counted = churn?.customers !== undefined || base.renewals.some(({ key }) => key === "customers");
  if (churn === undefined) {
    const code = list.length === 0 ? "no-churn" : "no-other-churn";
    return [
      ...list,
      byDefault(["churn"], { code }),
      ...(money && counted ? churnedWorth(plan, base.churn.each) : []),
    ];
  }
  if (money && counted) list.push(...churnedWorth(plan, base.churn.each));
  if (churn.newCustomers === undefined) {
    list.push(byDefault(["churn", "newCustomers"], { code: "no-new-customer-loss" }));
  }
  return list;
}

function churnedWorth(plan: GoalPlan, { worth, from }: ChurnedCustomer): AssumptionData[] {
  if (from === "given") return [];
  const source = from === "base" ? "base" : plan.deal?.upsells?.length ? "deal with upsells" : "deal";
  const said = { code: "churned-worth", worth: encodeExact(worth), source } as const;
  return [{ ...said, kind: "churn-value", path: ["churn", "valueEach"] }];
}

function spanAssumptions(plan: GoalPlan): AssumptionData[] {
  const used: readonly string[] = METRIC_FACTS[plan.goal.metric].parts;
  return MOVING_PARTS.filter(
    (part) => used.includes(part) && plan[part] !== undefined && plan[part].per === undefined,
  ).map((part) => byDefault([part, "per"], { code: "whole-period", part }));
}

function dealAssumptions(plan: GoalPlan): AssumptionData[] {
  const { metric } = plan.goal;
  const { kind, per } = METRIC_FACTS[metric];
  if (metric === "units" && plan.deal?.value === undefined) {
    return [byDefault(["deal", "value"], { code: "one-unit-a-win" })];
  }
  const money = kind === "one-off money" || kind === "recurring money";
  if (!money || plan.deal?.per !== undefined) return [];
  const said: AssumptionKind =
    per === "deal" ? { code: "value-of-the-deal" } : { code: "value-recurs", every: per };
  return [byDefault(["deal", "per"], said)];
}

/** What a goal in money counts: contracts in full, and no costs but those in the margin; and a margin that nobody wrote. */
function moneyAssumptions(compiled: CompiledPlan): AssumptionData[] {
  const { goal, deal } = compiled.plan;
  const { metric } = goal;
  const list: AssumptionData[] = [];
  if (deal?.margin === undefined && hasCosts(compiled) && moneyOfWin(compiled) !== undefined)
    list.push(byDefault(["deal", "margin"], { code: "all-margin" }));
  if (METRIC_FACTS[metric].kind === "one-off money" && dealPer(metric, deal) !== "deal") {
    list.push(byDefault(["goal", "metric"], { code: "whole-contracts", metric }));
  }
  if (metric === "revenue-earned") {
    const { contractMonths: months } = deal ?? {};
    list.push(
      ...(goal.by === undefined ? [byDefault(["goal", "by"], { code: "earned-by-month" })] : []),
      ...(months === undefined ? [byDefault(["deal", "contractMonths"], { code: "pays-on" })] : []),
      byDefault(["goal", "metric"], { code: "earned-of-wins" }),
    );
  }
  if (metric === "gross-profit") {
    list.push(byDefault(["goal", "metric"], { code: "costs-left-out", metric }));
  }
  return list;
}

/** Whether the plan says of anything what it costs. */
function hasCosts(compiled: CompiledPlan): boolean {
  return compiled.costs.fixed !== undefined || hasWorkCosts(compiled);
}

/** Of a fiscal year that begins with the year of the calendar nobody asks after which end it is called. */
function fiscalAssumptions(plan: GoalPlan): AssumptionData[] {
  const { fiscalYearStart, fiscalYearNamedBy } = plan.calendar ?? {};
  const name = firstFiscalName(plan);
  if (name === undefined || fiscalYearNamedBy !== undefined || fiscalYearStart === "jan") return [];
  const year = name.slice("FY".length, "FY2026".length);
  return [byDefault(["calendar", "fiscalYearNamedBy"], { code: "fiscal-year", year })];
}

function workAssumptions({ plan, period }: CompiledPlan): AssumptionData[] {
  const list: AssumptionData[] = fiscalAssumptions(plan);
  if (plan.calendar?.workdays === undefined) {
    list.push(byDefault(["calendar", "workdays"], { code: "monday-to-friday" }));
  }
  if (period.kind === "dated" && (plan.calendar?.holidays ?? []).length === 0) {
    list.push(byDefault(["calendar", "holidays"], { code: "no-holidays" }));
  }
  if (plan.rounding === undefined) {
    list.push(byDefault(["rounding"], { code: "rounded-alone" }));
  }
  return list;
}
