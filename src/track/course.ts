import { cumulative } from "../forecast/cumulative.js";
import { paceInflows } from "../forecast/pace.js";
import { exactWins, wholeWins } from "../model/bridge.js";
import { unitsBrought } from "../model/flow.js";
import type { Inflow } from "../model/inflow.js";
import { inUnitsChannels, movedOn } from "../model/onward-inflow.js";
import { pipelineInflows, type PipelineMoving } from "../model/pipeline-inflow.js";
import { stagesOfUnitsChannels } from "../model/pipeline-wins.js";
import { compileMover } from "../model/mover.js";
import { multiply, ONE, subtract, ZERO, type Ratio } from "../number/ratio.js";
import { NO_LAG } from "../lag/read-lag.js";
import { computeVolumes, type Volumes } from "../schedule/volumes.js";
import type { DatedPrepared } from "./dated.js";

/**
 * Where the plan should be on each day: its level work, not rounded, as it moves on through the stages together with its
 * open work. Everything is cumulative by the end of a day, by day of the axis.
 */
export interface PlannedCourse {
  readonly first: number;
  readonly last: number;
  readonly volumes: Volumes;
  readonly moving: PipelineMoving;
  /** Units that have entered each stage. */
  readonly entered: readonly (readonly Ratio[])[];
  /** Units that have gone on from each stage: those that entered it, and those that were open in it. */
  readonly goneOn: readonly (readonly Ratio[])[];
  readonly openGoneOn: readonly (readonly Ratio[])[];
  /** What channels with fixed units have brought to each stage. */
  readonly brought: readonly (readonly Ratio[])[];
  /** Wins since the period's first day, counted, and counted with what they are worth. */
  readonly wins: readonly Ratio[];
  readonly worth: readonly Ratio[];
}

/** Works out where the plan should be, from its first day of work to the period's end. */
export function computePlannedCourse(prepared: DatedPrepared): PlannedCourse {
  const { flow, calendar, period } = prepared;
  const from = prepared.workFrom ?? period.first;
  const axis = { first: Math.min(from, period.first), last: period.last };
  const size = axis.last - axis.first + 1;
  const mover = compileMover(axis, calendar);
  const moving: PipelineMoving = { flow, time: { mover }, calendar, workFrom: from };
  const volumes = plannedVolumes(prepared);
  const left = stagesOfUnitsChannels(flow);
  const entered = new Map();
  const started = paceInflows({ compiled: prepared, volumes, entered, axis, from: axis.first }, "targets");
  const work = movedOn(moving, started, inUnitsChannels);
  const counted = pipelineInflows(moving, prepared.pipeline, () => ONE, inUnitsChannels);
  const valued = pipelineInflows(moving, prepared.pipeline, ({ worth }) => worth, inUnitsChannels);
  const total = (...inflows: (readonly Inflow[] | undefined)[]) =>
    cumulative(
      inflows.flatMap((list) => list ?? []),
      size,
    );
  const passedOn = (index: number, inflows: readonly Inflow[]): Inflow[] =>
    left[index] === true
      ? []
      : inflows.map((inflow) => ({
          ...inflow,
          amount: multiply(inflow.amount, flow[index]?.rate ?? ZERO),
          series: inflow.series && mover.forward(inflow.series, flow[index]?.lag ?? NO_LAG),
        }));
  const openGoneOn = flow.map(({ next }, index) => {
    const here = prepared.pipeline.filter(({ stage }) => stage === index);
    const gone = pipelineInflows(moving, here, () => ONE, inUnitsChannels);
    return total(next < 0 ? gone.wins : gone.stages[next]);
  });
  const sincePeriod = (totals: readonly Ratio[]): Ratio[] => {
    const before = totals[period.first - axis.first - 1] ?? ZERO;
    return totals.map((reached, day) => (day < period.first - axis.first ? ZERO : subtract(reached, before)));
  };
  return {
    ...axis,
    volumes,
    moving,
    entered: flow.map((_, index) => total(work.stages[index], counted.stages[index])),
    goneOn: flow.map((_, index) =>
      total(passedOn(index, [...(work.stages[index] ?? []), ...(counted.stages[index] ?? [])])),
    ),
    openGoneOn,
    brought: flow.map((stage, index) =>
      unitsBrought(stage).num === 0 || left[index] === true ? [] : total(started[index]),
    ),
    wins: sincePeriod(total(work.wins, counted.wins)),
    worth: sincePeriod(total(work.wins, valued.wins)),
  };
}

/** What should have come about by the end of a day: the last value after the axis, nothing before it. */
export function onDay({ first }: PlannedCourse, totals: readonly Ratio[], day: number): Ratio {
  if (day < first) return ZERO;
  return totals[Math.min(day - first, totals.length - 1)] ?? ZERO;
}

function plannedVolumes(prepared: DatedPrepared): Volumes {
  const exact = exactWins(prepared.bridge);
  return computeVolumes(prepared, exact === undefined ? 0 : wholeWins(prepared.bridge, exact));
}
