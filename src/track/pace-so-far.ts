import { workingDays } from "../calendar/working-days.js";
import type { CompiledPace } from "../forecast/pace.js";
import type { CompiledSnapshot } from "../model/compile-snapshot.js";
import type { DatedPlan } from "../model/compile.js";
import { compare, larger, ONE, smaller, type Ratio } from "../number/ratio.js";
import { shareOf } from "./observed.js";
import type { PaceFigures } from "./pacing.js";
import type { StagePace } from "./stage-pace.js";

/**
 * What part of what was planned by now has each source of work done?
 *
 * The rest of the plan, with its seasons and ramps, times this part is the pace so far.
 *
 * @returns undefined before the first day of work, and where a source does not say what was started
 */
export function paceSoFar(
  { calendar, period, workFrom }: DatedPlan,
  { asOf }: CompiledSnapshot,
  paces: readonly StagePace[],
): Extract<CompiledPace, { readonly ofPlan: unknown }> | undefined {
  const sources = paces.filter(({ stage }) => stage.isSource);
  const hasBegun = workingDays(calendar, workFrom ?? period.first, asOf).length > 0;
  if (!hasBegun || sources.some(({ stage, actual }) => stage.isWork && actual === undefined))
    return undefined;
  const parts = sources.flatMap((pace) => {
    const part = partDone(pace);
    return part === undefined ? [] : [[pace.stage.name, part] as const];
  });
  return { ofPlan: new Map(parts) };
}

/**
 * What was done ÷ what was planned by now; undefined before the first day. A plan's days are whole numbers beside a level
 * course: whoever is between the two does what the plan asks, 1.
 */
export function partDone({ actual, level, whole }: PaceFigures): Ratio | undefined {
  if (actual === undefined) return undefined;
  const [least, most] = [smaller(level, whole), larger(level, whole)];
  if (compare(actual, least) < 0) return shareOf(actual, least);
  return compare(actual, most) > 0 ? shareOf(actual, most) : ONE;
}
