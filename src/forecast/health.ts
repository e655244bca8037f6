import { toExact } from "../number/exact.js";
import {
  add,
  divide,
  isPositive,
  isZero,
  multiply,
  ONE,
  ratio,
  subtract,
  sum,
  ZERO,
  type Ratio,
} from "../number/ratio.js";
import { dealValue } from "../model/deal-worth.js";
import type { Inflow } from "../model/inflow.js";
import type { PlanModel } from "../model/model.js";
import type { OpenUnits } from "../model/open-work.js";
import { lagsOf } from "../model/timeline.js";
import { formatDay } from "../time/day.js";
import type { LagTable } from "../time/lag.js";
import type { PipelineHealth, SlippedItem, WeightedMonth } from "./answer.js";
import { cumulative } from "./cumulative.js";

/** What health is read from. */
export interface HealthInput {
  readonly model: PlanModel;
  readonly open: readonly OpenUnits[];
  readonly overdue: readonly OpenUnits[];
  /** Wins that the open work brings, each counted with its worth, by day of the axis. */
  readonly wins: readonly Inflow[];
  readonly first: number;
  readonly last: number;
  readonly through: number;
  /** What the goal still needs, in average wins. */
  readonly stillNeeded: Ratio;
}

/** How the open pipeline stands: what it will bring by month, whether it covers the goal, how fast it earns, what slipped. */
export function healthOf(input: HealthInput): PipelineHealth {
  const { model, open, overdue, stillNeeded } = input;
  const value = sum(open.map(({ units, worth }) => multiply(units, worth)));
  const inTime = expectedBy(input, model.period.kind === "dated" ? model.period.last : input.last);
  return {
    weighted: weightedMonths(input),
    coverage: isPositive(stillNeeded) ? toExact(divide(value, stillNeeded)) : null,
    neededCoverage: isZero(inTime) ? null : toExact(divide(value, inTime)),
    velocity: velocity(input),
    slipped: slippedItems(input),
    overdue: overdue.map(({ stage, item, entered }) => ({
      stage: model.flow[stage]?.name ?? "",
      item: item ?? null,
      entered: entered === undefined ? null : formatDay(entered),
    })),
  };
}

function expectedBy({ wins, first, last }: HealthInput, day: number): Ratio {
  const totals = cumulative(wins, last - first + 1);
  return totals[Math.min(day, last) - first] ?? ZERO;
}

function weightedMonths({ model, wins, first, last }: HealthInput): WeightedMonth[] {
  const totals = cumulative(wins, last - first + 1);
  const months: WeightedMonth[] = [];
  let before = ZERO;
  for (let day = first; day <= last; day += 1) {
    const month = formatDay(day).slice(0, 7);
    if (day < last && formatDay(day + 1).slice(0, 7) === month) continue;
    const reached = totals[day - first] ?? before;
    const won = subtract(reached, before);
    if (!isZero(won))
      months.push({ month, wins: toExact(won), amount: toExact(multiply(won, model.bridge.worth)) });
    before = reached;
  }
  return months;
}

/** Expected amount of all open work ÷ the mean days that the whole path takes. */
function velocity({ model, wins }: HealthInput): string | null {
  const days = meanPathDays(model);
  if (isZero(days)) return null;
  const expected = sum(wins.map(({ amount }) => amount));
  return toExact(divide(multiply(expected, model.bridge.worth), days));
}

/** The mean days from the first stage of the longest path to the win; working days count as calendar days × 7 ÷ a week's. */
function meanPathDays({ flow, calendar }: PlanModel): Ratio {
  const lags = lagsOf(flow);
  const toWin: Ratio[] = flow.map(() => ZERO);
  for (let index = flow.length - 1; index >= 0; index -= 1) {
    const lag = lags[index];
    const next = flow[index]?.next ?? -1;
    const after = next < 0 ? ZERO : (toWin[next] ?? ZERO);
    toWin[index] = add(after, lag === undefined ? ZERO : meanLag(lag, calendar.daysPerWeek));
  }
  return toWin[flow.findIndex(({ next }) => next >= 0 || flow.length === 1)] ?? toWin[0] ?? ZERO;
}

function meanLag(lag: LagTable, daysPerWeek: number): Ratio {
  if (lag.kind === "workingDays") return ratio(lag.days * 7, daysPerWeek);
  const weighted = lag.weights.reduce(
    (total, weight, later) => total + BigInt(weight) * BigInt(lag.first + later),
    0n,
  );
  return ratio(weighted, BigInt(lag.scale));
}

function slippedItems({ model, open, through }: HealthInput): SlippedItem[] {
  return open.flatMap(({ stage, item, expected, worth }) => {
    if (item === undefined || expected === undefined || expected > through) return [];
    const average = dealValue(model.plan);
    const value =
      isZero(average) || (worth.num === ONE.num && worth.den === ONE.den)
        ? null
        : toExact(multiply(worth, average));
    return [{ stage: model.flow[stage]?.name ?? "", item, expected: formatDay(expected), value }];
  });
}
