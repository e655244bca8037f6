import { multiply, ratio, ZERO, type Ratio } from "../number/ratio.js";
import { goingOn, type OpenUnits } from "../model/open-work.js";
import { stagesOfUnitsChannels, writtenLag } from "../model/open-wins.js";
import type { PlanModel } from "../model/model.js";
import { numberSeries } from "../time/series.js";
import { movedOn, type Inflow } from "./entries.js";

/** The wins that open work brings, by day, each unit counted with what it is worth. */
export function openInflows(model: PlanModel): readonly Inflow[] {
  const own = stagesOfUnitsChannels(model.flow);
  const wins: Inflow[] = [];
  const started: Inflow[][] = model.flow.map(() => []);
  for (const units of model.open) {
    const stage = model.flow[units.stage];
    const inflow = own[units.stage] === true ? undefined : leavingInflow(model, units, units.worth);
    if (stage !== undefined && inflow !== undefined)
      (stage.next < 0 ? wins : started[stage.next])?.push(inflow);
  }
  return [...wins, ...movedOn(model, started).wins];
}

/** When an open unit goes on from its stage, counted `each` time; undefined when it is overdue. */
export function leavingInflow(
  model: PlanModel,
  { stage, units, entered }: OpenUnits,
  each: Ratio,
): Inflow | undefined {
  const { flow, time, calendar, workFrom } = model;
  const rate = flow[stage]?.rate ?? ZERO;
  const amount = multiply(units, each);
  if (time === undefined || workFrom === undefined)
    return { amount: multiply(amount, rate), series: undefined, whole: 1, late: ZERO };
  const going = goingOn(
    { rate, lag: writtenLag(flow, time, stage), lossLag: time.lossLags[stage] },
    entered,
    workFrom,
    calendar,
  );
  if (going === null) return undefined;
  const { first, last } = time.mover.axis;
  const values = new Array<number>(last - first + 1).fill(0);
  going.lag.weights.forEach((weight, later) => {
    const day = going.from - first + going.lag.first + later;
    if (day < values.length) values[day] = weight;
  });
  const whole = going.lag.weights.reduce((total, weight) => total + weight, 0);
  const chance = multiply(going.chance, ratio(whole, going.lag.scale));
  return { amount: multiply(amount, chance), series: numberSeries(values), whole, late: ZERO };
}
