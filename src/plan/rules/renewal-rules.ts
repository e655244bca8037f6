import { formatDay } from "../../calendar/day.js";
import { compare, divide, isZero, ONE, ratio, sum, type Ratio } from "../../number/ratio.js";
import { exactlyOne } from "../../schema/exactly-one.js";
import { issueAt, type Issue, type Path } from "../../schema/issue.js";
import { parseQuantity } from "../../schema/quantity.js";
import type { GoalPlan, PlanParts } from "../plan.js";
import { planFiscalYears, planPeriod } from "../plan-period.js";
import { parseDue } from "../renewals.js";

/** Renewals say what they are of, end within the period, and are part of the base. */
export function renewalRules(plan: GoalPlan): Issue[] {
  const renewals = plan.base?.renewals ?? [];
  return [
    ...renewals.flatMap((renewal, index) => {
      const path = ["base", "renewals", index];
      return [...kindRule(plan, renewal, path), ...dueRule(plan, renewal.due, path)];
    }),
    ...wholeRule(plan),
  ];
}

type Renewal = NonNullable<NonNullable<PlanParts["base"]>["renewals"]>[number];

function kindRule(plan: GoalPlan, renewal: Renewal, path: Path): Issue[] {
  if (plan.goal.metric === "net-new-customers" && renewal.mrr !== undefined)
    return [
      issueAt([...path, "mrr"], renewal.mrr, {
        code: "renewal.kind",
        expected: "customers under net-new-customers",
        advice: "write customers: 40",
      }),
    ];
  return exactlyOne(
    path,
    renewal,
    ["customers", "mrr"],
    "renewal.kind",
    "write mrr: 40000, or customers: 40",
  );
}

function dueRule(plan: GoalPlan, due: string, path: Path): Issue[] {
  const days = parseDue(due, planFiscalYears(plan.calendar));
  if (days === undefined) return [];
  const period = planPeriod(plan);
  if (period.kind === "undated")
    return [
      issueAt([...path, "due"], due, {
        code: "period.undated",
        expected: "no dates beside a period of working days",
        advice: "write due: month, or give the goal a period with dates such as 2026-01",
      }),
    ];
  if (days.first >= period.first && days.last <= period.last) return [];
  return [
    issueAt([...path, "due"], due, {
      code: "renewal.due",
      expected: `days from ${formatDay(period.first)} to ${formatDay(period.last)}`,
      advice: "leave out what is due before the period or after it",
    }),
  ];
}

/** More cannot be up for renewal than there is. */
function wholeRule({ base }: GoalPlan): Issue[] {
  const { renewals = [] } = base ?? {};
  const shares = renewals.flatMap((renewal) =>
    (["customers", "mrr"] as const).flatMap((key): Ratio[] => {
      const [all, due] = [base?.[key], renewal[key]];
      if (all === undefined || due === undefined) return [];
      const size = parseQuantity(all);
      // Of a base of nothing, nothing can be up for renewal.
      if (isZero(size)) return isZero(parseQuantity(due)) ? [] : [ratio(2)];
      return [divide(parseQuantity(due), size)];
    }),
  );
  if (compare(sum(shares), ONE) <= 0) return [];
  return [
    issueAt(["base", "renewals"], renewals, {
      code: "renewal.sum",
      expected: "renewals that are part of the base",
      advice: "together they are more than base.mrr or base.customers, lower one",
    }),
  ];
}
