import { encodeExact } from "../number/exact-string.js";
import { divide, isPositive, isZero, multiply, subtract, sum, ZERO, type Ratio } from "../number/ratio.js";
import type { Inflow } from "../model/inflow.js";
import type { PlanModel } from "../model/model.js";
import type { PipelineUnits } from "../model/pipeline-units.js";
import type { DayAxis } from "../model/timeline.js";
import type { PipelineInput } from "../plan/plan.js";
import { parseQuantity } from "../schema/quantity.js";
import { formatDay } from "../calendar/day.js";
import type { PipelineHealth, SlippedItem, WeightedMonth } from "./answer.js";
import { cumulative } from "./cumulative.js";
import { meanPathDays } from "./path-days.js";

/** What health is read from. */
export interface HealthInput {
  readonly model: PlanModel;
  /** Open work as it was written. */
  readonly written: PipelineInput;
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
  readonly asOf: number;
  /** What the goal still needs, in average wins. */
  readonly remaining: Ratio;
}

/** How the open pipeline stands: what it will bring by month, whether it covers the goal, how fast it earns, what slipped. */
export function computePipelineHealth(input: HealthInput): PipelineHealth {
  const { model, underWay, overdue, inTime, remaining } = input;
  const value = sum(underWay.map(({ units, worth }) => multiply(units, worth)));
  return {
    underWay: encodeExact(sum(underWay.map(({ units }) => units))),
    value: encodeExact(multiply(value, model.bridge.worth)),
    inTime: {
      wins: encodeExact(inTime.wins),
      averageWins: encodeExact(inTime.worth),
      amount: encodeExact(multiply(inTime.worth, model.bridge.worth)),
    },
    weighted: weightedMonths(input),
    coverage: isPositive(remaining) ? encodeExact(divide(value, remaining)) : null,
    neededCoverage: isZero(inTime.worth) ? null : encodeExact(divide(value, inTime.worth)),
    velocity: velocity(input),
    slipped: slippedItems(input),
    overdue: overdue.map(({ stage, item, entered }) => ({
      stage: model.flow[stage]?.name ?? "",
      item: item ?? null,
      entered: entered === undefined ? null : formatDay(entered),
    })),
  };
}

function weightedMonths({ model, wins, worth, axis: { first, last } }: HealthInput): WeightedMonth[] {
  const counts = cumulative(wins, last - first + 1);
  const worths = wins === worth ? counts : cumulative(worth, last - first + 1);
  const months: WeightedMonth[] = [];
  let before = { wins: ZERO, worth: ZERO };
  for (let day = first; day <= last; day += 1) {
    const month = monthText(day);
    if (day < last && monthText(day + 1) === month) continue;
    const reached = {
      wins: counts[day - first] ?? before.wins,
      worth: worths[day - first] ?? before.worth,
    };
    const won = subtract(reached.wins, before.wins);
    const gained = subtract(reached.worth, before.worth);
    if (!isZero(won) || !isZero(gained))
      months.push({
        month,
        wins: encodeExact(won),
        averageWins: encodeExact(gained),
        amount: encodeExact(multiply(gained, model.bridge.worth)),
      });
    before = reached;
  }
  return months;
}

function monthText(day: number): string {
  return formatDay(day).slice(0, "2026-01".length);
}

function velocity({ model, worth, underWay }: HealthInput): string | null {
  const days = meanPathDays(model);
  if (isZero(days) || underWay.length === 0) return null;
  const expected = sum(worth.map(({ amount }) => amount));
  return encodeExact(divide(multiply(expected, model.bridge.worth), days));
}

function slippedItems({ model, written, pipeline: open, asOf }: HealthInput): SlippedItem[] {
  return open.flatMap(({ stage, item, expected }) => {
    if (item === undefined || expected === undefined || expected > asOf) return [];
    const name = model.flow[stage]?.name ?? "";
    const items = written[name];
    const value = typeof items === "object" ? items[item]?.value : undefined;
    return [
      {
        stage: name,
        item,
        expected: formatDay(expected),
        value: value === undefined ? null : encodeExact(parseQuantity(value)),
      },
    ];
  });
}
