import type { Day } from "../calendar/day.js";
import { at } from "../number/invariant.js";
import { multiply, ratio, ZERO, type Ratio } from "../number/ratio.js";
import type { CompiledSnapshot, CountedOn } from "../model/compile-snapshot.js";
import type { Inflow, Inflows } from "../model/inflow.js";
import { axisLength } from "../model/mover.js";
import { addComingBack, loopsByEnd, shareBack } from "../model/back-inflow.js";
import { movedOn, type Stays } from "../model/onward-inflow.js";
import { leavingInflow, returningInflow, type PipelineMoving } from "../model/pipeline-inflow.js";
import { openGroups, type OpenGroup } from "../model/pipeline-groups.js";
import type { PipelineUnits } from "../model/pipeline-units.js";
import type { MovingStage } from "../model/stage-time.js";
import { addWorkingDays } from "../calendar/working-days.js";
import type { CalendarLag, LagTable } from "../lag/lag-table.js";
import { minus, plus, sumWhole, type Whole } from "../number/whole.js";
import { NO_LAG } from "../lag/read-lag.js";
import { wholeSeries } from "../lag/series.js";

/** What is under way on the morning after the snapshot. */
interface UnderwayInput {
  readonly moving: PipelineMoving;
  readonly snapshot: CompiledSnapshot;
  readonly pipeline: readonly PipelineUnits[];
  /** The morning on which `open` was open: the day after the snapshot, or workFrom for the plan's own open work. */
  readonly openFrom: Day;
  /** Stages whose units are counted elsewhere. */
  readonly stays: Stays;
}

/**
 * What the units bring that are under way on the morning after the snapshot, each counted as `each` says. Open work
 * says it best. Where the snapshot gives none, the plan's open work and dated entries go on by their lags; what should
 * have left its stage before is taken to have left it.
 */
export function forecastPipeline(input: UnderwayInput, each: (units: PipelineUnits) => Ratio): Inflows {
  const { moving, snapshot, pipeline: open, stays } = input;
  const wins: Inflow[] = [];
  const started: Inflow[][] = moving.flow.map(() => []);
  const leave = (stage: MovingStage, inflow: Inflow | undefined) => {
    if (inflow === undefined || stays(stage)) return;
    (stage.next < 0 ? wins : at(started, stage.next)).push(inflow);
  };
  const back: Inflow[][] = moving.flow.map(() => []);
  const loops = loopsByEnd(moving.flow);
  const leaveOn = (stage: MovingStage, row: CountedOn) => {
    leave(stage, leavingEntry(moving, stage, row));
    const loop = loops.get(stage.index);
    if (loop === undefined) return;
    const returning = leavingEntry(moving, { rate: shareBack(loop), lag: stage.backLag }, row);
    if (returning !== undefined) at(back, stage.index).push(returning);
  };
  for (const group of openGroups(open)) {
    const stage = at(moving.flow, group.stage);
    leave(stage, leavingOpen(input, group, each));
    const returning = returningInflow(
      { ...moving, workFrom: input.openFrom },
      loops.get(group.stage),
      group,
      each,
    );
    at(back, group.stage).push(...returning.flatMap((inflow) => afterSnapshot(input, inflow) ?? []));
  }
  if (snapshot.snapshot.pipeline === undefined)
    for (const stage of moving.flow)
      for (const row of snapshot.entered.get(stage.name)?.rows ?? []) leaveOn(stage, row);
  addComingBack(moving, started, back, stays);
  const moved = movedOn(moving, started, stays);
  return { stages: moved.stages, wins: [...wins, ...moved.wins] };
}

/** Open units go on from the morning after the snapshot; of the plan's own, those that do so before are left out. */
function leavingOpen(
  { moving, openFrom }: UnderwayInput,
  group: OpenGroup,
  each: (units: PipelineUnits) => Ratio,
): Inflow | undefined {
  return afterSnapshot({ moving, openFrom }, leavingInflow({ ...moving, workFrom: openFrom }, group, each));
}

function afterSnapshot(
  { moving, openFrom }: Pick<UnderwayInput, "moving" | "openFrom">,
  inflow: Inflow | undefined,
): Inflow | undefined {
  const { time, workFrom: from } = moving;
  if (inflow?.series === undefined || time === undefined || from === undefined || openFrom >= from)
    return inflow;
  const { first } = time.mover.axis;
  const before: readonly Whole[] = inflow.series.values;
  const gone = sumWhole(before.slice(0, from - first));
  const values = before.map((value, day) => (first + day < from ? 0 : value));
  const whole = minus(inflow.whole, gone);
  const amount = multiply(inflow.amount, ratio(whole, inflow.whole));
  return whole === 0 ? undefined : { ...inflow, amount, whole, series: wholeSeries(values) };
}

/** Of units that entered on a day before, those that go on from the morning after the snapshot on. */
function leavingEntry(
  { time, calendar, workFrom: from }: PipelineMoving,
  stage: Pick<MovingStage, "rate" | "lag">,
  { day: entered, count }: CountedOn,
): Inflow | undefined {
  if (time === undefined || from === undefined) return undefined;
  const lag = calendarLag(stage.lag, (days) => addWorkingDays(calendar, entered, days) - entered);
  const { axis } = time.mover;
  const { first, last } = axis;
  const values = new Array<Whole>(axisLength(axis)).fill(0);
  let whole: Whole = 0;
  lag.weights.forEach((weight, later) => {
    const day = entered + lag.first + later;
    if (day < from) return;
    whole = plus(whole, weight);
    if (day <= last) values[day - first] = weight;
  });
  if (whole === 0) return undefined;
  const chance = multiply(stage.rate, ratio(whole, lag.scale));
  return { amount: multiply(count, chance), series: wholeSeries(values), whole, late: ZERO };
}

function calendarLag(lag: LagTable, days: (workingDays: number) => number): CalendarLag {
  return lag.kind === "calendar" ? lag : { ...NO_LAG, first: days(lag.days) };
}
