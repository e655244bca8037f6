import type { Assumption } from "../model/assumption.js";
import { collectBaseAssumptions } from "../model/base-assumptions.js";
import type { ChurnedCustomer } from "../model/base-movement.js";
import type { CompiledPlan } from "../model/compile.js";
import { showRatio } from "../model/display.js";
import { METRIC_FACTS, MOVING_PARTS } from "../plan/metric-facts.js";
import type { PlanInput } from "../plan/plan.js";
import { findPastParts } from "./past-parts.js";
import { collectTimeAssumptions } from "./time-assumptions.js";
import { findUnusedParts } from "./unused-parts.js";

/** Everything the answer rests on that the plan does not say. */
export function collectAssumptions(compiled: CompiledPlan): readonly Assumption[] {
  const { plan } = compiled;
  return [
    ...churnAssumptions(compiled),
    ...spanAssumptions(plan),
    ...collectBaseAssumptions(plan, compiled.bridge),
    ...dealAssumptions(plan),
    ...workAssumptions(compiled),
    ...collectTimeAssumptions(compiled),
    ...findUnusedParts(compiled),
    ...findPastParts(compiled),
  ];
}

/** What is taken for granted because the plan does not say it. */
function byDefault(path: Assumption["path"], what: string): Assumption {
  return { kind: "default", path, text: `${what}, because ${path.join(".")} is not given.` };
}

function churnAssumptions({ plan, base }: CompiledPlan): Assumption[] {
  if (base.churn === undefined) return [];
  const { churn } = plan;
  if (churn === undefined) return [byDefault(["churn"], "No customer leaves in the period")];
  const list: Assumption[] = [];
  const money = METRIC_FACTS[plan.goal.metric].kind === "recurring money";
  if (money && churn.customers !== undefined) list.push(...churnedWorth(plan, base.churn.each));
  if (churn.newCustomers === undefined) {
    list.push(byDefault(["churn", "newCustomers"], "No new customer leaves again within the period"));
  }
  return list;
}

function churnedWorth(plan: PlanInput, { worth, from }: ChurnedCustomer): Assumption[] {
  if (from === "given") return [];
  const source =
    from === "base"
      ? "base.mrr ÷ base.customers, because churn.valueEach is not given"
      : plan.deal?.upsells?.length
        ? "the deal value with its upsells, because base.mrr with base.customers is not given"
        : "the deal value, because base.mrr with base.customers is not given";
  const text = `A churned customer is worth ${showRatio(worth)} a month, ${source}.`;
  return [{ kind: "churn-value", path: ["churn", "valueEach"], text }];
}

function spanAssumptions(plan: PlanInput): Assumption[] {
  const used: readonly string[] = METRIC_FACTS[plan.goal.metric].parts;
  return MOVING_PARTS.filter(
    (part) => used.includes(part) && plan[part] !== undefined && plan[part].per === undefined,
  ).map((part) => byDefault([part, "per"], `The figure of ${part} is for the whole period`));
}

function dealAssumptions(plan: PlanInput): Assumption[] {
  const { metric } = plan.goal;
  const { kind, per } = METRIC_FACTS[metric];
  if (metric === "units" && plan.deal?.value === undefined) {
    return [byDefault(["deal", "value"], "Each win brings 1 unit")];
  }
  const money = kind === "one-off money" || kind === "recurring money";
  if (!money || plan.deal?.per !== undefined) return [];
  const span = per === "deal" ? "is for the whole deal" : `recurs every ${per}`;
  return [byDefault(["deal", "per"], `The deal value ${span}`)];
}

function workAssumptions({ plan, period, calendar }: CompiledPlan): Assumption[] {
  const list: Assumption[] = [];
  if (plan.calendar?.workdays === undefined) {
    list.push(byDefault(["calendar", "workdays"], "Work is done from Monday to Friday"));
  }
  if (period.kind === "dated" && calendar.holidays.length === 0) {
    list.push(byDefault(["calendar", "holidays"], "No day is a holiday"));
  }
  if (plan.rounding === undefined) {
    list.push(byDefault(["rounding"], "Each total is rounded up by itself (rounding: least)"));
  }
  return list;
}
