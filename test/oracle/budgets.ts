import { fixedCosts } from "./costs.js";
import type { PlainPlan, PlainSource, PlainStage } from "./plain-plan.js";
import { sum } from "./rational.js";
import type { Rational } from "./rational.js";
import { allStages } from "./same-as.js";
import type { OracleActivity, OracleStage } from "./solve.js";
import { readNumber } from "./written.js";

/** The work of a plan with what it costs. */
export interface CostedWork {
  readonly stages: readonly OracleStage[];
  readonly activities: readonly OracleActivity[];
  readonly cost: Rational;
}

/** Whether any budget is too small: the plan's for all work and the fixed costs, a team's for its work, a channel's for its stages. */
export function isOverBudget(plan: PlainPlan, { stages, activities, cost }: CostedWork): boolean {
  const work = [...stages, ...activities];
  const isOver = (budget: PlainPlan["budget"], costs: readonly Rational[]): boolean =>
    budget !== undefined && sum(costs).compare(readNumber(budget)) > 0;
  const teams = Object.entries(plan.teams ?? {}).map(([team, { budget }]) =>
    isOver(
      budget,
      work.filter(({ owner }) => owner === team).map((part) => part.cost),
    ),
  );
  const channels = allChannels(plan.funnel).map(({ budget, funnel }) => {
    const own = new Set<string | null>(allStages(funnel).map(({ stage }) => stage));
    return isOver(
      budget,
      work.filter(({ stage }) => own.has(stage)).map((part) => part.cost),
    );
  });
  return [isOver(plan.budget, [cost, fixedCosts(plan)]), ...teams, ...channels].includes(true);
}

function allChannels(funnel: readonly PlainStage[]): PlainSource[] {
  return funnel.flatMap(({ sources = [] }) => [
    ...sources,
    ...sources.flatMap((source) => allChannels(source.funnel)),
  ]);
}
