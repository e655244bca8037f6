import { multiply, ONE, ratio, sum, ZERO, type Ratio } from "../number/ratio.js";
import type { WorkingCalendar } from "../calendar/working-days.js";
import { winsPerUnit, type FlowStage } from "./flow.js";
import { openGroups } from "./pipeline-groups.js";
import { goingOn, type GoingOn, type PipelineUnits } from "./pipeline-units.js";
import type { PlanTime } from "./plan-time.js";

/** What open work is expected to bring. */
export interface PipelineWins {
  /** Expected wins within the period; the units of channels with fixed units are not among them. */
  readonly wins: Ratio;
  /** Units that should have gone on before; they are worth nothing. */
  readonly overdue: readonly PipelineUnits[];
  /** Stages with open units whose chances were cut to twelve digits, by index. */
  readonly cut: ReadonlySet<number>;
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
  const overdue = new Set<PipelineUnits>();
  const cut = new Set<number>();
  const wins = openGroups(open).map(({ stage: index, entered, members }) => {
    const stage = flow[index];
    if (stage === undefined) return ZERO;
    const becomes = sum(members.map(({ units, worth }) => multiply(units, worth)));
    if (time === undefined) return own[index] === true ? ZERO : multiply(becomes, perUnit[index] ?? ZERO);
    const known = { rate: stage.rate, lag: writtenLag(flow, time, index), lossLag: time.lossLags[index] };
    const going = goingOn(known, entered, from, calendar);
    if (going === null) for (const units of members) overdue.add(units);
    if (going?.cut === true) cut.add(index);
    if (going === null || own[index] === true) return ZERO;
    const after = stage.next < 0 ? ONE : (perUnit[stage.next] ?? ZERO);
    const landing = landingShare(going, time, stage.next);
    return multiply(multiply(becomes, going.chance), multiply(after, landing));
  });
  return { wins: sum(wins), overdue: open.filter((units) => overdue.has(units)), cut };
}

/** The lag of a stage where the plan writes one. */
export function writtenLag(flow: readonly FlowStage[], time: Pick<PlanTime, "lags">, stage: number) {
  return flow[stage]?.written.lag === undefined ? undefined : time.lags[stage];
}

/** Σ weight · chance of landing on the day it goes on, as an exact share. */
function landingShare({ from, lag }: GoingOn, { mover, landing, won }: PlanTime, next: number): Ratio {
  const chances = (next < 0 ? undefined : landing[next]) ?? won;
  const offset = from - mover.axis.first + lag.first;
  let total = 0n;
  const rows = Math.min(lag.weights.length, chances.values.length - offset);
  for (let later = 0; later < rows; later += 1) {
    const [weight, chance] = [lag.weights[later] ?? 0, chances.values[offset + later] ?? 0];
    if (weight !== 0 && chance !== 0 && chance !== 0n) total += BigInt(weight) * BigInt(chance);
  }
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
