import { encodeExact } from "../number/exact-string.js";
import { compare, divide, isZero, ratio, sum, type Ratio } from "../number/ratio.js";
import type { RateOrigin } from "../plan/rate-origin.js";
import { seenLowerTail } from "../number/beta-binomial.js";
import { belowLuck } from "../number/holm.js";
import { median } from "../number/median.js";
import type { PersonalRate } from "./personal-answer.js";
import { recentWeeks, type PersonRecords } from "./personal-record.js";

/** Fewer units than this say too little about a rate. */
const ENOUGH_UNITS = ratio(30);

/** A stage and what follows it. */
export interface Step {
  readonly stage: string;
  readonly to: string;
  /** What the plan counts on. */
  readonly rate: Ratio;
  /** What it was written as; a sample is not known for sure. */
  readonly origin: RateOrigin;
}

interface Converted {
  readonly person: PersonRecords;
  readonly entered: Ratio;
  readonly passed: Ratio;
  readonly rate: Ratio;
  readonly small: boolean;
}

/** What share of each person's units went on from a stage; only of people who counted both ends of the step. */
function convertedAt(step: Step, people: readonly PersonRecords[]): Converted[] {
  return people.flatMap((person): Converted[] => {
    const entered = recentWeeks(person, step.stage);
    const passed = recentWeeks(person, step.to);
    if (isZero(entered) || !person.records.has(step.to)) return [];
    const small = person.small || compare(entered, ENOUGH_UNITS) < 0;
    return [{ person, entered, passed, rate: divide(passed, entered), small }];
  });
}

/** The share of one person's units that went on, beside the same team's, before it is answered. */
export interface RateRecord {
  readonly step: Step;
  readonly entered: Ratio;
  readonly passed: Ratio;
  readonly rate: Ratio;
  readonly small: boolean;
  readonly pValue: number | null;
  readonly withinLuck: boolean | null;
  readonly team: TeamRates | null;
}

/** The median and the best of a team's people with enough units. */
interface TeamRates {
  readonly median: Ratio;
  readonly best: Ratio;
}

/** One person's rates beside the median and the best of the same team. */
export function computePersonalRates(
  steps: readonly Step[],
  person: PersonRecords,
  team: readonly PersonRecords[],
): RateRecord[] {
  return steps.flatMap((step): RateRecord[] => {
    const all = convertedAt(step, team);
    const own = all.find((each) => each.person === person);
    if (own === undefined) return [];
    const { entered, passed, rate, small } = own;
    const enough = all.filter((each) => !each.small).map((each) => each.rate);
    const best = [...enough].sort(compare).at(-1);
    const rates = best === undefined ? null : { median: median(enough), best };
    return [{ step, entered, passed, rate, small, pValue: luckOf(own, all), withinLuck: null, team: rates }];
  });
}

/** A rate as the answer carries it. */
export function rateAnswer({ step, team, ...record }: RateRecord): PersonalRate {
  return {
    stage: step.stage,
    to: step.to,
    entered: encodeExact(record.entered),
    passed: encodeExact(record.passed),
    rate: encodeExact(record.rate),
    small: record.small,
    pValue: record.pValue,
    withinLuck: record.withinLuck,
    teamMedian: team === null ? null : encodeExact(team.median),
    teamBest: team === null ? null : encodeExact(team.best),
  };
}

/** What all people together passed on of what entered; undefined where nobody counted both ends. */
export function commonCounts(
  step: Step,
  people: readonly PersonRecords[],
): { readonly passed: Ratio; readonly entered: Ratio; readonly rate: Ratio } | undefined {
  const all = convertedAt(step, people);
  if (all.length === 0) return undefined;
  const [passed, entered] = [sum(all.map((each) => each.passed)), sum(all.map((each) => each.entered))];
  return { passed, entered, rate: divide(passed, entered) };
}

/** How likely so few would go on at the rate of the others of the team, as they are known from their own sample. */
function luckOf(own: Converted, all: readonly Converted[]): number | null {
  const others = all.filter((each) => each !== own);
  const [won, of] = [sum(others.map(({ passed }) => passed)), sum(others.map(({ entered }) => entered))];
  if (own.small || others.length === 0 || compare(won, of) > 0) return null;
  return luckAt(own, { won, of });
}

/** How likely so few would go on at a rate that is known from a sample; null for counts that are no whole numbers. */
export function luckAt(
  { entered, passed }: { readonly entered: Ratio; readonly passed: Ratio },
  { won, of }: { readonly won: Ratio; readonly of: Ratio },
): number | null {
  const counts = [entered, passed, won, of];
  if (counts.some(({ den }) => den !== 1) || compare(passed, entered) > 0) return null;
  const [all = 0, most = 0, some = 0, size = 0] = counts.map(({ num }) => Number(num));
  return seenLowerTail([{ count: all, chance: 1 }], most, { won: some, of: size }) ?? null;
}

/** Which rates are short by more than luck, over all people and stages at once. */
export function judgeLuck(people: readonly (readonly RateRecord[])[]): readonly (readonly RateRecord[])[] {
  const all = people.flat();
  const below = belowLuck(
    all.map(({ pValue }) => pValue),
    LUCK,
  );
  const judged = new Map(all.map((rate, index) => [rate, below[index] === true]));
  return people.map((rates) =>
    rates.map((rate) => ({ ...rate, withinLuck: rate.pValue === null ? null : judged.get(rate) !== true })),
  );
}

/** All comparisons together say "short" of somebody who is not in at most so many cases. */
const LUCK = 0.05;
