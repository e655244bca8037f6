import { countJourneys, monthsOf } from "../counts/count-journeys.js";
import { EMPTY_MONTH, type HistoryCounts } from "../counts/history-counts.js";
import { dayReader } from "../journeys/days.js";
import type { Journey } from "../journeys/journey.js";
import { converter, type Exchange, type MoneyOptions } from "../journeys/money.js";
import type { FunnelStages } from "../journeys/paths.js";
import { encodeExact } from "../../number/exact-string.js";
import { ratio } from "../../number/ratio.js";
import { dealValues, type WonValue } from "./deal-values.js";
import { learnGroups } from "./groups.js";
import { scoreInterval } from "../../number/score-interval.js";
import { writtenRate } from "./estimate.js";
import { learnStage } from "./learn-stage.js";
import { missingEndings, type MissingEndings } from "./missing-endings.js";
import type { GroupKey, Learned, LearnedRate, LearnedSpread, LearnedStage } from "./learned.js";
import { frozen } from "./frozen.js";
import { Observations } from "./observations.js";
import type { Seen } from "./observe-journeys.js";
import { judgePeriod, knownStages, type PastRecord, type PeriodDeals } from "./past-periods.js";
import { periodSpread } from "./period-spread.js";
import type { WholeTimes } from "./whole-times.js";

/** What to learn from. */
export interface LearnOptions<Stage extends string = string> {
  /** The stages from first to last, or the funnel of a plan. */
  readonly stages: FunnelStages<Stage>;
  /** The last day of history: what is open then is unfinished, not lost. */
  readonly asOf: string;
  /**
   * The day from which on history records what becomes of deals, where it does not reach back to their beginning: earlier
   * wins and losses are missing, so older deals count only from that day on.
   */
  readonly observedFrom?: string | undefined;
  /** Also for each owner, channel or month by itself. */
  readonly by?: GroupKey | readonly GroupKey[] | undefined;
  /**
   * How many deals of the whole each group is mixed with; 0 leaves groups as they are. Default: learned for each stage from how
   * much groups differ beyond luck.
   */
  readonly strength?: number | undefined;
  /** Days within which every deal that goes on does so, where that is known; else it is judged from the lags seen. */
  readonly longestLag?: number | undefined;
  /**
   * Deals of the record that are in no journey, as an import counts them; default 0. How they stand is not known, so intervals
   * leave room for them, and the rate over all is not known.
   */
  readonly leftOut?: number | undefined;
  /** Turns all values into one currency. Without it each currency is kept apart. */
  readonly currency?: string | undefined;
  /** What one unit of each other currency is worth in `currency`. */
  readonly exchange?: Exchange | undefined;
}

/**
 * What does history say about a funnel: how many deals go on from each stage, how long that takes, what a win is worth?
 *
 * "Reached" means this or any later stage, and every deal counts in the first: see `readPassage`. A stage's rate is corrected
 * for deals that are unfinished (see `cumulativeIncidence`), with a 90% interval (see `scoreInterval`), and with nothing
 * unfinished it is went on ÷ entered exactly. Where deals were not watched for long enough `mature` is false, and the
 * interval leaves room for all that are open. Where later deals go on more or less often than earlier ones beyond luck, `moved`
 * has the rate since then.
 *
 * @throws RangeError when a date is none, `strength` is negative, or `longestLag` is no whole number from 0
 * @throws PlanError when `currency` is given and a deal is in another without an exchange rate
 *
 * @example
 * ```ts
 * const deal = { owner: null, channel: null, value: null, currency: null, probability: null, expected: null };
 * const steps = [{ stage: "demo", on: "2026-01-05" }] as const;
 * const journeys = [
 *   { ...deal, id: "1", steps, state: "won", closed: "2026-01-12" },
 *   { ...deal, id: "2", steps, state: "lost", closed: "2026-01-20" },
 * ] as const;
 * learn(journeys, { stages: ["demo"], asOf: "2026-02-01" }).stages.demo?.corrected?.rate; // => "0.5"
 * ```
 */
export function learn<const Stage extends string>(
  history: Iterable<Journey>,
  options: LearnOptions<Stage>,
): Learned<Stage> {
  return learnFrom(countJourneys(history, options), options);
}

/** How counts are judged. */
export type JudgeOptions<Stage extends string = string> = Pick<
  LearnOptions<Stage>,
  "stages" | "strength" | "longestLag" | "currency" | "exchange"
>;

/** What the counts of a history say. */
export function learnFrom<Stage extends string>(
  counts: HistoryCounts,
  options: JudgeOptions<Stage>,
): Learned<Stage> {
  const { asOf, observedFrom, leftOut, seen } = counts;
  const { strength, longestLag } = options;
  requireNumbers(strength, longestLag);
  const dayOf = dayReader();
  const { lacksOpen } = seen.all.whole;
  const lastDay = dayOf(asOf);
  const from = observedFrom === null ? seen.all.earliest : dayOf(observedFrom);
  const counted =
    monthsOf(from, lastDay).length < ENOUGH_MONTHS ? new Map<number, PeriodDeals>() : counts.months();
  const missing = observedFrom === null ? missingEndings(counted, seen.all.whole) : undefined;
  const stages = learnStages(seen, {
    asOf: lastDay,
    observedFrom: observedFrom ?? undefined,
    ...{ longestLag, leftOut, missing },
  });
  const mature = new Map(
    stages.filter(({ notKnown }) => notKnown === null).map((stage) => [stage.stage, stage.mature]),
  );
  return frozen({
    ...{ asOf, observedFrom },
    journeys: seen.all.journeys,
    unused: seen.unused,
    leftOut,
    overall:
      observedFrom === null && leftOut === 0 && missing === undefined
        ? overallRate(seen.all.whole, lacksOpen)
        : null,
    spread: spreadOf({ seen, counted }, { funnel: options.stages, asOf: lastDay, from }, stages),
    stages: Object.fromEntries(stages.map((stage) => [stage.stage, stage])) as Learned<Stage>["stages"],
    groups: [...seen.groups.keys()].flatMap((key) => learnGroups(seen, { by: key, strength, mature })),
    values: dealValues(convertedValues(counts, options)),
  });
}

function spreadOf(
  { seen, counted }: Pick<HistoryCounts, "seen"> & { readonly counted: ReadonlyMap<number, PeriodDeals> },
  { from, ...record }: Pick<PastRecord, "funnel" | "asOf" | "from">,
  stages: readonly LearnedStage[],
): LearnedSpread | null {
  const days = monthsOf(from, record.asOf);
  if (days.length < ENOUGH_MONTHS || !stages.every(isTimed)) return null;
  const known = knownStages(seen, record);
  const past = days.map(({ last }) => judgePeriod(counted.get(last) ?? EMPTY_MONTH, known));
  const wins = past.reduce((sum, { won }) => sum + won, 0);
  return { month: encodeExact(ratio(Math.round(periodSpread(past) * 100), 100)), months: past.length, wins };
}

/** Are rate and lag of a stage known, so that it can be said how much was to be expected of a period? */
export function isTimed({ notKnown, lag }: LearnedStage): boolean {
  return notKnown === null && lag !== null;
}

/** Fewer months say nothing of how much they differ. */
const ENOUGH_MONTHS = 3;

/** What history says of each stage that it knows, in their order. */
export function learnStages(
  { stages, all }: Seen,
  {
    asOf,
    observedFrom,
    longestLag,
    leftOut = 0,
    missing,
  }: Pick<LearnOptions, "observedFrom" | "longestLag" | "leftOut"> & {
    readonly asOf: number;
    readonly missing?: MissingEndings | undefined;
  },
): readonly LearnedStage[] {
  const { onlyWins, onlyLosses, longest, lacksOpen, lacksLosses } = all.whole;
  return stages.map((stage) =>
    learnStage(stage, all.byStage.get(stage) ?? new Observations(), {
      asOf,
      stages: stages.length,
      longestLag,
      ...{ onlyWins, onlyLosses, lacksLosses, leftOut, missing },
      longestTime: longest,
      lacksOpen,
      beginsLate: observedFrom !== undefined,
    }),
  );
}

function overallRate(whole: WholeTimes, lacksOpen: boolean): LearnedRate | null {
  const decided = whole.lacksLosses || whole.onlyLosses ? undefined : whole.decided(whole.longest, lacksOpen);
  if (decided === undefined) return null;
  const { won, of } = decided;
  return writtenRate(
    { rate: won / of, exact: encodeExact(ratio(won, of)) },
    scoreInterval(won / of, of),
    won,
    of,
  );
}

/** What won deals were worth in the currency that is asked for; each in its own where none is. */
export function convertedValues(
  { won, currencies }: Pick<HistoryCounts, "won" | "currencies">,
  { currency, exchange }: MoneyOptions,
): readonly WonValue[] {
  if (currency === undefined && exchange === undefined) return won;
  const convert = converter(currencies, { currency, exchange });
  return won.map((one) => ({
    ...one,
    currency: currency ?? null,
    value: convert(one.value, one.currency),
  }));
}

function requireNumbers(strength: number | undefined, longestLag: number | undefined): void {
  if (strength !== undefined && !(strength >= 0 && strength < Infinity))
    throw new RangeError(`learn requires a strength from 0; got ${strength}`);
  if (longestLag !== undefined && !(Number.isSafeInteger(longestLag) && longestLag >= 0))
    throw new RangeError(`learn requires a longestLag of whole days from 0; got ${longestLag}`);
}
