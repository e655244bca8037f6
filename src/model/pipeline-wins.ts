import { multiply, ONE, ratio, ZERO, type Ratio } from "../number/ratio.js";
import type { WorkingCalendar } from "../calendar/working-days.js";
import type { Series } from "../lag/series.js";
import { winsPerUnit, type FlowStage } from "./flow.js";
import { goingOn, sumOver, type PipelineUnits } from "./pipeline-units.js";
import type { PlanTime } from "./plan-time.js";

/** What open work is expected to bring. */
export interface PipelineWins {
  /** Expected wins within the period; the units of channels with fixed units are not among them. */
  readonly wins: Ratio;
  /** Units that should have gone on before; they are worth nothing. */
  readonly overdue: readonly PipelineUnits[];
}

/** How many wins open work brings within the period; without `time` (a period without dates) all that convert count. */
export function computePipelineWins(
  open: readonly PipelineUnits[],
  flow: readonly FlowStage[],
  time: PlanTime | undefined,
  from: number,
  calendar: WorkingCalendar,
): PipelineWins {
  const perUnit = winsPerUnit(flow);
  const own = stagesOfUnitsChannels(flow);
  const overdue: PipelineUnits[] = [];
  const wins = sumOver(open, (units) => {
    const stage = flow[units.stage];
    if (stage === undefined) return ZERO;
    const becomes = multiply(units.units, units.worth);
    if (time === undefined)
      return own[units.stage] === true ? ZERO : multiply(becomes, perUnit[units.stage] ?? ZERO);
    const going = goingOn(
      { rate: stage.rate, lag: writtenLag(flow, time, units.stage), lossLag: time.lossLags[units.stage] },
      units.entered,
      from,
      calendar,
    );
    if (going === null) overdue.push(units);
    if (going === null || own[units.stage] === true) return ZERO;
    const after = stage.next < 0 ? ONE : (perUnit[stage.next] ?? ZERO);
    const offset = going.from - time.mover.axis.first + going.lag.first;
    const landing = landingShare(
      going.lag,
      offset,
      stage.next < 0 ? undefined : time.landing[stage.next],
      time.won,
    );
    return multiply(multiply(becomes, going.chance), multiply(after, landing));
  });
  return { wins, overdue };
}

/** The lag of a stage where the plan writes one. */
export function writtenLag(flow: readonly FlowStage[], time: Pick<PlanTime, "lags">, stage: number) {
  return flow[stage]?.written.lag === undefined ? undefined : time.lags[stage];
}

/** Σ weight · chance of landing on the day it goes on, as an exact share. */
function landingShare(
  lag: { readonly weights: readonly number[]; readonly scale: number },
  offset: number,
  next: Series | undefined,
  won: Series,
): Ratio {
  const chances = next ?? won;
  let total = 0n;
  lag.weights.forEach((weight, later) => {
    const chance = chances.values[offset + later] ?? 0;
    if (chance !== 0 && chance !== 0n) total += BigInt(weight) * BigInt(chance);
  });
  return ratio(total, BigInt(lag.scale) * BigInt(chances.scale));
}

/** Which stages lie inside a channel that brings fixed units, at any depth. */
export function stagesOfUnitsChannels(flow: readonly FlowStage[]): readonly boolean[] {
  const inside: boolean[] = flow.map(() => false);
  for (let index = flow.length - 1; index >= 0; index -= 1) {
    const stage = flow[index];
    if (stage === undefined || stage.next < 0) continue;
    const feeder = flow[stage.next]?.feeders.find(({ last }) => last === index);
    inside[index] = inside[stage.next] === true || (feeder !== undefined && feeder.units !== null);
  }
  return inside;
}
