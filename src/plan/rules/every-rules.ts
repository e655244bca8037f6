import { wholeSpans } from "../../calendar/spans.js";
import { isZero } from "../../number/ratio.js";
import { issueAt, type Issue, type Path } from "../../schema/issue.js";
import { METRIC_FACTS } from "../metric-facts.js";
import { planPeriod } from "../plan-period.js";
import type { GoalPlan } from "../plan.js";
import type { PlacedStage } from "../stage-list.js";

const PATH: Path = ["goal", "every"];
/** More months than these are a plan of several periods. */
const MOST_MONTHS = 120;

/** A goal for each month has months, and all beside it says how much of it falls into one. */
export function everyRules(plan: GoalPlan, stages: readonly PlacedStage[]): Issue[] {
  const { every } = plan.goal;
  if (every === undefined) return [];
  const period = planPeriod(plan);
  if (period.kind === "undated")
    return [
      issueAt(PATH, every, {
        code: "period.undated",
        expected: "no every beside a period of working days",
        advice: "leave it out, or give the goal a period with dates such as 2026-Q1",
      }),
    ];
  const { whole, rest } = wholeSpans(period.first, period.last, "month");
  if (whole === 0 || !isZero(rest))
    return [
      issueAt(PATH, every, {
        code: "every.months",
        expected: "a period of whole months beside every: month",
        advice: "write a period such as 2026-Q1 or { start: 2026-01-15, months: 3 }",
      }),
    ];
  if (whole > MOST_MONTHS)
    return [
      issueAt(PATH, every, {
        code: "period.too-long",
        expected: "a period of at most ten years beside every: month",
        advice: "make a plan for each year",
      }),
    ];
  return [
    ...besideRules(plan),
    ...(whole === 1
      ? []
      : [...perRules(plan), ...renewalsRule(plan), ...unitsRules(stages), ...returnsRules(stages)]),
  ];
}

function besideRules({ goal }: GoalPlan): Issue[] {
  const issues: Issue[] = [];
  const refuse = (key: "profile" | "chance" | "metric", advice: string): void => {
    issues.push(
      issueAt(["goal", key], goal[key], {
        code: "every.beside",
        expected: `no ${key === "metric" ? `metric: ${goal.metric}` : key} beside every: month`,
        advice,
      }),
    );
  };
  if (goal.profile !== undefined)
    refuse(
      "profile",
      "leave one of them out: a profile shares out one target, every: month sets one for each",
    );
  if (goal.chance !== undefined)
    refuse("chance", "leave chance out, and add a buffer to each month's wins where you want a margin");
  if (goal.metric === "profit")
    refuse(
      "metric",
      "costs belong to no month; make a plan for each month, or plan the profit of the period",
    );
  if (goal.metric === "revenue-earned")
    refuse(
      "metric",
      "a win pays in the months after its own; leave every out, or plan mrr or revenue for each month",
    );
  return issues;
}

/** What ends within a month, and with which share renewed, is said of the whole period. */
function renewalsRule({ base, goal }: GoalPlan): Issue[] {
  if (base?.renewals === undefined || !METRIC_FACTS[goal.metric].parts.includes("churn")) return [];
  return [
    issueAt(["base", "renewals"], base.renewals, {
      code: "every.beside",
      expected: "no renewals beside every: month",
      advice: "make a plan for each month, or write what is not renewed as churn",
    }),
  ];
}

/** A number for "the period" could be the year's or the month's. */
function perRules(plan: GoalPlan): Issue[] {
  return METRIC_FACTS[plan.goal.metric].parts.flatMap((part) => {
    const written = plan[part];
    if (written === undefined || (written.per ?? "period") !== "period") return [];
    return [
      issueAt([part, "per"], written.per, {
        code: "every.beside",
        expected: `the span that ${part} is for, beside every: month`,
        advice: "write per: month, per: quarter or per: year",
      }),
    ];
  });
}

/** What comes back may do so in another month than the one whose goal it was for. */
function returnsRules(stages: readonly PlacedStage[]): Issue[] {
  return stages.flatMap(({ stage, path }) =>
    stage.returns === undefined
      ? []
      : [
          issueAt([...path, "returns"], stage.returns, {
            code: "every.beside",
            expected: "no units that come back beside every: month",
            advice: "write the rate with those that come back, or make a plan for each month",
          }),
        ],
  );
}

/** Fixed units come level over the period, whatever a month needs. */
function unitsRules(stages: readonly PlacedStage[]): Issue[] {
  return stages.flatMap(({ stage, path }) =>
    (stage.sources ?? []).flatMap(({ units }, index) =>
      units === undefined
        ? []
        : [
            issueAt([...path, "sources", index, "units"], units, {
              code: "every.beside",
              expected: "no fixed units of a channel beside every: month",
              advice: "write the share that it brings, such as share: 30%, or rest: true",
            }),
          ],
    ),
  );
}
