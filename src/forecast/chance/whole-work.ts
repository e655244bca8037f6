import type { Count } from "../../number/measure.js";
import type { Day } from "../../calendar/day.js";
import { dayPart, workingDays } from "../../calendar/working-days.js";
import type { CompiledStage } from "../../model/compile.js";
import { floor } from "../../number/ceiling.js";
import { at } from "../../number/invariant.js";
import { multiply, ratio, ZERO, type Ratio } from "../../number/ratio.js";
import { computeEffort, spread } from "../../schedule/effort.js";
import { wholeUnits } from "../../solve/chance/chance-inputs.js";
import { partsDone, recentPerDay, type CompiledPace, type PaceInput } from "../pace.js";

/** Whole units that start on a day. */
interface StartedOn {
  readonly day: Day;
  readonly count: Count;
}

/**
 * How many whole units start at each stage on the days after the snapshot, by its index?
 *
 * As the plan asks: what it prints for those days, and what channels with fixed units bring. At a part of that, and at a
 * steady pace: as many as are whole by each day, so that no chance is too high.
 */
export function wholeWork(input: PaceInput, pace: CompiledPace): readonly (readonly StartedOn[])[] {
  const { flow } = input.compiled;
  if (pace !== "targets" && !("ofPlan" in pace)) return flow.map((stage) => steady(input, stage, pace));
  const planned = flow.map((stage) => ahead(input, printed(input, stage)));
  if (pace === "targets") return planned;
  const parts = partsDone(input, pace.ofPlan);
  return flow.map(({ index }) => {
    const part = at(parts, index);
    return level(at(planned, index), (count) => multiply(ratio(count), part));
  });
}

/** The plan's own whole days of a stage; what a channel with fixed units brings is counted where it feeds a stage. */
function printed({ compiled, volumes }: PaceInput, stage: CompiledStage): StartedOn[] {
  const { levelWindow } = compiled;
  if (stage.inUnitsChannel) return [];
  if (!stage.isWork) {
    const counts = spread(wholeUnits(stage.brought ?? ZERO), levelWindow.reach);
    return levelWindow.days.map((day, index) => ({ day, count: at(counts, index) }));
  }
  const { counts } = computeEffort(at(volumes.stages, stage.index), stage.window);
  return counts.map((count, index) => ({ day: at(stage.window.days, index), count }));
}

function ahead({ from, axis }: PaceInput, days: readonly StartedOn[]): readonly StartedOn[] {
  return days.filter(({ day, count }) => count > 0 && day >= from && day <= axis.last);
}

function steady(
  input: PaceInput,
  stage: CompiledStage,
  pace: Extract<CompiledPace, { readonly recent: number } | { readonly perDay: unknown }>,
): readonly StartedOn[] {
  if (!stage.isWork) return [];
  // A stage that is not named does not go on.
  const perDay =
    "recent" in pace ? recentPerDay(input, stage, pace.recent) : (pace.perDay.get(stage.name) ?? ZERO);
  const days = workingDays(input.compiled.calendar, input.from, input.axis.last);
  const { shares } = input.compiled.calendar;
  return level(
    days.map((day) => ({ day, count: dayPart(shares, day) })),
    (count) => multiply(ratio(count, shares.fullDay), perDay),
  );
}

/** Of so many days' counts in a row, as many units as are whole by each day. */
function level(days: readonly StartedOn[], unitsOf: (count: number) => Ratio): readonly StartedOn[] {
  let [counted, before] = [0, 0];
  return days.flatMap(({ day, count }) => {
    counted += count;
    const whole = Number(floor(unitsOf(counted)));
    const units = whole - before;
    before = whole;
    return units > 0 ? [{ day, count: units }] : [];
  });
}
