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
import type { PlanModel } from "../model/model.js";
import { sumWhole } from "../number/whole.js";
import { compilePipeline, type PipelineUnits } from "../model/pipeline-units.js";
import { writtenLag } from "../model/pipeline-wins.js";
import { compileLags } from "../model/timeline.js";
import { parseWrittenDay } from "../plan/dates.js";
import { parseQuantity } from "../schema/quantity.js";
import type { Snapshot } from "../plan/snapshot.js";
import { addWorkingDays } from "../calendar/working-days.js";
import type { LagTable } from "../lag/lag-table.js";
import { parseLag } from "../plan/lag.js";
import { entriesOf } from "./so-far.js";

/**
 * What is under way on the morning after the snapshot?
 *
 * Open work says it best. Where the snapshot gives none, what was entered on a day, and the plan's own open work, is under
 * way by the share of it that is expected to be in its stage still, 1 − rate · F − (1 − rate) · G, with F and G the shares
 * of the lags of going on and of losing that have passed; without a lag of losing, what is lost counts as still there.
 * Units whose lag is over have left. A part may be a fraction of a unit. Entries without days are not under way.
 *
 * @param left stages whose entries are counted elsewhere, by index
 *
 * @example ten proposals entered four days ago at a lag of 14 days: 10 units, entered on that day
 */
export function unitsUnderWay(
  model: PlanModel,
  snapshot: Snapshot,
  left: readonly boolean[],
): readonly PipelineUnits[] {
  const { plan, flow } = model;
  if (snapshot.pipeline !== undefined) return compilePipeline(plan, snapshot.pipeline, flow);
  const from = parseWrittenDay(snapshot.asOf) + 1;
  const openFrom = model.workFrom ?? from;
  const own = compilePipeline(plan, plan.pipeline, flow);
  const lags = compileLags(flow);
  const inStage = (stage: number, entered: number, on: number): Ratio => {
    const lag = writtenLag(flow, { lags }, stage);
    const gone = lag === undefined ? ONE : passedBy(lag, entered, on, model);
    if (equal(gone, ONE)) return ZERO;
    const lossLag = flow[stage]?.written.lossLag;
    const lost = lossLag === undefined ? ZERO : passedBy(parseLag(lossLag), entered, on, model);
    const rate = flow[stage]?.rate ?? ZERO;
    return subtract(subtract(ONE, multiply(rate, gone)), multiply(subtract(ONE, rate), lost));
  };
  const aged = own.flatMap((units): PipelineUnits[] => {
    if (openFrom >= from) return [units];
    const entered = units.entered ?? openFrom;
    const [before, now] = [inStage(units.stage, entered, openFrom), inStage(units.stage, entered, from)];
    if (isZero(before) || isZero(now)) return [];
    return [{ ...units, entered, units: multiply(units.units, divide(now, before)) }];
  });
  const entries = flow.flatMap(({ name }, stage): PipelineUnits[] => {
    const rows = entriesOf(snapshot, name);
    if (typeof rows !== "object" || left[stage] === true) return [];
    return rows.flatMap(({ on, count }): PipelineUnits[] => {
      const entered = parseWrittenDay(on);
      const units = multiply(parseQuantity(count), inStage(stage, entered, from));
      return isPositive(units)
        ? [{ stage, units, worth: ONE, entered, expected: undefined, item: undefined }]
        : [];
    });
  });
  return [...aged, ...entries];
}

/** The share of a lag that is over on the morning of a day, for units that entered on another. */
function passedBy(lag: LagTable, entered: number, morning: number, { calendar }: PlanModel): Ratio {
  if (lag.kind !== "calendar") return addWorkingDays(calendar, entered, lag.days) < morning ? ONE : ZERO;
  const days = Math.max(0, morning - entered - lag.first);
  return ratio(sumWhole(lag.weights.slice(0, days)), lag.scale);
}
