import { sumWhole } from "../number/whole.js";
import { at } from "../number/invariant.js";
import {
  divide,
  equal,
  isPositive,
  isZero,
  multiply,
  ONE,
  ratio,
  subtract,
  ZERO,
  type Ratio,
} from "../number/ratio.js";
import type { CompiledPlan } from "../model/compile.js";
import type { CompiledSnapshot } from "../model/compile-snapshot.js";
import type { Stays } from "../model/onward-inflow.js";
import { compilePipeline, type PipelineUnits } from "../model/pipeline-units.js";
import type { MovingStage } from "../model/stage-time.js";
import { addWorkingDays, type WorkingCalendar } from "../calendar/working-days.js";
import type { LagTable } from "../lag/lag-table.js";

/**
 * What is under way on the morning after the snapshot?
 *
 * Open work says it best. Where the snapshot gives none, what was entered on a day, and the plan's own open work, is under
 * way by the share of it that is expected to be in its stage still, 1 − rate · F − (1 − rate) · G, with F and G the shares
 * of the lags of going on and of losing that have passed; without a lag of losing, what is lost counts as still there.
 * Units whose lag is over have left. A part may be a fraction of a unit. Entries without days are not under way.
 *
 * @param stays stages whose entries are counted elsewhere
 *
 * @example ten proposals entered four days ago at a lag of 14 days: 10 units, entered on that day
 */
export function unitsUnderWay(
  { flow, deal, pipeline, workFrom, calendar }: CompiledPlan,
  { snapshot, asOf, entered: counted }: CompiledSnapshot,
  stays: Stays,
): readonly PipelineUnits[] {
  if (snapshot.pipeline !== undefined) return compilePipeline(snapshot.pipeline, flow, deal);
  const from = asOf + 1;
  const openFrom = workFrom ?? from;
  const aged = pipeline.flatMap((units): PipelineUnits[] => {
    if (openFrom >= from) return [units];
    const entered = units.entered ?? openFrom;
    const stage = at(flow, units.stage);
    const [before, now] = [openFrom, from].map((morning) => shareThere(stage, entered, morning, calendar));
    if (before === undefined || now === undefined || isZero(before) || isZero(now)) return [];
    return [{ ...units, entered, units: multiply(units.units, divide(now, before)) }];
  });
  const entries = flow.flatMap((stage): PipelineUnits[] => {
    if (stays(stage)) return [];
    const rows = counted.get(stage.name)?.rows ?? [];
    return rows.flatMap(({ day: entered, count }): PipelineUnits[] => {
      const units = multiply(count, shareThere(stage, entered, from, calendar));
      const plain = { worth: ONE, value: undefined, expected: undefined, item: undefined };
      return isPositive(units) ? [{ stage: stage.index, units, entered, ...plain }] : [];
    });
  });
  return [...aged, ...entries];
}

/** The share of units that entered on a day which is expected to be in its stage still, on the morning of another. */
function shareThere(
  { rate, lag, lossLag, takesTime }: MovingStage,
  entered: number,
  morning: number,
  calendar: WorkingCalendar,
): Ratio {
  const gone = takesTime ? passedBy(lag, entered, morning, calendar) : ONE;
  if (equal(gone, ONE)) return ZERO;
  const lost = lossLag === undefined ? ZERO : passedBy(lossLag, entered, morning, calendar);
  return subtract(subtract(ONE, multiply(rate, gone)), multiply(subtract(ONE, rate), lost));
}

/** The share of a lag that is over on the morning of a day, for units that entered on another. */
function passedBy(lag: LagTable, entered: number, morning: number, calendar: WorkingCalendar): Ratio {
  if (lag.kind !== "calendar") return addWorkingDays(calendar, entered, lag.days) < morning ? ONE : ZERO;
  const days = Math.max(0, morning - entered - lag.first);
  return ratio(sumWhole(lag.weights.slice(0, days)), lag.scale);
}
