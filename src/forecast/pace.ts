import type { Count, Rate, Units } from "../number/measure.js";
import type { Day } from "../calendar/day.js";
import { plus, type Whole } from "../number/whole.js";
import { at } from "../number/invariant.js";
import { divide, isZero, multiply, ONE, ratio, sum, ZERO, type Ratio } from "../number/ratio.js";
import { unitsBrought } from "../model/flow.js";
import type { Inflow } from "../model/inflow.js";
import { arriving } from "../model/needs.js";
import type { CompiledPlan, CompiledStage } from "../model/compile.js";
import type { CompiledSnapshot, Counted } from "../model/compile-snapshot.js";
import { axisLength, type DayAxis } from "../model/mover.js";
import { dayWeights, wholeReach, type StageWindow } from "../model/windows.js";
import type { Quantity } from "../schema/quantity.js";
import { computeLevelEffort } from "../model/started-units.js";
import type { Volumes } from "../schedule/volumes.js";
import { dayPart, fullDays, workingDays } from "../calendar/working-days.js";
import { numberSeries, wholeSeries } from "../lag/series.js";

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
      readonly recent: Count;
    }
  | {
      /** Units a working day, by stage; 0 for stages that are not named. */
      readonly perDay: Readonly<Partial<Record<NoInfer<Stage>, Quantity>>>;
    }
  | {
      /** Part of the plan's work that is done, by stage, "80%" or 1.2; all of it for stages that are not named. */
      readonly ofPlan: Readonly<Partial<Record<NoInfer<Stage>, Quantity>>>;
    };

/** A pace, read once: units a working day stand by the name of the stage. */
export type CompiledPace =
  | "targets"
  | { readonly recent: Count }
  | { readonly perDay: ReadonlyMap<string, Ratio> }
  | { readonly ofPlan: ReadonlyMap<string, Ratio> };

/** So many units on every working day. */
type SteadyPace = Exclude<CompiledPace, "targets" | { readonly ofPlan: unknown }>;

/** Everything a pace is read from. */
export interface PaceInput {
  readonly compiled: CompiledPlan;
  readonly volumes: Volumes;
  /** What a recent pace is the average of. */
  readonly entered: CompiledSnapshot["entered"];
  readonly axis: DayAxis;
  /** The first day of new work, the day after the snapshot. */
  readonly from: Day;
}

/** What a recent pace is read from. */
type PastInput = Pick<PaceInput, "compiled" | "entered" | "from">;

/** The units that start at each stage from the day after the snapshot on, by its index. */
export function paceInflows(input: PaceInput, pace: CompiledPace): readonly (readonly Inflow[])[] {
  const { flow } = input.compiled;
  if (pace === "targets") return flow.map((stage) => plannedInflow(input, stage));
  if (!("ofPlan" in pace)) return flow.map((stage) => steadyInflow(input, stage, pace));
  const parts = partsDone(input, pace.ofPlan);
  return flow.map((stage) => partOf(plannedInflow(input, stage), at(parts, stage.index)));
}

function partOf(inflows: readonly Inflow[], part: Rate): readonly Inflow[] {
  if (isZero(part)) return [];
  return inflows.map((inflow) => ({ ...inflow, amount: multiply(inflow.amount, part) }));
}

/**
 * The part of the plan's work that is done, by the index of the stage: as given at sources, all of it where none is given;
 * behind them the mean of what feeds a stage, and where channels bring fixed units, of those.
 */
export function partsDone(
  { compiled: { flow }, volumes }: PaceInput,
  given: ReadonlyMap<string, Ratio>,
): readonly Ratio[] {
  const parts: Ratio[] = [];
  for (const { name, feeders, isSource, index } of flow) {
    const fixed = feeders.filter(({ units }) => units !== null);
    const weighed = (fixed.length > 0 ? fixed : feeders).map(({ last, units }) => ({
      part: at(parts, last),
      weight: units ?? multiply(at(volumes.stages, last).exact, at(flow, last).rate),
    }));
    const total = sum(weighed.map(({ weight }) => weight));
    if (isSource) parts.push(given.get(name) ?? ONE);
    else if (feeders.length === 0) parts.push(at(parts, index - 1));
    else if (isZero(total)) parts.push(ONE);
    else parts.push(divide(sum(weighed.map(({ part, weight }) => multiply(part, weight))), total));
  }
  return parts;
}

/** Of how many working days a recent pace is the average, at the source that has most; null for other paces. */
export function recentDays(input: PastInput, pace: CompiledPace): Count | null {
  if (pace === "targets" || !("recent" in pace)) return null;
  return input.compiled.flow.reduce((most, { name, isSource }) => {
    const counted = isSource ? input.entered.get(name) : undefined;
    return counted === undefined ? most : Math.max(most, daysBehind(input, counted, pace.recent).length);
  }, 0);
}

/** The plan's own level work, as far as its days lie after the snapshot. */
function plannedInflow(input: PaceInput, stage: CompiledStage): Inflow[] {
  const { levelWindow } = input.compiled;
  const { exact } = at(input.volumes.stages, stage.index);
  if (stage.inUnitsChannel) return spreadOver(input, levelWindow, arriving(stage, exact));
  if (!stage.isSource) return spreadOver(input, levelWindow, unitsBrought(stage));
  return spreadOver(input, stage.window, computeLevelEffort(exact, stage.window));
}

function spreadOver({ axis, from }: PaceInput, window: StageWindow, amount: Units): Inflow[] {
  const values = new Array<Whole>(axisLength(axis)).fill(0);
  const weights = dayWeights(window);
  window.days.forEach((day, index) => {
    if (day >= from && day <= axis.last) values[day - axis.first] = at<Whole>(weights, index);
  });
  const whole = wholeReach(window);
  const ahead = values.reduce<Whole>(plus, 0);
  if (whole === 0 || amount.num === 0 || ahead === 0) return [];
  const share = ratio(ahead, whole);
  return [{ amount: multiply(amount, share), series: wholeSeries(values), whole: ahead, late: ZERO }];
}

/** A number of units on every working day after the snapshot, up to the end of the axis. */
function steadyInflow(input: PaceInput, stage: CompiledStage, pace: SteadyPace): Inflow[] {
  const { compiled, axis, from } = input;
  if (!stage.isSource) return [];
  const perDay = steadyPerDay(input, stage, pace);
  if (perDay === "as planned") return plannedInflow(input, stage);
  const days = workingDays(compiled.calendar, from, axis.last);
  if (perDay.num === 0 || days.length === 0) return [];
  const values = new Array<number>(axisLength(axis)).fill(0);
  const { calendar } = compiled;
  for (const day of days) values[day - axis.first] = dayPart(calendar.shares, day);
  const amount = multiply(perDay, fullDays(calendar, days));
  const whole = values.reduce((total, value) => total + value, 0);
  return [{ amount, series: numberSeries(values), whole, late: ZERO }];
}

/**
 * How many units a day a steady pace starts at a source. A stage that is not named does not go on; what comes from outside is
 * nobody's pace, and comes as planned where nothing else is said or counted.
 */
export function steadyPerDay(input: PastInput, stage: CompiledStage, pace: SteadyPace): Ratio | "as planned" {
  const { name, isWork } = stage;
  const isTold = "recent" in pace ? input.entered.has(name) : pace.perDay.has(name);
  if (!isTold && !isWork) return "as planned";
  return "recent" in pace ? recentPerDay(input, stage, pace.recent) : (pace.perDay.get(name) ?? ZERO);
}

/**
 * The average of a number of last working days, or of as many as there are since work began. A plain number of entries is
 * averaged over all working days from workFrom on.
 */
function recentPerDay(input: PastInput, { name }: CompiledStage, recent: Count): Units {
  const counted = input.entered.get(name);
  if (counted === undefined) return ZERO;
  const past = daysBehind(input, counted, recent);
  const [first] = past;
  if (first === undefined) return ZERO;
  const { total, rows } = counted;
  const lately =
    rows === null ? total : sum(rows.filter(({ day }) => day >= first).map(({ count }) => count));
  return divide(lately, fullDays(input.compiled.calendar, past));
}

/** The working days that a recent pace looks back on. */
function daysBehind({ compiled, from }: PastInput, { rows }: Counted, recent: Count): readonly Day[] {
  const { calendar } = compiled;
  const workFrom = compiled.workFrom ?? from;
  if (rows === null) return workingDays(calendar, workFrom, from - 1);
  const began = Math.min(workFrom, ...rows.map(({ day }) => day));
  return workingDays(calendar, began, from - 1).slice(0 - recent);
}
