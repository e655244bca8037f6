import { unitsUnderWay } from "../forecast/under-way.js";
import { compileSnapshot } from "../model/compile-snapshot.js";
import { inUnitsChannels } from "../model/onward-inflow.js";
import type { PipelineUnits } from "../model/pipeline-units.js";
import { ceiling } from "../number/ceiling.js";
import { encodeExact } from "../number/exact-string.js";
import { add, compare, ONE, ratio, subtract, sum, ZERO, type Ratio } from "../number/ratio.js";
import type { PipelineInput } from "../plan/plan.js";
import type { Snapshot } from "../plan/snapshot.js";
import { formatDay } from "../calendar/day.js";
import type { DatedPrepared } from "./dated.js";

/** So many entries of a stage are listed one by one; more become a plain count, whose age a plan cannot say. */
const MOST_LISTED = 1000;

const HALF = ratio(1, 2);

/**
 * What is under way, as a plan writes open work: one item for each unit, with its day of entry and its value. Where only a
 * share of some entries is expected to be there still, whole units stand for it: in all of a stage the nearest whole number,
 * from the earliest day on. Undefined where nothing is under way.
 *
 * @example ten proposals entered on 2026-10-26 at a lag of 14 days, as of 2026-10-30: ten items entered on that day
 */
export function pipelineUnderWay(prepared: DatedPrepared, snapshot: Snapshot): PipelineInput | undefined {
  const { plan, flow } = prepared;
  const units = unitsUnderWay(prepared, compileSnapshot(snapshot), inUnitsChannels);
  const stages = flow.flatMap(({ name }, stage): [string, NonNullable<PipelineInput[string]>][] => {
    const here = units.filter((each) => each.stage === stage).sort(byEntry);
    const total = sum(here.map((each) => each.units));
    if (total.num === 0) return [];
    const isUndated = here.every(({ entered, item }) => entered === undefined && item === undefined);
    const isListed = here.some(({ item }) => item !== undefined) || compare(total, ratio(MOST_LISTED)) <= 0;
    if (isUndated || !isListed) return [[name, encodeExact(total)]];
    const written =
      plan.pipeline !== undefined && Object.hasOwn(plan.pipeline, name) ? plan.pipeline[name] : [];
    const items = listed(here).map(({ entered, item, expected }) => {
      const value = typeof written === "object" && item !== undefined ? written[item]?.value : undefined;
      return {
        ...(entered === undefined ? {} : { entered: formatDay(entered) }),
        ...(value === undefined ? {} : { value }),
        ...(expected === undefined ? {} : { expected: formatDay(expected) }),
      };
    });
    return items.length === 0 ? [] : [[name, items]];
  });
  return stages.length === 0 ? undefined : Object.fromEntries(stages);
}

function byEntry(one: PipelineUnits, other: PipelineUnits): number {
  return (one.entered ?? -Infinity) - (other.entered ?? -Infinity);
}

/** Each part in whole units, so that all up to any day together are the nearest whole number; half goes down. */
function listed(parts: readonly PipelineUnits[]): PipelineUnits[] {
  let reached: Ratio = ZERO;
  let before = 0;
  return parts.flatMap((part) => {
    reached = add(reached, part.units);
    const whole = Math.max(before, Number(ceiling(subtract(reached, HALF))));
    const count = whole - before;
    before = whole;
    return Array.from({ length: count }, () => ({ ...part, units: ONE }));
  });
}
