import type { GoalPlan } from "../plan/plan.js";

/** What of a plan a sheet cannot work out, so that its figures are values. */
export type FixedPart = keyof typeof WHY_FIXED;

/** Why it cannot, in a sentence each. */
export const WHY_FIXED = {
  lags: "Lags decide on which day an entry is won: totals and days are values.",
  channels: "Channels share what is needed: totals and days are values.",
  pipeline: "Open deals take part: totals and days are values.",
  chance: "A chance is asked for: totals and days are values.",
  profit: "The goal is what is left after the costs of the work: totals and days are values.",
  earned: "What a win pays within the period depends on its day: wins, totals and days are values.",
  goals:
    "There are several goals, and the wins are those of the one that needs most: wins, totals and days are values.",
  more: "The plan has parts that no sheet works out: totals and days are values.",
  totals: "The totals do not follow from rates alone: totals and days are values.",
  wins: "The wins do not follow from the goal alone: type them.",
  seasonality: "Months weigh differently: days are values.",
  "short days": "Some days are short: days are values.",
  people: "People of a team come, go or are away: days are values.",
  days: "The days are not alike: days are values.",
} as const;

/** Parts of a plan whose equations a sheet knows, and parts that move no figure of it. */
const KNOWN: Readonly<Record<"plan" | "goal" | "stage", readonly string[]>> = {
  plan: [
    ...["name", "currency", "version", "checks", "habits", "tasks", "spread", "rounding", "workFrom"],
    ...["fixedCosts", "budget"],
    ...["goal", "deal", "base", "churn", "expansion", "contraction", "repeat", "buffer"],
    ...["funnel", "calendar", "teams", "pipeline"],
  ],
  goal: ["metric", "by", "amount", "unit", "period", "chance", "why"],
  stage: [
    ...["stage", "rate", "sameAs", "owner", "plural", "available", "minutes", "cost", "activities"],
    ...["lag", "lossLag", "sources", "why"],
  ],
};

const CALENDAR = [
  "workdays",
  "holidays",
  "weekStartsOn",
  "seasonality",
  "fiscalYearStart",
  "fiscalYearNamedBy",
];

/** What keeps the totals of a plan from being live, and what its days. */
export function whyFixed(
  plan: GoalPlan,
  hasGoals: boolean,
): Readonly<Record<"totals" | "days", readonly FixedPart[]>> {
  const { goal, funnel, pipeline, calendar, teams } = plan;
  const isOpen = Object.keys(pipeline ?? {}).length > 0;
  const unknown =
    hasOther(plan, KNOWN.plan) ||
    hasOther(goal, KNOWN.goal) ||
    funnel.some((stage) => hasOther(stage, KNOWN.stage)) ||
    hasOther(calendar ?? {}, CALENDAR);
  return {
    totals: named({
      lags: funnel.some(({ lag, lossLag }) => lag !== undefined || lossLag !== undefined),
      channels: funnel.some(({ sources }) => sources !== undefined),
      pipeline: isOpen,
      chance: goal.chance !== undefined,
      profit: goal.metric === "profit",
      earned: goal.metric === "revenue-earned",
      goals: hasGoals,
      more: unknown,
    }),
    days: named({
      seasonality: calendar?.seasonality !== undefined,
      "short days": hasShortDays(calendar),
      people: Object.values(teams ?? {}).some(({ people }) => people !== undefined),
    }),
  };
}

function named(parts: Partial<Record<FixedPart, boolean>>): readonly FixedPart[] {
  const all: readonly string[] = Object.entries(parts).flatMap(([part, is]) => (is ? [part] : []));
  return all.filter((part): part is FixedPart => part in WHY_FIXED);
}

function hasOther(part: object, known: readonly string[]): boolean {
  return Object.entries(part).some(([key, value]) => value !== undefined && !known.includes(key));
}

function hasShortDays(calendar: GoalPlan["calendar"]): boolean {
  const { workdays = [], holidays = [] } = calendar ?? {};
  const isPart = (day: unknown): boolean => typeof day === "object" && day !== null && !("start" in day);
  return !Array.isArray(workdays) || workdays.some(isPart) || holidays.some(isPart);
}
