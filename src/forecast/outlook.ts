import type { Day } from "../calendar/day.js";
import { at } from "../number/invariant.js";
import { equal, multiply, ONE, sum, ZERO, type Ratio } from "../number/ratio.js";
import type { DatedPlan } from "../model/compile.js";
import type { CompiledSnapshot } from "../model/compile-snapshot.js";
import { totalInflow, type Inflow, type Inflows } from "../model/inflow.js";
import { compileMover, type DayAxis } from "../model/mover.js";
import { inUnitsChannels, movedOn, type Stays } from "../model/onward-inflow.js";
import type { PipelineMoving } from "../model/pipeline-inflow.js";
import { compilePipeline, type PipelineUnits } from "../model/pipeline-units.js";
import { plannedVolumes } from "../schedule/planned-wins.js";
import type { Volumes } from "../schedule/volumes.js";
import { planWork } from "../solve/chance/goal-chance.js";
import { paceInflows, type CompiledPace, type Pace } from "./pace.js";
import { forecastPipeline } from "./pipeline-forecast.js";

/** A plan, what has happened, and how it goes on: what a forecast starts from. */
interface OutlookInput {
  readonly compiled: DatedPlan;
  readonly snapshot: CompiledSnapshot;
  readonly pace: CompiledPace;
  /** The pace as it was handed in. */
  readonly givenPace: Pace;
  /** The last day to look at, as a day number. */
  readonly horizon: Day;
}

/** Everything that moves between the snapshot and the horizon. */
export interface Outlook extends OutlookInput {
  readonly axis: DayAxis;
  /** The day after the snapshot. */
  readonly from: Day;
  readonly pipeline: readonly PipelineUnits[];
  /** The morning on which `open` was open. */
  readonly openFrom: Day;
  /** New work at the pace. */
  readonly work: Inflows;
  /** What the plan asks of each stage, with the margin of a chance that it asks for. */
  readonly volumes: Volumes;
  /** Stages whose entries are counted elsewhere. */
  readonly stays: Stays;
  /** Units under way, counted one by one, and counted with what they are worth. */
  readonly counted: Inflows;
  readonly valued: Inflows;
  /** All wins that work up to the period's end will ever bring: counted, and with what they are worth. */
  readonly everWon: { readonly count: Ratio; readonly worth: Ratio };
}

/** Whatever starts anywhere goes on: a pace counts the units of channels one by one. */
const none: Stays = () => false;

/** Moves new work and what is under way forward from the morning after the snapshot; the work is the plan's own unless given. */
export function lookAhead(input: OutlookInput, given?: Volumes): Outlook {
  const { compiled, snapshot, pace, horizon } = input;
  const { flow, calendar, plan, period, deal } = compiled;
  const from = snapshot.asOf + 1;
  const written = snapshot.snapshot.pipeline;
  const openFrom = written === undefined ? (compiled.workFrom ?? from) : from;
  const axis = { first: Math.min(from, openFrom, period.first), last: Math.max(horizon, period.last) };
  const moving: PipelineMoving = {
    flow,
    time: { mover: compileMover(axis, calendar) },
    calendar,
    workFrom: from,
  };
  const asPlanned = pace === "targets" || "ofPlan" in pace;
  const stays = asPlanned ? inUnitsChannels : none;
  const open = compilePipeline(written ?? plan.pipeline, flow, deal);
  const volumes = given ?? planWork(compiled)?.volumes ?? plannedVolumes(compiled);
  const started = (last: Day) =>
    paceInflows(
      { compiled, volumes, entered: snapshot.entered, axis: { first: axis.first, last }, from },
      pace,
    );
  const under = { moving, snapshot, pipeline: open, openFrom, stays };
  const counted = forecastPipeline(under, () => ONE);
  const valued = open.every(({ worth }) => equal(worth, ONE))
    ? counted
    : forecastPipeline(under, ({ worth }) => worth);
  const ahead = winsAhead(compiled, started(period.last), stays);
  return {
    ...input,
    axis,
    from,
    pipeline: open,
    openFrom,
    volumes,
    stays,
    work: movedOn(moving, started(axis.last), stays),
    counted,
    valued,
    everWon: {
      count: sum([ahead, totalInflow(counted.wins)]),
      worth: sum([ahead, totalInflow(valued.wins)]),
    },
  };
}

/** Wins that work will ever bring, whenever. */
function winsAhead({ flow }: DatedPlan, started: readonly (readonly Inflow[])[], stays: Stays): Ratio {
  return sum(
    flow.map((stage) =>
      stays(stage) ? ZERO : multiply(stage.winsPerUnit, totalInflow(at(started, stage.index))),
    ),
  );
}
