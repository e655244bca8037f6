/* eslint-disable @typescript-eslint/no-non-null-assertion -- indices run over the length of the list itself */
import type { Position } from "../../number/measure.js";
import type { Day } from "../../calendar/day.js";
import { addWorkingDays, type WorkingCalendar } from "../../calendar/working-days.js";
import { listLoops, shareBack } from "../../model/back-inflow.js";
import { at } from "../../number/invariant.js";
import type { CalendarLag, LagTable } from "../../lag/lag-table.js";
import type { CompiledStage } from "../../model/compile.js";
import { nearestNumber } from "../../number/nearest-number.js";
import { passing, stagesOf } from "../../solve/chance/loops.js";
import { multiply, ratio, type Whole } from "../../number/ratio.js";

/** Of units that enter a stage on a day and go on from every stage, the share that is won by the day asked about. */
export type Landings = (stage: Position, day: Day) => number;

/** From which day on wins count, and from which on units move. */
interface LandingDays {
  /** The morning after the snapshot: nothing moves before it. */
  readonly from: Day;
  /** Wins count from this day on. */
  readonly first: Day;
}

/**
 * Which share of the units that enter a stage on a day is won by another, if all of them go on?
 *
 * Looked up from the win back to the sources, in doubles: each stage's share is the mean, over its lag, of what the next
 * stage's share is then. A stage of −1 stands for the win itself. The lags are read once for all days that are asked about.
 *
 * Where a loop begins, all rounds of what arrives are in its share. At its other stages it is the share of all that enter there,
 * not of those that go on: it includes the rates of the loop.
 *
 * @returns for the last day on which wins count: what lands by then
 */
export function landingsOf(
  flow: readonly CompiledStage[],
  calendar: WorkingCalendar,
  { from, first }: LandingDays,
): (last: Day) => Landings {
  const delays = flow.map(({ lag, againLag, backLag }) => ({
    on: delayOf(lag, calendar, from),
    again: againLag === undefined ? undefined : delayOf(againLag, calendar, from),
    back: delayOf(backLag, calendar, from),
  }));
  const loops = listLoops(flow);
  return (last) => {
    const size = Math.max(0, last - from + 1);
    const won = Float64Array.from({ length: size }, (_, day) => (from + day >= first ? 1 : 0));
    const shares: Float64Array[] = flow.map(() => won);
    for (const { index, next } of [...flow].reverse()) {
      const { on, again } = at(delays, index);
      const entry = on(next < 0 ? won : at(shares, next));
      shares[index] = again === undefined ? entry : again(entry);
    }
    for (const loop of loops) {
      const { to, from: end } = loop;
      const returns = nearestNumber(multiply(shareBack(loop), passing(flow, loop)));
      const back = at(delays, end.index).back(at(shares, to.index));
      let later = end.next < 0 ? won : at(shares, end.next);
      for (const { index, rate } of [...stagesOf(flow, loop)].reverse()) {
        const goes = nearestNumber(rate);
        const on = at(delays, index).on(later);
        later =
          index === end.index
            ? on.map((share, day) => goes * share + returns * back[day]!)
            : on.map((share) => goes * share);
        if (index > to.index) shares[index] = later;
      }
    }
    return (stage, day) => (stage < 0 ? won : at(shares, stage))[day - from] ?? 0;
  };
}

/** What a day is worth when what it starts goes on a lag later, given what going on is worth by day. */
type Delay = (later: Float64Array) => Float64Array;

function delayOf(lag: LagTable, calendar: WorkingCalendar, from: Day): Delay {
  if (lag.kind === "calendar") return spreadDelay(lag);
  const known: number[] = [];
  const target = (day: number): Position =>
    (known[day] ??= addWorkingDays(calendar, from + day, lag.days) - from);
  return (later) => later.map((_, day) => later[target(day)] ?? 0);
}

function spreadDelay(lag: CalendarLag): Delay {
  const shares = sharesOf(lag);
  return (later) =>
    later.map((_, day) => {
      let sum = 0;
      const last = Math.min(shares.length, later.length - day - lag.first);
      for (let row = 0; row < last; row += 1) sum += shares[row]! * later[day + lag.first + row]!;
      return sum;
    });
}

/** The shares of a lag that go on on its days, in doubles. */
export function sharesOf({ weights, scale }: Pick<CalendarLag, "weights" | "scale">): Float64Array {
  const whole = Number(scale);
  return Float64Array.from(weights, (weight: Whole) =>
    // Only whole numbers beyond all doubles take the long way.
    whole < Infinity ? Number(weight) / whole : nearestNumber(ratio(weight, scale)),
  );
}
