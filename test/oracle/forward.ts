import { workingDaysIn } from "./calendar.js";
import { dayOf, readPeriod } from "./dates.js";
import type { Day, Range } from "./dates.js";
import { openUnits, walkStages } from "./in-time.js";
import type { Spread } from "./in-time.js";
import type { PlainPlan, PlainStage } from "./plain-plan.js";
import { ONE, sum, whole, ZERO } from "./rational.js";
import type { Rational } from "./rational.js";
import { chancesOfOpen } from "./walk.js";
import type { WalkStage } from "./walk.js";
import { readNumber } from "./written.js";

/** A stage on the way to the win. */
interface Place {
  readonly stage: WalkStage;
  readonly next: Place | null;
  /** Whether it lies in a channel that brings fixed units. */
  readonly isBrought: boolean;
  /** Units that channels bring to it whatever the goal. */
  readonly units: Rational;
}

/** Work on a day at a stage. */
export interface WorkDay {
  readonly stage: string;
  readonly on: Day;
  readonly count: bigint | number;
}

/**
 * The wins that are expected in the period of this work, of the units that channels bring level over the period, and of
 * open work. The chance to be won in the period is looked up from each day forward, row by row of each lag.
 */
export function forwardWins(plan: PlainPlan, work: readonly WorkDay[], spread: Spread): Rational {
  const places = placesOf(plan, spread);
  const period = readPeriod(plan.goal.period);
  const chance = period === null ? () => ONE : chancesIn(period);
  const brought = [...places.values()]
    .filter(({ units, isBrought }) => !units.isZero() && !isBrought)
    .map((place) => place.units.times(winsEach(place)).times(levelChance(plan, period, place, chance)));
  const worked = work.map(({ stage, on, count }) => {
    const place = places.get(stage);
    return place === undefined || place.isBrought
      ? ZERO
      : whole(count).times(winsEach(place)).times(chance(place, on));
  });
  return sum([...brought, ...worked, ...openWins(plan, period, places, chance)]);
}

type Chance = (place: Place | null, on: Day) => Rational;

function chancesIn(period: Range): Chance {
  const known = new Map<Place, Map<Day, Rational>>();
  const chance: Chance = (place, on) => {
    if (place === null) return on >= period.start && on <= period.end ? ONE : ZERO;
    if (on > period.end) return ZERO;
    const days = known.get(place) ?? new Map<Day, Rational>();
    known.set(place, days);
    const before = days.get(on);
    if (before !== undefined) return before;
    const rows = place.stage.lag?.(on) ?? [{ days: 0, share: ONE }];
    const found = sum(rows.map(({ days: later, share }) => share.times(chance(place.next, on + later))));
    days.set(on, found);
    return found;
  };
  return chance;
}

function winsEach(place: Place | null): Rational {
  return place === null ? ONE : place.stage.rate.times(winsEach(place.next));
}

/** The mean chance over the working days of the period, weighted by the season. */
function levelChance(plan: PlainPlan, period: Range | null, place: Place, chance: Chance): Rational {
  if (period === null) return ONE;
  const start = plan.workFrom === undefined ? period.start : Math.max(period.start, dayOf(plan.workFrom));
  const days = workingDaysIn(plan.calendar ?? {}, { start, end: period.end });
  const weights = sum(days.map(({ weight }) => weight));
  if (weights.isZero()) return ZERO;
  return sum(days.map(({ on, weight }) => weight.times(chance(place, on)))).over(weights);
}

function openWins(
  plan: PlainPlan,
  period: Range | null,
  places: ReadonlyMap<string, Place>,
  chance: Chance,
): Rational[] {
  const from = plan.workFrom === undefined ? (period?.start ?? 0) : dayOf(plan.workFrom);
  return openUnits(plan).map(({ stage, entered, count }) => {
    const place = places.get(stage);
    if (place === undefined || place.isBrought) return ZERO;
    const rows = chancesOfOpen(place.stage, entered, from) ?? [];
    const landing = sum(rows.map(({ days, share }) => share.times(chance(place.next, from + days))));
    return count.times(landing).times(winsEach(place.next));
  });
}

function placesOf(plan: PlainPlan, spread: Spread): Map<string, Place> {
  const places = new Map<string, Place>();
  const add = (funnel: readonly PlainStage[], end: Place | null, isBrought: boolean): void => {
    let next = end;
    for (const stage of [...funnel].reverse()) {
      const [walked] = walkStages([stage], plan.calendar ?? {}, spread);
      if (walked === undefined) continue;
      const sources = stage.sources ?? [];
      const units = sum(sources.map((source) => readNumber(source.units ?? 0)));
      const place: Place = { stage: walked, next, isBrought, units };
      places.set(stage.stage, place);
      for (const source of sources) add(source.funnel, place, isBrought || source.units !== undefined);
      next = place;
    }
  };
  add(plan.funnel, null, false);
  return places;
}
