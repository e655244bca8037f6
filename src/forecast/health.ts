import { paidBridge } from "../model/bridge.js";
import { encodeExact } from "../number/exact-string.js";
import { divide, isPositive, isZero, multiply, subtract, sum, ZERO, type Ratio } from "../number/ratio.js";
import { totalInflow, type Inflow } from "../model/inflow.js";
import { at } from "../number/invariant.js";
import type { CompiledPlan } from "../model/compile.js";
import type { PipelineUnits } from "../model/pipeline-units.js";
import { axisLength, type DayAxis } from "../model/mover.js";
import { formatDay, type Day } from "../calendar/day.js";
import type { PipelineHealth, SlippedItem, WeightedMonth } from "./answer.js";
import { cumulative } from "./cumulative.js";
import { meanPathDays } from "./path-days.js";

/** What health is read from. */
interface HealthInput {
  readonly compiled: CompiledPlan;
  readonly pipeline: readonly PipelineUnits[];
  /** Everything that is under way: open work, or what dated entries and the plan's own open work have become. */
  readonly underWay: readonly PipelineUnits[];
  readonly overdue: readonly PipelineUnits[];
  /** Wins that what is under way brings, by day of the axis: counted one by one, and by what they are worth in average wins. */
  readonly wins: readonly Inflow[];
  readonly worth: readonly Inflow[];
  /** How many of them come within the period, counted and in average wins. */
  readonly inTime: { readonly wins: Ratio; readonly worth: Ratio };
  readonly axis: DayAxis;
  /** The snapshot's day. */
  readonly asOf: Day;
  /** What the goal still needs, in average wins. */
  readonly remaining: Ratio;
}

/** How the open pipeline stands: what it will bring by month, whether it covers the goal, how fast it earns, what slipped. */
export function computePipelineHealth(input: HealthInput): PipelineHealth {
  const { compiled, underWay, overdue, inTime, remaining } = input;
  const { worth: each } = paidBridge(compiled.bridge);
  const value = sum(underWay.map(({ units, worth }) => multiply(units, worth)));
  return {
    underWay: encodeExact(sum(underWay.map(({ units }) => units))),
    value: encodeExact(multiply(value, each)),
    inTime: {
      wins: encodeExact(inTime.wins),
      averageWins: encodeExact(inTime.worth),
      amount: encodeExact(multiply(inTime.worth, each)),
    },
    weighted: weightedMonths(input),
    coverage: isPositive(remaining) ? encodeExact(divide(value, remaining)) : null,
    neededCoverage: isZero(inTime.worth) ? null : encodeExact(divide(value, inTime.worth)),
    velocity: velocity(input),
    slipped: slippedItems(input),
    overdue: overdue.map(({ stage, item, entered }) => ({
      stage: at(compiled.flow, stage).name,
      item: item ?? null,
      entered: entered === undefined ? null : formatDay(entered),
    })),
  };
}

function weightedMonths({ compiled, wins, worth, axis }: HealthInput): WeightedMonth[] {
  const { first, last } = axis;
  const counts = cumulative(wins, axisLength(axis));
  const worths = wins === worth ? counts : cumulative(worth, axisLength(axis));
  const months: WeightedMonth[] = [];
  let before = { wins: ZERO, worth: ZERO };
  for (let day = first; day <= last; day += 1) {
    const month = monthText(day);
    if (day < last && monthText(day + 1) === month) continue;
    const reached = { wins: at(counts, day - first), worth: at(worths, day - first) };
    const won = subtract(reached.wins, before.wins);
    const gained = subtract(reached.worth, before.worth);
    if (!isZero(won) || !isZero(gained))
      months.push({
        month,
        wins: encodeExact(won),
        averageWins: encodeExact(gained),
        amount: encodeExact(multiply(gained, paidBridge(compiled.bridge).worth)),
      });
    before = reached;
  }
  return months;
}

function monthText(day: Day): string {
  return formatDay(day).slice(0, "2026-01".length);
}

function velocity({ compiled, worth, underWay }: HealthInput): string | null {
  const days = meanPathDays(compiled);
  if (isZero(days) || underWay.length === 0) return null;
  const expected = totalInflow(worth);
  return encodeExact(divide(multiply(expected, paidBridge(compiled.bridge).worth), days));
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
