import { cumulative } from "../forecast/cumulative.js";
import { paceInflows } from "../forecast/pace.js";
import type { CompiledStage, DatedPlan } from "../model/compile.js";
import type { Inflow } from "../model/inflow.js";
import { asAverageWins } from "../model/earned-wins.js";
import { compileMover } from "../model/mover.js";
import { inUnitsChannels, movedOn } from "../model/onward-inflow.js";
import { pipelineInflows, type PipelineMoving } from "../model/pipeline-inflow.js";
import { at } from "../number/invariant.js";
import { multiply, ONE, subtract, ZERO, type Ratio } from "../number/ratio.js";
import { plannedVolumes } from "../schedule/planned-wins.js";
import type { Volumes } from "../schedule/volumes.js";
import { planWork } from "../solve/chance/goal-chance.js";

/**
 * Where the plan should be on each day: its level work, not rounded, as it moves on through the stages together with its
 * open work. Everything is cumulative by the end of a day, by day of the axis.
 */
export interface PlannedCourse {
  readonly first: number;
  readonly last: number;
  readonly volumes: Volumes;
  /** By stage. */
  readonly stages: readonly StageCourse[];
  /** Wins since the period's first day, counted, and counted with what they are worth. */
  readonly wins: Cumulative;
  readonly worth: Cumulative;
}

/** One exact number for each day of the axis. */
type Cumulative = readonly Ratio[];

/** Where a stage should be. */
interface StageCourse {
  /** Units that have entered it. */
  readonly entered: Cumulative;
  /** Of these, units that have gone on from it. */
  readonly goneOn: Cumulative;
  /** Units that were open in it when work began, and have gone on. */
  readonly openGoneOn: Cumulative;
  /** What channels with fixed units have brought to it; nothing where none do. */
  readonly brought: Cumulative;
}

/** Works out where the plan should be, from its first day of work to the period's end; the work is the plan's own unless given. */
export function computePlannedCourse(compiled: DatedPlan, given?: Volumes): PlannedCourse {
  const { flow, calendar, period, pipeline } = compiled;
  const from = compiled.workFrom ?? period.first;
  const axis = { first: Math.min(from, period.first), last: period.last };
  const size = axis.last - axis.first + 1;
  const mover = compileMover(axis, calendar);
  const moving: PipelineMoving = { flow, time: { mover }, calendar, workFrom: from };
  const volumes = given ?? plannedWork(compiled);
  const started = paceInflows({ compiled, volumes, entered: new Map(), axis, from: axis.first }, "targets");
  const work = movedOn(moving, started, inUnitsChannels);
  const counted = pipelineInflows(moving, pipeline, () => ONE, inUnitsChannels);
  const valued = pipelineInflows(moving, pipeline, ({ worth }) => worth, inUnitsChannels);
  const total = (...inflows: (readonly Inflow[])[]): Cumulative => cumulative(inflows.flat(), size);
  const passedOn = ({ rate, lag }: CompiledStage, inflows: readonly Inflow[]): Inflow[] =>
    inflows.map((inflow) => ({
      ...inflow,
      amount: multiply(inflow.amount, rate),
      series: inflow.series && mover.forward(inflow.series, lag),
    }));
  const ofStage = (stage: CompiledStage): StageCourse => {
    const { index, next, inUnitsChannel, brought } = stage;
    const entered = [...at(work.stages, index), ...at(counted.stages, index)];
    const here = pipeline.filter((units) => units.stage === index);
    const gone = pipelineInflows(moving, here, () => ONE, inUnitsChannels);
    return {
      entered: total(entered),
      goneOn: total(inUnitsChannel ? [] : passedOn(stage, entered)),
      openGoneOn: total(next < 0 ? gone.wins : at(gone.stages, next)),
      brought: total(brought === null || inUnitsChannel ? [] : at(started, index)),
    };
  };
  const sincePeriod = (totals: Cumulative): Cumulative => {
    const before = period.first === axis.first ? ZERO : at(totals, period.first - axis.first - 1);
    return totals.map((reached, day) => (day < period.first - axis.first ? ZERO : subtract(reached, before)));
  };
  return {
    ...axis,
    volumes,
    stages: flow.map(ofStage),
    wins: sincePeriod(total(work.wins, counted.wins)),
    worth: sincePeriod(total(asAverageWins(compiled, axis, [...work.wins, ...valued.wins]))),
  };
}

/** The work that a plan asks for, with the margin of a chance. */
export function plannedWork(compiled: DatedPlan): Volumes {
  return planWork(compiled)?.volumes ?? plannedVolumes(compiled);
}

/** What should have come about by the end of a day: the last value after the axis, nothing before it. */
export function onDay({ first }: PlannedCourse, totals: Cumulative, day: number): Ratio {
  return day < first ? ZERO : at(totals, Math.min(day - first, totals.length - 1));
}
