import { applyChange } from "../../src/plan/change.js";
import { atLeast } from "../../src/chance/binomial.js";
import { applyLearned } from "../../src/history/learning/apply-learned.js";
import { learn } from "../../src/history/learning/learn.js";
import { formatDay } from "../../src/calendar/day.js";
import type { PlanInput } from "../../src/plan/plan.js";
import { solve } from "../../src/solve/solve.js";
import { LAST_DAY, simulateOneStage } from "../history/history-simulator.js";

/** How much months of a simulated market differ, and how many deals each brings. */
export interface Market {
  readonly monthly: number;
  readonly dealsPerMonth: number;
  readonly rate: number;
}

/** What plans came to whose rate and spread were learned from 24 months. Shares of 1. */
export interface LearnedSpreadCoverage {
  readonly asked: number;
  readonly told: number;
  readonly succeeded: number;
  /** The standard error of `succeeded`: histories differ. */
  readonly error: number;
  readonly plans: number;
}

const MONTHS = 24;

const WINS = 12;

/**
 * Each simulated history of 24 months teaches a rate and a spread; the plan for the next month asks for a chance with them.
 * How often does it succeed in the market that made the history? Nothing of that month is drawn: its factor is a lognormal, as
 * those of the past were, and given the factor wins are binomial.
 */
export function coverageOfLearnedSpread(
  market: Market,
  asked: readonly number[],
  histories: number,
  seed: number,
): readonly LearnedSpreadCoverage[] {
  const found = asked.map(() => [] as { readonly told: number; readonly succeeded: number }[]);
  for (let index = 0; index < histories; index += 1) {
    const learnedPlan = planFrom(market, seed + index);
    if (learnedPlan === undefined) continue;
    asked.forEach((chance, at) => {
      const { targets, status } = solve(
        applyChange(learnedPlan, { path: ["goal", "chance"], to: `${chance * 100}%` }),
      );
      if (status !== "feasible") throw new Error("nothing stands in the way here");
      const told = targets.chance?.reached ?? NaN;
      found[at]?.push({ told, succeeded: successIn(market, targets.path[0]?.total ?? NaN) });
    });
  }
  return found.map((plans, at) => {
    const mean = (values: readonly number[]): number =>
      values.reduce((sum, value) => sum + value, 0) / values.length;
    const succeeded = mean(plans.map((plan) => plan.succeeded));
    const variance = mean(plans.map((plan) => (plan.succeeded - succeeded) ** 2));
    return {
      asked: asked[at] ?? NaN,
      told: mean(plans.map(({ told }) => told)),
      succeeded,
      error: Math.sqrt(variance / plans.length),
      plans: plans.length,
    };
  });
}

function planFrom({ monthly, dealsPerMonth, rate }: Market, seed: number): PlanInput | undefined {
  const days = 365 * 2;
  const journeys = simulateOneStage({
    seed,
    deals: MONTHS * dealsPerMonth,
    days,
    rate,
    monthly,
    ends: [0, 2],
  });
  const plan: PlanInput = {
    goal: { metric: "customers", amount: WINS, period: "2027-01" },
    funnel: [{ stage: "demo", rate: "50%" }],
  };
  const learned = applyLearned(
    plan,
    learn(journeys, { stages: plan.funnel, asOf: formatDay(LAST_DAY) }),
  ).plan;
  // One market in a hundred looks as if its rate had changed for good; then nothing is taken over.
  if (learned.spread === undefined) return undefined;
  // Lags are left out: all of the month's wins count, so that a month of work is one month of the market.
  return { ...learned, funnel: [{ stage: "demo", rate: learned.funnel[0]?.rate ?? "50%" }] };
}

const POINTS = 400;

/** P(at least 12 wins from so many units), over the market's lognormal factor: midpoints of its normal from −6 to 6. */
function successIn({ monthly, rate }: Market, units: number): number {
  const variance = Math.log(1 + monthly * monthly);
  let [sum, all] = [0, 0];
  for (let point = 0; point < POINTS; point += 1) {
    const normal = (12 * (point + 0.5)) / POINTS - 6;
    const weight = Math.exp((-normal * normal) / 2);
    const factor = Math.exp(Math.sqrt(variance) * normal - variance / 2);
    all += weight;
    sum += weight * atLeast({ units, wins: WINS, rate: Math.min(1, rate * factor) });
  }
  return sum / all;
}

/** The long suite, for `npm run verify`: each market with its seed; false where told and true differ by more than 4 points. */
export function verifyLearnedSpread(print: (line: string) => void, histories = 60, seed = 1): boolean {
  let good = true;
  const percent = (part: number): string => `${(100 * part).toFixed(2)}%`;
  for (const monthly of [0, 0.1, 0.25, 0.4])
    for (const dealsPerMonth of [40, 160])
      for (const found of coverageOfLearnedSpread(
        { monthly, dealsPerMonth, rate: 0.25 },
        [0.5, 0.8, 0.9, 0.95],
        histories,
        seed,
      )) {
        const { asked, told, succeeded, error, plans } = found;
        const holds = isWithinFour(found);
        good &&= holds;
        print(
          `${holds ? "ok  " : "MISS"} spread learned from ${MONTHS} months of ${dealsPerMonth} deals, months differ by ` +
            `${percent(monthly)}, ${plans} plans, seed ${seed}: asked ${percent(asked)}, told ${percent(told)}, ` +
            `succeeded ${percent(succeeded)} ± ${percent(error)}`,
        );
      }
  return good;
}

/** Is what succeeded within four points of what was told, beyond the error of the simulation? */
export function isWithinFour({ told, succeeded, error }: LearnedSpreadCoverage): boolean {
  return Math.abs(succeeded - told) < 0.04 + 2 * error;
}
