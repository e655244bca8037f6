import { parseRateText } from "../number/rate-text.js";
import { minus, plus, type Whole } from "../number/whole.js";
import { divide, isZero, multiply, ONE, ratio, sum, ZERO, type Ratio } from "../number/ratio.js";
import { isWork, unitsBrought } from "../model/flow.js";
import type { Inflow } from "../model/inflow.js";
import { stagesOfUnitsChannels } from "../model/pipeline-wins.js";
import type { DayAxis } from "../model/timeline.js";
import { parseWrittenDay } from "../plan/dates.js";
import { parseQuantity, type Quantity } from "../schema/quantity.js";
import type { Entry, Snapshot } from "../plan/snapshot.js";
import { computeLevelEffort } from "../schedule/effort.js";
import type { Prepared } from "../schedule/prepared.js";
import type { Volumes } from "../schedule/volumes.js";
import { winWindow, type StageWindow } from "../schedule/windows.js";
import { workingDays } from "../calendar/working-days.js";
import { numberSeries, wholeSeries } from "../lag/series.js";
import { entriesOf } from "./so-far.js";

/**
 * How work goes on after the snapshot: as the plan asks (`"targets"`), as it went on average over the last so many working
 * days (`{ recent: 20 }`), at so many units a working day by stage (`{ perDay: { call: 40 } }`; 0 for the others), or at so
 * large a part of what the plan asks of each day (`{ ofPlan: { call: "80%" } }`; all of it for the others), with the plan's
 * own seasons and ramps. A pace is for stages whose entries are work of their own; what enters the others follows from it.
 */
export type Pace<Stage extends string = string> =
  | "targets"
  | {
      /** Over how many of the last working days to take the average. */
      readonly recent: number;
    }
  | {
      /** Units a working day, by stage; 0 for stages that are not named. */
      readonly perDay: Readonly<Partial<Record<NoInfer<Stage>, Quantity>>>;
    }
  | {
      /** Part of the plan's work that is done, by stage, "80%" or 1.2; all of it for stages that are not named. */
      readonly ofPlan: Readonly<Partial<Record<NoInfer<Stage>, Quantity>>>;
    };

/** Everything a pace is read from. */
export interface PaceInput {
  readonly prepared: Prepared;
  readonly volumes: Volumes;
  readonly snapshot: Snapshot;
  readonly axis: DayAxis;
  /** The first day of new work, the day after the snapshot. */
  readonly from: number;
}

/** The units that start at each stage from the day after the snapshot on, by index. */
export function paceInflows(input: PaceInput, pace: Pace): readonly (readonly Inflow[])[] {
  if (pace === "targets") return input.prepared.flow.map((_, index) => plannedInflow(input, index));
  if ("ofPlan" in pace) {
    const parts = partsDone(input, pace.ofPlan);
    return input.prepared.flow.map((_, index) => partOf(plannedInflow(input, index), parts[index] ?? ONE));
  }
  return input.prepared.flow.map((_, index) => steadyInflow(input, index, pace));
}

function partOf(inflows: readonly Inflow[], part: Ratio): readonly Inflow[] {
  if (isZero(part)) return [];
  return inflows.map((inflow) => ({ ...inflow, amount: multiply(inflow.amount, part) }));
}

/**
 * The part of the plan's work that is done by stage: as given at sources; behind them the mean of what feeds a stage, and
 * where channels bring fixed units, of those.
 */
function partsDone(
  { prepared: { flow }, volumes }: PaceInput,
  given: Readonly<Partial<Record<string, Quantity>>>,
): readonly Ratio[] {
  const parts: Ratio[] = [];
  flow.forEach(({ name, feeders }, index) => {
    const written = Object.hasOwn(given, name) ? given[name] : undefined;
    const fixed = feeders.filter(({ units }) => units !== null);
    const weighed = (fixed.length > 0 ? fixed : feeders).map(({ last, units }) => ({
      part: parts[last] ?? ONE,
      weight: units ?? multiply(volumes.exact[last] ?? ZERO, flow[last]?.rate ?? ZERO),
    }));
    const total = sum(weighed.map(({ weight }) => weight));
    if (isWork(flow, index)) parts.push(parseRateText(written) ?? ONE);
    else if (feeders.length === 0) parts.push(parts[index - 1] ?? ONE);
    else if (isZero(total)) parts.push(ONE);
    else parts.push(divide(sum(weighed.map(({ part, weight }) => multiply(part, weight))), total));
  });
  return parts;
}

/** Of how many working days a recent pace is the average, at the source that has most; null for other paces. */
export function recentDays(input: Omit<PaceInput, "axis" | "volumes">, pace: Pace): number | null {
  if (pace === "targets" || !("recent" in pace)) return null;
  return input.prepared.flow.reduce((most, { name }, index) => {
    const entered = isWork(input.prepared.flow, index) ? entriesOf(input.snapshot, name) : undefined;
    return entered === undefined ? most : Math.max(most, daysBehind(input, entered, pace.recent).length);
  }, 0);
}

/** The plan's own level work, as far as its days lie after the snapshot. */
function plannedInflow(input: PaceInput, index: number): Inflow[] {
  const { prepared, volumes } = input;
  const { flow } = prepared;
  const stage = flow[index];
  const level = winWindow(prepared);
  if (stage === undefined) return [];
  if (stagesOfUnitsChannels(flow)[index] === true)
    return spreadOver(input, level, volumes.exact[index] ?? ZERO);
  if (!isWork(flow, index)) return spreadOver(input, level, unitsBrought(stage));
  const window = prepared.windows[index] ?? level;
  return spreadOver(input, window, computeLevelEffort(volumes.exact[index] ?? ZERO, window));
}

function spreadOver({ axis, from }: PaceInput, window: StageWindow, amount: Ratio): Inflow[] {
  const values = new Array<Whole>(axis.last - axis.first + 1).fill(0);
  let before: Whole = 0;
  window.days.forEach((day, index) => {
    const reached = window.reach[index] ?? before;
    if (day >= from && day <= axis.last) values[day - axis.first] = minus(reached, before);
    before = reached;
  });
  const whole = window.reach.at(-1) ?? 0;
  if (whole === 0 || amount.num === 0) return [];
  const ahead = values.reduce<Whole>(plus, 0);
  return [
    { amount: multiply(amount, ratio(ahead, whole)), series: wholeSeries(values), whole: ahead, late: ZERO },
  ].filter(() => ahead > 0);
}

/** A number of units on every working day after the snapshot, up to the end of the axis. */
function steadyInflow(
  input: PaceInput,
  index: number,
  pace: Exclude<Pace, "targets" | { readonly ofPlan: unknown }>,
): Inflow[] {
  const { prepared, axis, from } = input;
  if (!isWork(prepared.flow, index)) return [];
  const perDay =
    "recent" in pace ? recentPerDay(input, index, pace.recent) : givenPerDay(prepared, index, pace.perDay);
  const days = workingDays(prepared.calendar, from, axis.last);
  if (perDay.num === 0 || days.length === 0) return [];
  const values = new Array<number>(axis.last - axis.first + 1).fill(0);
  for (const day of days) values[day - axis.first] = 1;
  return [
    {
      amount: multiply(perDay, ratio(days.length)),
      series: numberSeries(values),
      whole: days.length,
      late: ZERO,
    },
  ];
}

function givenPerDay(
  { flow }: Prepared,
  index: number,
  perDay: Readonly<Partial<Record<string, Quantity>>>,
): Ratio {
  const name = flow[index]?.name ?? "";
  const given = Object.hasOwn(perDay, name) ? perDay[name] : undefined;
  return given === undefined ? ZERO : parseQuantity(given);
}

/**
 * The average of a number of last working days, or of as many as there are since work began. A plain number of entries is
 * averaged over all working days from workFrom on.
 */
function recentPerDay(input: PaceInput, index: number, recent: number): Ratio {
  const entered = entriesOf(input.snapshot, input.prepared.flow[index]?.name ?? "");
  if (entered === undefined) return ZERO;
  const past = daysBehind(input, entered, recent);
  const [first] = past;
  if (first === undefined) return ZERO;
  if (typeof entered !== "object") return divide(parseQuantity(entered), ratio(past.length));
  const counted = entered
    .filter(({ on }) => parseWrittenDay(on) >= first)
    .map(({ count }) => parseQuantity(count));
  return divide(sum(counted), ratio(past.length));
}

/** The working days that a recent pace looks back on. */
function daysBehind(
  { prepared, from }: Omit<PaceInput, "axis" | "volumes">,
  entered: Quantity | readonly Entry[],
  recent: number,
): readonly number[] {
  const workFrom = prepared.workFrom ?? from;
  if (typeof entered !== "object") return workingDays(prepared.calendar, workFrom, from - 1);
  const began = Math.min(workFrom, ...entered.map(({ on }) => parseWrittenDay(on)));
  return workingDays(prepared.calendar, began, from - 1).slice(-recent);
}
