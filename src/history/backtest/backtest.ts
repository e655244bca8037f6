import { chosenPlan } from "../../plan/goals.js";
import { formatDay } from "../../calendar/day.js";
import { encodeExact, type ExactString } from "../../number/exact-string.js";
import { nearestNumber } from "../../number/nearest-number.js";
import { ratio } from "../../number/ratio.js";
import { scoreInterval } from "../../number/score-interval.js";
import { at, must } from "../../number/invariant.js";
import { parseRate } from "../../plan/rate.js";
import { parsePlan } from "../../plan/parse.js";
import type { PlanInput } from "../../plan/plan.js";
import { dayReader } from "../journeys/days.js";
import { journeysAsOf } from "../journeys/journey-as-of.js";
import type { Journey } from "../journeys/journey.js";
import { latestDay } from "../journeys/latest-day.js";
import { countPeriods, dealPaths, type Days, type PeriodCount } from "../learning/deal-paths.js";
import { frozen } from "../learning/frozen.js";
import { isTimed, learnStages } from "../learning/learn.js";
import { observeJourneys } from "../learning/observe-journeys.js";
import { knownStages, MOST_PERIODS, pastPeriods } from "../learning/past-periods.js";
import { expectedWins, periodModel, type PeriodModel } from "../learning/period-model.js";
import { periodSpread } from "../learning/period-spread.js";
import { wholePeriods } from "../learning/periods.js";
import type { Backtest, HowOften, UntestedPeriod, WinsRange } from "./answer.js";
import { failedAssumptions } from "./failed-assumptions.js";
import { neededSpread } from "./needed-spread.js";
import { parseShare, type BacktestOptions } from "./options.js";
import { hundredths, isIn, spreadAhead, type Known, type Tried } from "./tried.js";
import { winsUpTo } from "./wins-range.js";

/** Periods that must lie behind before the next can be forecast: with fewer nobody can tell how much they differ. */
const ENOUGH_BEFORE = 2;

/**
 * How good would the forecasts have been? Each past month (or week) is forecast from what was known on the day before it, and
 * held against what came.
 *
 * As of each of those days rates, lags and the spread between periods are learned from the history until then, as `learn` does.
 * From the deals that were open, and the deals that began in the period (as many as did: this tests what becomes of work, not
 * how much is done), follow the wins that were expected, a range, and the most wins that were as sure as `chance` asks. The
 * answer says how often the ranges held, how sure that count is, which assumption failed beyond luck, and what spread would have
 * made them hold. The first two whole periods on record only teach; the last 24 are tried.
 *
 * @param plan its funnel says which stages there are; its own rates are not used
 * @param history the journeys of the past, as an importer reads them
 * @throws RangeError for dates that are none, and for a level or chance that does not lie between 0% and 100%
 * @throws PlanError for a plan that is not valid
 *
 * @example
 * ```ts
 * const plan = definePlan({
 *   goal: { metric: "customers", amount: 5, period: "2026-01" },
 *   funnel: [{ stage: "demo", rate: "50%" }],
 * });
 * const deal = { owner: null, channel: null, value: null, currency: null, probability: null, expected: null };
 * const days = Array.from({ length: 120 }, (_, day) => new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10));
 * const journeys = days.map((on, id) => {
 *   const state = id % 2 === 0 ? ("won" as const) : ("lost" as const);
 *   return { ...deal, id: String(id), steps: [{ stage: "demo", on }], state, closed: on };
 * });
 * const { periods, held } = backtest(plan, journeys);
 * periods.map(({ from, won, range }) => [from, won, range]); // => [["2025-03-01", 15, [10, 22]], ["2025-04-01", 15, [10, 20]]]
 * held?.count; // => 2
 * ```
 */
export function backtest<Stage extends string>(
  plan: PlanInput<Stage>,
  history: readonly Journey[],
  options: BacktestOptions = {},
): Backtest {
  const { goal, funnel } = chosenPlan({ plan: parsePlan(plan) });
  const level = parseShare("level", options.level);
  const chance =
    options.chance === undefined && goal.chance !== undefined
      ? parseRate(goal.chance)
      : parseShare("chance", options.chance);
  const { per = "month", observedFrom } = options;
  const dayOf = dayReader();
  const asOf = options.asOf ?? latestDay(history);
  const facts = { per, level: encodeExact(level), chance: encodeExact(chance) };
  const start = observedFrom ?? earliestDay(history);
  if (asOf === undefined || start === undefined)
    return frozen({ asOf: asOf ?? "", ...facts, ...NOTHING_TESTED });
  const past: Past = { history, funnel, dayOf, from: dayOf(start), observedFrom };
  const whole = wholePeriods(past.from, dayOf(asOf), per).slice(ENOUGH_BEFORE).slice(-MOST_PERIODS);
  const counts = countPeriods(dealPaths(journeysAsOf(history, asOf), funnel, dayOf(asOf), dayOf), whole);
  const tried: Tried[] = [];
  const untested: UntestedPeriod[] = [];
  // What is not told to this day (when deals came to a stage, where they were lost) does not tell what became of a forecast either.
  const now = knownBefore(past, { first: dayOf(asOf) + 1, last: dayOf(asOf) + 1 }, per);
  counts.forEach((count, index) => {
    const days = at(whole, index);
    const known = "stage" in now ? now : knownBefore(past, days, per);
    if ("stage" in known) untested.push({ from: formatDay(days.first), stage: known.stage });
    else tried.push(tryPeriod(known, count, days, nearestNumber(level), nearestNumber(chance)));
  });
  const periods = tried.map(({ period }) => period);
  const held = howOften(periods.map((period) => period.held));
  return frozen({
    asOf,
    ...facts,
    periods,
    untested,
    held,
    heldByLuck: howOften(periods.map(({ won, luckRange }) => isIn(won, luckRange))),
    reached: howOften(periods.map(({ reached }) => reached)),
    failed: failedAssumptions(tried, nearestNumber(level)),
    spread: {
      learned: tried.length === 0 || "stage" in now ? null : percents(now.spread),
      needed: neededSpread(tried, nearestNumber(level)),
    },
  });
}

const NOTHING_TESTED = {
  periods: [],
  untested: [],
  held: null,
  heldByLuck: null,
  reached: null,
  failed: [],
  spread: { learned: null, needed: null },
} as const;

interface Past {
  readonly history: readonly Journey[];
  readonly funnel: PlanInput["funnel"];
  readonly dayOf: (date: string) => number;
  /** The first day on record. */
  readonly from: number;
  readonly observedFrom: string | undefined;
}

function knownBefore(past: Past, { first }: Days, per: "month" | "week"): Known | { readonly stage: string } {
  const { history, funnel, dayOf, from, observedFrom } = past;
  const journeys = journeysAsOf(history, formatDay(first - 1));
  const record = { journeys, funnel, dayOf, from, asOf: first - 1, per };
  const span = { asOf: record.asOf, observedFrom: observedFrom === undefined ? -Infinity : from, by: [] };
  const seen = observeJourneys(journeys, funnel, span, dayOf);
  const unknown = learnStages(seen, { asOf: record.asOf, observedFrom }).find(
    (stage) => !isTimed(stage) || stage.maybeOpen > 0,
  );
  if (unknown !== undefined) return { stage: unknown.stage };
  const stages = knownStages(seen, record);
  const told = pastPeriods(record, stages);
  return { ...stages, spread: periodSpread(told), told: told.length };
}

function tryPeriod(
  known: Known,
  count: PeriodCount,
  { first, last }: Days,
  level: number,
  chance: number,
): Tried {
  const won = count.won.pipeline + count.won.fresh;
  const groups = [...count.pipeline, ...count.fresh];
  const [open, fresh] = [count.pipeline, count.fresh].map((part) =>
    expectedWins(periodModel(part, known, 0)),
  );
  const moments = expectedWins(periodModel(groups, known, 0));
  const upTo = winsUpTo(periodModel(groups, known, spreadAhead(known)), moments);
  const range: WinsRange = [upTo((1 - level) / 2), upTo((1 + level) / 2)];
  const byLuck = winsUpTo(knownRates(periodModel(groups, known, 0)), moments);
  const sure = surelyReached(upTo, chance);
  const period = {
    from: formatDay(first),
    to: formatDay(last),
    won,
    expected: hundredths(moments.expected),
    range,
    held: isIn(won, range),
    luckRange: [byLuck((1 - level) / 2), byLuck((1 + level) / 2)],
    sure,
    reached: won >= sure,
    spread: percents(known.spread),
    pipeline: { expected: hundredths(must(open, "the pipeline").expected), came: count.won.pipeline },
    fresh: { expected: hundredths(must(fresh, "new deals").expected), came: count.won.fresh },
  } as const;
  return { period, known, count };
}

/** The most wins of which P(N ≥ wins) is at least the chance: the least number up to which more than 1 − chance of all cases lie. */
function surelyReached(upTo: (share: number) => number, chance: number): number {
  return upTo(1 - chance + 1e-9);
}

/** The same model with its rates taken as known. */
function knownRates(model: PeriodModel): PeriodModel {
  const stages = model.stages.map((stage) => {
    const { rate } = stage;
    return "won" in rate ? { ...stage, rate: { known: rate.won / (rate.won + rate.lost) } } : stage;
  });
  return { ...model, stages };
}

function howOften(cases: readonly boolean[]): HowOften | null {
  if (cases.length === 0) return null;
  const count = cases.filter(Boolean).length;
  const { low, high } = scoreInterval(count / cases.length, cases.length);
  const ends = {
    low: encodeExact(ratio(Math.floor(low * 1000), 1000)),
    high: encodeExact(ratio(Math.ceil(high * 1000), 1000)),
  };
  return { count, of: cases.length, ...ends };
}

function percents(value: number): ExactString {
  return encodeExact(ratio(Math.round(value * 100), 100));
}

function earliestDay(history: readonly Journey[]): string | undefined {
  let earliest: string | undefined;
  const take = (day: string | null) => {
    if (day !== null && (earliest === undefined || day < earliest)) earliest = day;
  };
  for (const { steps, closed } of history) {
    for (const { on } of steps) take(on);
    take(closed);
  }
  return earliest;
}
