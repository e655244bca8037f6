import { encodeExact } from "../number/exact-string.js";
import { divide, isPositive, isZero, multiply, subtract, sum, ZERO, type Ratio } from "../number/ratio.js";
import type { Inflow } from "../model/inflow.js";
import { at } from "../number/invariant.js";
import type { CompiledPlan } from "../model/compile.js";
import type { PipelineUnits } from "../model/pipeline-units.js";
import { axisLength, type DayAxis } from "../model/mover.js";
import { formatDay } from "../calendar/day.js";
import type { PipelineHealth, SlippedItem, WeightedMonth } from "./answer.js";
import { cumulative } from "./cumulative.js";
import { meanPathDays } from "./path-days.js";

/** What health is read from. */
export interface HealthInput {
  readonly compiled: CompiledPlan;
  readonly pipeline: readonly PipelineUnits[];
  readonly overdue: readonly PipelineUnits[];
  /** Wins that the open work brings, each counted with its worth, by day of the axis. */
  readonly wins: readonly Inflow[];
  /** How many of them come within the period. */
  readonly inTime: Ratio;
  readonly axis: DayAxis;
  /** The snapshot's day. */
  readonly asOf: number;
  /** What the goal still needs, in average wins. */
  readonly remaining: Ratio;
}

/** How the open pipeline stands: what it will bring by month, whether it covers the goal, how fast it earns, what slipped. */
export function computePipelineHealth(input: HealthInput): PipelineHealth {
  const { compiled, pipeline: open, overdue, inTime, remaining } = input;
  const value = sum(open.map(({ units, worth }) => multiply(units, worth)));
  return {
    weighted: weightedMonths(input),
    coverage: isPositive(remaining) ? encodeExact(divide(value, remaining)) : null,
    neededCoverage: isZero(inTime) ? null : encodeExact(divide(value, inTime)),
    velocity: velocity(input),
    slipped: slippedItems(input),
    overdue: overdue.map(({ stage, item, entered }) => ({
      stage: at(compiled.flow, stage).name,
      item: item ?? null,
      entered: entered === undefined ? null : formatDay(entered),
    })),
  };
}

function weightedMonths({ compiled, wins, axis }: HealthInput): WeightedMonth[] {
  const { first, last } = axis;
  const totals = cumulative(wins, axisLength(axis));
  const months: WeightedMonth[] = [];
  let before = ZERO;
  for (let day = first; day <= last; day += 1) {
    const month = monthText(day);
    if (day < last && monthText(day + 1) === month) continue;
    const reached = at(totals, day - first);
    const won = subtract(reached, before);
    if (!isZero(won))
      months.push({
        month,
        wins: encodeExact(won),
        amount: encodeExact(multiply(won, compiled.bridge.worth)),
      });
    before = reached;
  }
  return months;
}

function monthText(day: number): string {
  return formatDay(day).slice(0, "2026-01".length);
}

function velocity({ compiled, wins }: HealthInput): string | null {
  const days = meanPathDays(compiled);
  if (isZero(days)) return null;
  const expected = sum(wins.map(({ amount }) => amount));
  return encodeExact(divide(multiply(expected, compiled.bridge.worth), days));
}

function slippedItems({ compiled, pipeline, asOf }: HealthInput): SlippedItem[] {
  return pipeline.flatMap(({ stage, item, expected, value }) => {
    if (item === undefined || expected === undefined || expected > asOf) return [];
    const name = at(compiled.flow, stage).name;
    return [
      {
        stage: name,
        item,
        expected: formatDay(expected),
        value: value === undefined ? null : encodeExact(value),
      },
    ];
  });
}
