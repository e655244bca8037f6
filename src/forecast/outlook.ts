import { multiply, ONE, sum, ZERO, type Ratio } from "../number/ratio.js";
import { exactWins, wholeWins } from "../model/bridge.js";
import type { Inflow, Inflows } from "../model/inflow.js";
import { movedOn } from "../model/onward-inflow.js";
import type { PipelineMoving } from "../model/pipeline-inflow.js";
import { compilePipeline, type PipelineUnits } from "../model/pipeline-units.js";
import { stagesOfUnitsChannels } from "../model/pipeline-wins.js";
import { compilePlanTime } from "../model/plan-time.js";
import { compileLags, compileMover, type DayAxis } from "../model/timeline.js";
import { parseWrittenDay } from "../plan/dates.js";
import type { Period } from "../plan/period.js";
import type { Snapshot } from "../plan/snapshot.js";
import type { Prepared } from "../schedule/prepared.js";
import { computeVolumes, type Volumes } from "../schedule/volumes.js";
import { paceInflows, type Pace } from "./pace.js";
import { forecastPipeline } from "./pipeline-forecast.js";

/** A plan, what has happened, and how it goes on: what a forecast starts from. */
export interface OutlookInput {
  readonly prepared: Prepared;
  readonly period: Extract<Period, { kind: "dated" }>;
  readonly snapshot: Snapshot;
  readonly pace: Pace;
  /** The last day to look at, as a day number. */
  readonly horizon: number;
}

/** Everything that moves between the snapshot and the horizon. */
export interface Outlook extends OutlookInput {
  readonly axis: DayAxis;
  /** The day after the snapshot. */
  readonly from: number;
  readonly pipeline: readonly PipelineUnits[];
  /** The morning on which `open` was open. */
  readonly openFrom: number;
  /** New work at the pace. */
  readonly work: Inflows;
  /** Stages whose entries are counted elsewhere. */
  readonly left: readonly boolean[];
  /** Units under way, counted one by one, and counted with what they are worth. */
  readonly counted: Inflows;
  readonly valued: Inflows;
  /** All wins that work up to the period's end will ever bring: counted, and with what they are worth. */
  readonly everWon: { readonly count: Ratio; readonly worth: Ratio };
}

/** Moves new work and what is under way forward from the morning after the snapshot. */
export function lookAhead(input: OutlookInput): Outlook {
  const { prepared, period, snapshot, pace, horizon } = input;
  const { flow, calendar, plan } = prepared;
  const from = parseWrittenDay(snapshot.asOf) + 1;
  const openFrom = snapshot.pipeline === undefined ? (prepared.workFrom ?? from) : from;
  const axis = { first: Math.min(from, openFrom, period.first), last: Math.max(horizon, period.last) };
  const { lossLags } = prepared.time ?? compilePlanTime(flow, period, from, calendar);
  const time = { mover: compileMover(axis, calendar), lags: compileLags(flow) };
  const moving: PipelineMoving = { flow, time, calendar, workFrom: from, lossLags };
  const asPlanned = pace === "targets" || "ofPlan" in pace;
  const left = asPlanned ? stagesOfUnitsChannels(flow) : flow.map(() => false);
  const open = compilePipeline(plan, snapshot.pipeline ?? plan.pipeline, flow);
  const started = (until: number) =>
    paceInflows(
      {
        prepared,
        volumes: plannedVolumes(prepared),
        snapshot,
        axis: { first: axis.first, last: until },
        from,
      },
      pace,
    );
  const under = { moving, snapshot, pipeline: open, openFrom, left };
  const counted = forecastPipeline(under, () => ONE);
  const valued = open.every(({ worth }) => isOne(worth))
    ? counted
    : forecastPipeline(under, ({ worth }) => worth);
  const ahead = sum(
    started(period.last).map((inflows, index) =>
      left[index] === true ? ZERO : multiply(prepared.perUnit[index] ?? ZERO, amounts(inflows)),
    ),
  );
  return {
    ...input,
    axis,
    from,
    pipeline: open,
    openFrom,
    left,
    work: movedOn(moving, started(axis.last), left),
    counted,
    valued,
    everWon: { count: sum([ahead, amounts(counted.wins)]), worth: sum([ahead, amounts(valued.wins)]) },
  };
}

function amounts(inflows: readonly Inflow[]): Ratio {
  return sum(inflows.map(({ amount }) => amount));
}

function isOne({ num, den }: Ratio): boolean {
  return num === 1 && den === 1;
}

/** What the plan's own number of wins asks of each stage. */
function plannedVolumes(prepared: Prepared): Volumes {
  const exact = exactWins(prepared.bridge);
  return computeVolumes(prepared, exact === undefined ? 0 : wholeWins(prepared.bridge, exact));
}
