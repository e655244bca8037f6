import type { Day } from "../calendar/day.js";
import { multiply, ratio, sum, ZERO, type Ratio } from "../number/ratio.js";
import type { WorkingCalendar } from "../calendar/working-days.js";
import { wholeSeries } from "../lag/series.js";
import { sumWhole, type Whole } from "../number/whole.js";
import { mergedInflows } from "./merged-inflow.js";
import type { Inflow, Inflows } from "./inflow.js";
import { at } from "../number/invariant.js";
import { axisLength } from "./mover.js";
import { movedOn, type Moving, type Stays } from "./onward-inflow.js";
import { openGroups, type OpenGroup } from "./pipeline-groups.js";
import { addComingBack, loopsByEnd, shareBack, type Loop } from "./back-inflow.js";
import { comingBack, goingOn, type GoingOn, type PipelineUnits } from "./pipeline-units.js";

/** What open units are judged by: the funnel and its time, and the day on whose morning they are open. */
export interface PipelineMoving extends Moving {
  readonly calendar: WorkingCalendar;
  readonly workFrom: Day | undefined;
}

/** Where open units go from their stages, by day; each unit counts as `each` says. Stages where they stay are left out. */
export function pipelineInflows(
  model: PipelineMoving,
  open: readonly PipelineUnits[],
  each: (units: PipelineUnits) => Ratio,
  stays: Stays,
): Inflows {
  const wins: Inflow[] = [];
  const started: Inflow[][] = model.flow.map(() => []);
  const back: Inflow[][] = model.flow.map(() => []);
  const loops = loopsByEnd(model.flow);
  for (const group of openGroups(open)) {
    const stage = at(model.flow, group.stage);
    if (stays(stage)) continue;
    const inflow = leavingInflow(model, group, each);
    if (inflow !== undefined) (stage.next < 0 ? wins : at(started, stage.next)).push(inflow);
    at(back, group.stage).push(...returningInflow(model, loops.get(group.stage), group, each));
  }
  addComingBack(model, started, back, stays);
  const moved = movedOn(model, started, stays);
  return { stages: moved.stages, wins: mergedInflows([...wins, ...moved.wins]) };
}

/** When open units that entered on one day go on from their stage; undefined when they are overdue. */
export function leavingInflow(
  model: PipelineMoving,
  { stage, entered, members }: OpenGroup,
  each: (units: PipelineUnits) => Ratio,
): Inflow | undefined {
  const { flow, time, calendar, workFrom } = model;
  const here = at(flow, stage);
  const amount = sum(members.map((one) => multiply(one.units, each(one))));
  if (time === undefined || workFrom === undefined) {
    return { amount: multiply(amount, here.rate), series: undefined, whole: 1, late: ZERO };
  }
  return inflowOf(goingOn(here, entered, workFrom, calendar), amount, time);
}

/** When open units that entered on one day come back from their stage, by its loop; none without one, or where they are overdue. */
export function returningInflow(
  { time, calendar, workFrom }: PipelineMoving,
  loop: Loop | undefined,
  { entered, members }: OpenGroup,
  each: (units: PipelineUnits) => Ratio,
): readonly Inflow[] {
  if (loop === undefined) return [];
  const amount = sum(members.map((one) => multiply(one.units, each(one))));
  if (time === undefined || workFrom === undefined)
    return [{ amount: multiply(amount, shareBack(loop)), series: undefined, whole: 1, late: ZERO }];
  const going = comingBack(loop.from, loop.comesBack.rate, entered, workFrom, calendar);
  return [inflowOf(going, amount, time) ?? []].flat();
}

function inflowOf(
  going: GoingOn | null,
  amount: Ratio,
  time: NonNullable<PipelineMoving["time"]>,
): Inflow | undefined {
  if (going === null) return undefined;
  const { axis } = time.mover;
  const values = new Array<Whole>(axisLength(axis)).fill(0);
  going.lag.weights.forEach((weight, later) => {
    const day = going.from - axis.first + going.lag.first + later;
    if (day < values.length) values[day] = weight;
  });
  const whole = sumWhole(going.lag.weights);
  const chance = multiply(going.chance, ratio(whole, going.lag.scale));
  return { amount: multiply(amount, chance), series: wholeSeries(values), whole, late: ZERO };
}
