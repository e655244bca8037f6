import { formatDay } from "../calendar/day.js";
import { unitsUnderWay } from "../forecast/under-way.js";
import type { CompiledSnapshot } from "../model/compile-snapshot.js";
import type { DatedPlan } from "../model/compile.js";
import { inUnitsChannels } from "../model/onward-inflow.js";
import type { PipelineUnits } from "../model/pipeline-units.js";
import { ceiling } from "../number/ceiling.js";
import { encodeExact } from "../number/exact-string.js";
import { add, compare, isZero, ONE, ratio, subtract, sum, ZERO, type Ratio } from "../number/ratio.js";
import type { PipelineInput } from "../plan/plan.js";

/** So many entries of a stage are listed one by one; more become a plain count, whose age a plan cannot say. */
const MOST_LISTED = 1000;

const HALF = ratio(1, 2);

/**
 * What is under way, as a plan writes its pipeline: one item for each unit, with its day of entry and its value. Where only
 * a share of some entries is expected to be there still, whole units are listed: in all of a stage the nearest whole number,
 * from the earliest day on. Undefined where nothing is under way.
 * Ten proposals that were entered on 2026-10-26 at a lag of 14 days are, as of 2026-10-30, ten items entered on that day.
 */
export function pipelineUnderWay(compiled: DatedPlan, seen: CompiledSnapshot): PipelineInput | undefined {
  const units = unitsUnderWay(compiled, seen, inUnitsChannels);
  const stages = compiled.flow.flatMap(({ name, index }): [string, NonNullable<PipelineInput[string]>][] => {
    const here = units.filter(({ stage }) => stage === index).sort(byEntry);
    const total = sum(here.map((each) => each.units));
    if (isZero(total)) return [];
    const isUndated = here.every(({ entered, item }) => entered === undefined && item === undefined);
    const isListed = here.some(({ item }) => item !== undefined) || compare(total, ratio(MOST_LISTED)) <= 0;
    if (isUndated || !isListed) return [[name, encodeExact(total)]];
    const items = listed(here).map(({ entered, value, expected }) => ({
      ...(entered === undefined ? {} : { entered: formatDay(entered) }),
      ...(value === undefined ? {} : { value: encodeExact(value) }),
      ...(expected === undefined ? {} : { expected: formatDay(expected) }),
    }));
    return items.length === 0 ? [] : [[name, items]];
  });
  return stages.length === 0 ? undefined : Object.fromEntries(stages);
}

/** What has been there from the start comes first. */
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
