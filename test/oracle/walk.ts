import type { Day } from "./dates.js";
import { fixedLag } from "./lag.js";
import type { Lag, LagRow } from "./lag.js";
import { ONE, Rational, sum, whole, ZERO } from "./rational.js";

/** A stage that units walk through. */
export interface WalkStage {
  readonly stage: string;
  readonly rate: Rational;
  /** How long going on takes; `null` where the plan does not say: at once, and ages tell nothing. */
  readonly lag: Lag | null;
  /** How long losing takes; `null` where nobody knows. */
  readonly lossLag: Lag | null;
}

/** Units that enter a stage on a day. */
export interface Entry {
  readonly stage: string;
  readonly on: Day;
  readonly count: Rational;
}

/** Units that are in a stage before the first day; `entered` is `null` where their age is unknown. */
export interface OpenUnits {
  readonly stage: string;
  readonly entered: Day | null;
  readonly count: Rational;
}

/** Expected units by day. */
export type ByDay = ReadonlyMap<Day, Rational>;

/** What is expected of entries and open work. */
export interface Walked {
  /** Units that enter each stage, by name, then by day. Open work has entered before and is not counted. */
  readonly entries: ReadonlyMap<string, ByDay>;
  /** Units that leave the last stage, by day. */
  readonly wins: ByDay;
  /** Open work that should have gone on long ago, and is worth nothing. */
  readonly overdue: readonly OpenUnits[];
}

/** What a walk starts from. */
export interface Walk {
  /** In order; going on from the last one is a win. */
  readonly stages: readonly WalkStage[];
  readonly entries?: readonly Entry[];
  readonly open?: readonly OpenUnits[];
  /** The first day: open work is still open when it begins. */
  readonly from: Day;
}

/**
 * Walks expected units through the stages, one stage, one day and one row of a lag at a time.
 *
 * A unit that enters on a day goes on so many days later with the stage's rate times the row's share.
 */
export function walk({ stages, entries = [], open = [], from }: Walk): Walked {
  const entered = new Map<string, ByDay>();
  const overdue: OpenUnits[] = [];
  let arriving = new Map<Day, Rational>();
  for (const stage of stages) {
    for (const { on, count } of entries.filter((entry) => entry.stage === stage.stage))
      add(arriving, on, count);
    entered.set(stage.stage, arriving);
    const leaving = new Map<Day, Rational>();
    for (const [on, count] of arriving)
      for (const { days, share } of lagOf(stage)(on))
        add(leaving, on + days, count.times(stage.rate).times(share));
    for (const units of open.filter((each) => each.stage === stage.stage)) {
      const chances = chancesOfOpen(stage, units.entered, from);
      if (chances === null) overdue.push(units);
      for (const { days, share } of chances ?? []) add(leaving, from + days, units.count.times(share));
    }
    arriving = leaving;
  }
  return { entries: entered, wins: arriving, overdue };
}

/** Units up to and including a day. */
export function countThrough(units: ByDay, last: Day): Rational {
  return sum([...units].filter(([on]) => on <= last).map(([, count]) => count));
}

/**
 * The chance that a unit which is still open goes on so many days after the first day; `null` where it is overdue.
 *
 * Of all that entered when it did, those that went on or were lost before the first day are not the unit that is still
 * there: what is left of the chance of each later day is divided by the chance of still being there. Where something can
 * have happened before, that is taken to twelve digits, rounded down.
 */
export function chancesOfOpen(stage: WalkStage, entered: Day | null, from: Day): readonly LagRow[] | null {
  const start = entered === null || stage.lag === null ? from : entered;
  const age = from - start;
  const lag = lagOf(stage)(start);
  const gone = shareBefore(lag, age);
  const lost = stage.lossLag === null ? ZERO : shareBefore(stage.lossLag(start), age);
  const stillThere = ONE.minus(stage.rate.times(gone)).minus(ONE.minus(stage.rate).times(lost));
  if (stillThere.isZero() || gone.equals(ONE)) return null;
  const chances = lag
    .filter(({ days }) => days >= age)
    .map(({ days, share }) => ({ days: days - age, share: stage.rate.times(share).over(stillThere) }));
  return stillThere.equals(ONE) ? chances : inTwelveDigits(chances);
}

/** The chance of having gone on by each day, rounded down to twelve digits: what every day has more than the one before. */
function inTwelveDigits(chances: readonly LagRow[]): readonly LagRow[] {
  const digits = 10n ** 12n;
  const asOf = chances.map(({ days }) =>
    sum(chances.filter((row) => row.days <= days).map((row) => row.share)),
  );
  const cut = asOf.map((share) => new Rational(share.times(whole(digits)).floor(), digits));
  return chances.map(({ days }, index) => ({
    days,
    share: (cut[index] ?? ZERO).minus(cut[index - 1] ?? ZERO),
  }));
}

function lagOf(stage: WalkStage): Lag {
  return stage.lag ?? fixedLag(0);
}

function shareBefore(rows: readonly LagRow[], days: number): Rational {
  return sum(rows.filter((row) => row.days < days).map((row) => row.share));
}

function add(units: Map<Day, Rational>, on: Day, count: Rational): void {
  units.set(on, (units.get(on) ?? ZERO).plus(count));
}
