/* eslint-disable @typescript-eslint/no-non-null-assertion -- indices run over the length of the list itself */
import { betaRule, type Beta } from "./beta-rule.js";
import type { Chance } from "./chance.js";
import { undecidedShare } from "./undecided.js";
import type { ChanceRate, OpenUnits } from "./chance-model.js";
import { compress } from "./compress.js";
import type { Rule } from "./gauss-rule.js";
import { errorOfKinks } from "./lifted.js";
import {
  chanceOfMonths,
  ONE_FACTOR,
  type MonthGroup,
  type MonthsQuestion,
  type StepsLeft,
} from "./month-wins.js";
import { spreadRule } from "./spread-rule.js";
import { toThe } from "./to-the.js";

/** A funnel and its units, where each of several months has a goal of its own. */
export interface MonthsModel {
  /** As in a `ChanceModel`: `next` is the place of the stage that follows; null where going on is the win. */
  readonly stages: readonly { readonly next: number | null; readonly rate: ChanceRate }[];
  /** Rates that several stages use; one draw for all of them. */
  readonly shared: readonly Beta[];
  /** How much the factor on all chances varies; 0 for luck alone. */
  readonly spread: number;
  /** Whether that is a factor of each month, independent of the others; else there is one for all months. */
  readonly isMonthly: boolean;
  /** New work and open work. */
  readonly units: readonly UnitsOfMonths[];
  /** For each month, for each number of wins the chance that they are not enough. */
  readonly notEnough: readonly (readonly number[])[];
}

/** Units of one age, or of one day of work. */
export interface UnitsOfMonths extends Pick<OpenUnits, "count" | "converted" | "lost"> {
  /** The place of their stage. */
  readonly stage: number;
  /** For each month, of those that go on: the share that goes on from now and is won in it if all later stages are passed. */
  readonly landing: readonly number[];
}

/** About so many steps of arithmetic are done at most. */
const MOST_STEPS = 8_000_000;
/**
 * So many months in which the same units may be won are looked at together, or fewer where that takes too long; what is won
 * later than those is taken as independent (see `apart`).
 */
const TOGETHER = [4, 3, 2];
/** Two rules of places must agree to it. */
const TOLERANCE = 1e-5;
/** So few wins, all of them together, are left out of months that come long after the first one in which a unit may be won. */
const SELDOM = 3e-4;
/** A chance that may be further off is not told. */
const MOST_ERROR = 0.05;
/** What rounding may do beside the number of units and wins. */
const ROUNDING = 1e-12;

/** How many places each uncertain thing has, by how many of them there are, from one on. */
const LADDERS: readonly (readonly number[])[] = [
  [12, 24, 48],
  [6, 10, 16],
  [4, 6, 9],
  [3, 5],
];
/** How many places the factor of each month has, on each rung. */
const FACTORS = [4, 6, 9, 14];

/**
 * How likely is the goal of every month reached?
 *
 * Given the rates, each unit is won in one of the months or in none, independently of the others (see `chanceOfMonths`);
 * then the mean over what the rates may be, which are one draw for all months.
 *
 * @returns the chance and the most by which it may be wrong; undefined where that would take too long, or is not known to 5 points
 *
 * @example
 * ```ts
 * // One win in each of two months, from one unit each, of which half are won: 1/2 · 1/2.
 * const unit = { stage: 0, count: 1, converted: 0, lost: 0 };
 * const units = [{ ...unit, landing: [1, 0] }, { ...unit, landing: [0, 1] }];
 * const stages = [{ next: null, rate: { known: 0.5 } }];
 * chanceOfEveryMonth({ stages, shared: [], spread: 0, isMonthly: false, units, notEnough: [[1], [1]] })?.chance; // => 0.25
 * ```
 */
export function chanceOfEveryMonth(model: MonthsModel): Chance | undefined {
  const { units, error } = withoutSeldom(model);
  for (const months of TOGETHER) {
    const found = chanceWithin({ ...model, units }, months);
    if (found !== undefined && found.error <= MOST_ERROR)
      return { chance: found.chance, error: Math.min(1, found.error + error) };
  }
  return undefined;
}

function chanceWithin(model: MonthsModel, months: number): Chance | undefined {
  const things = uncertainThings(model);
  const ladder = things.length === 0 ? [1] : LADDERS[things.length - 1];
  if (ladder === undefined) return undefined;
  const isFactored = model.isMonthly && model.spread > 0;
  const rungs = Math.max(ladder.length, isFactored ? FACTORS.length : 1);
  const left = { steps: MOST_STEPS, leftOut: 0 };
  let before: number | undefined;
  let found: Chance | undefined;
  for (let rung = 0; rung < rungs; rung += 1) {
    const places = ladder[Math.min(rung, ladder.length - 1)]!;
    const factors = isFactored ? spreadRule(model.spread, FACTORS[rung] ?? 14) : ONE_FACTOR;
    const cases = casesOf(model, things, places);
    const answers: Answer[] = [];
    for (const each of cases) {
      const { groups, error } = apart(questionOf(model, each, factors), months);
      const chance = chanceOfMonths({ groups, notEnough: model.notEnough, factors }, left);
      // Beyond that only what two rules have told already.
      if (chance === undefined) return found;
      answers.push({ ...each, chance });
      left.leftOut += each.weight * error;
    }
    const chance = answers.reduce((sum, answer) => sum + answer.weight * answer.chance, 0);
    const beside =
      left.leftOut +
      rounding(model) +
      unseen(answers, things) +
      kinks(model, things, answers) +
      monthlyKinks(model, cases, factors, left);
    if (rungs === 1) return { chance, error: beside };
    if (before !== undefined) {
      const apart = Math.abs(chance - before);
      found = { chance, error: apart + beside };
      if (apart <= TOLERANCE) return found;
    }
    before = chance;
  }
  return found;
}

function rounding({ units, notEnough }: MonthsModel): number {
  const all = units.reduce((sum, { count }) => sum + count, 0);
  const wins = notEnough.reduce((sum, list) => sum + list.length + 1, 0);
  return ROUNDING + (all + wins) * 1e-15;
}

/** Something that is drawn once for all units; `way` is the chance to pass all stages of the only way there is. */
type Thing =
  | { readonly kind: "way"; readonly stage: number }
  | { readonly kind: "stage"; readonly stage: number }
  | { readonly kind: "shared"; readonly draw: number }
  | { readonly kind: "spread" };

function uncertainThings({ stages, shared, spread, isMonthly, units }: MonthsModel): Thing[] {
  const list: Thing[] = stages.flatMap(({ rate }, stage): Thing[] =>
    "won" in rate ? [{ kind: "stage", stage }] : [],
  );
  list.push(...shared.map((_, draw): Thing => ({ kind: "shared", draw })));
  if (spread > 0 && !isMonthly) list.push({ kind: "spread" });
  const [first] = units;
  const isOneWay = units.every(
    ({ stage, converted, lost }) => stage === first?.stage && converted === 0 && lost === 0,
  );
  return first !== undefined && isOneWay && list.length > 0 ? [{ kind: "way", stage: first.stage }] : list;
}

/** What everything that is uncertain comes to, once. */
interface Case {
  readonly weight: number;
  /** For each uncertain thing its place among those of its rule, and the value there. */
  readonly places: readonly { readonly index: number; readonly value: number }[];
  /** The chance that a unit is won some day, for a share of landing of 1. */
  readonly shareOf: (units: UnitsOfMonths) => number;
}

interface Answer extends Case {
  readonly chance: number;
}

function casesOf(model: MonthsModel, things: readonly Thing[], size: number): Case[] {
  let cases: Pick<Case, "weight" | "places">[] = [{ weight: 1, places: [] }];
  for (const thing of things) {
    const { places, weights } = ruleOf(model, thing, size);
    cases = cases.flatMap(({ weight, places: own }) =>
      Array.from(places, (value, index) => ({
        weight: weight * weights[index]!,
        places: [...own, { index, value }],
      })),
    );
  }
  return cases.map((each) => ({ ...each, shareOf: sharesIn(model, things, each.places) }));
}

function ruleOf(model: MonthsModel, thing: Thing, size: number): Rule {
  switch (thing.kind) {
    case "way":
      return wayRule(model, thing.stage, size);
    case "stage":
      return betaRule(model.stages[thing.stage]!.rate as Beta, size);
    case "shared":
      return betaRule(model.shared[thing.draw]!, size);
    case "spread":
      return spreadRule(model.spread, size);
  }
}

/** The chance to pass every stage from here on, times the factor of the period. */
function wayRule({ stages, shared, spread, isMonthly }: MonthsModel, from: number, size: number): Rule {
  const draws = new Map<number, number>();
  let rule: Rule = isMonthly ? ONE_FACTOR : spreadRule(spread, size);
  for (let stage: number | null = from; stage !== null; stage = stages[stage]!.next) {
    const { rate } = stages[stage]!;
    if ("shared" in rate) draws.set(rate.shared, (draws.get(rate.shared) ?? 0) + 1);
    else rule = together(rule, "won" in rate ? betaRule(rate, size) : oneOf(rate.known), size);
  }
  for (const [draw, times] of draws) {
    const { places, weights } = betaRule(shared[draw]!, size);
    rule = together(rule, { places: places.map((place) => toThe(place, times)), weights }, size);
  }
  return rule;
}

function oneOf(value: number): Rule {
  return { places: Float64Array.of(value), weights: ONE_FACTOR.weights };
}

function together(one: Rule, other: Rule, size: number): Rule {
  const places: number[] = [];
  const weights: number[] = [];
  one.places.forEach((place, index) => {
    other.places.forEach((factor, second) => {
      places.push(place * factor);
      weights.push(one.weights[index]! * other.weights[second]!);
    });
  });
  const all = { places: Float64Array.from(places), weights: Float64Array.from(weights), wins: undefined };
  const { places: few, weights: theirs } = compress(all, size);
  return { places: few, weights: theirs };
}

function sharesIn(
  { stages, shared }: MonthsModel,
  things: readonly Thing[],
  places: Case["places"],
): Case["shareOf"] {
  let factor = 1;
  const drawn = shared.map(() => 1);
  const rates = stages.map(({ rate }) => ("known" in rate ? rate.known : 1));
  for (const [at, thing] of things.entries()) {
    const { value } = places[at]!;
    if (thing.kind === "way") return () => value;
    if (thing.kind === "stage") rates[thing.stage] = value;
    else if (thing.kind === "shared") drawn[thing.draw] = value;
    else factor = value;
  }
  stages.forEach(({ rate }, stage) => {
    if ("shared" in rate) rates[stage] = drawn[rate.shared]!;
  });
  return ({ stage, ...soFar }) => {
    const rate = rates[stage]!;
    const left = undecidedShare(rate, soFar);
    if (!(left > 0)) return 0;
    let share = (factor * rate) / left;
    for (let later = stages[stage]!.next; later !== null; later = stages[later]!.next) share *= rates[later]!;
    return share;
  };
}

function questionOf(model: MonthsModel, { shareOf }: Case, factors: Rule): MonthsQuestion {
  const groups = model.units.map((units): MonthGroup => {
    const share = shareOf(units);
    const chances = units.landing.map((landing) => landing * share);
    const all = chances.reduce((sum, chance) => sum + chance, 0);
    return { count: units.count, chances: all > 1 ? chances.map((chance) => chance / all) : chances };
  });
  return { groups, notEnough: model.notEnough, factors };
}

/** A sum of units that are won or not is never likelier to be one number than this ÷ its standard deviation (Baillon, Cominetti, Vaisman). */
const LIKELIEST = 0.4689;

/**
 * Units of which what is won long after their first month is taken as independent of what they do before.
 *
 * The wins of each month alone are as likely as before. What the months do together is too likely by at most the chance
 * that a unit is won twice, times that of its later win to be just the one that was missing.
 */
function apart(
  { groups, notEnough, factors }: MonthsQuestion,
  months: number,
): { readonly groups: readonly MonthGroup[]; readonly error: number } {
  const twice = notEnough.map(() => 0);
  const split = groups.flatMap(({ count, chances }): MonthGroup[] => {
    const first = chances.findIndex((chance) => chance > 0);
    const isNear = (month: number): boolean => month < first + months;
    const near = chances.map((chance, month) => (isNear(month) ? chance : 0));
    const inNear = near.reduce((all, chance) => all + chance, 0);
    const later = chances.flatMap((chance, month): MonthGroup[] => {
      if (isNear(month) || chance === 0) return [];
      // Later months are independent of each other too.
      twice[month]! +=
        count *
        chance *
        Math.min(1, inNear + chances.slice(first + months, month).reduce((all, one) => all + one, 0));
      return [{ count, chances: chances.map((_, own) => (own === month ? chance : 0)) }];
    });
    return [{ count, chances: near }, ...later];
  });
  const error = twice.reduce((all, wins, month) => all + wins * justMissing(month, { groups, factors }), 0);
  return { groups: split, error };
}

/** How likely is it at most that a month's wins, without one unit, are one certain number? By what its factor may be. */
function justMissing(month: number, { groups, factors }: Pick<MonthsQuestion, "groups" | "factors">): number {
  let missing = 0;
  factors.places.forEach((factor, place) => {
    let variance = 0;
    for (const { count, chances } of groups) {
      const chance = Math.min(1, factor * chances[month]!);
      variance += count * chance * (1 - chance);
    }
    // One unit less takes a quarter of the variance at most.
    const deviation = Math.sqrt(Math.max(LIKELIEST * LIKELIEST, variance - 0.25));
    missing += (factors.weights[place]! * factor * LIKELIEST) / deviation;
  });
  return missing;
}

/** What may lie below the lowest place of a rule, where no place sees that the goal is missed (see `unseenBelow`). */
function unseen(answers: readonly Answer[], things: readonly Thing[]): number {
  return things.reduce(
    (all, _, thing) =>
      all +
      answers.reduce(
        (sum, { weight, places, chance }) => sum + (places[thing]!.index === 0 ? weight * chance : 0),
        0,
      ),
    0,
  );
}

/** How many groups of units have their chance lifted to 1. */
function liftedIn({ units }: MonthsModel, { shareOf }: Case, factor = 1): number {
  return units.filter((each) => {
    const lands = each.landing.reduce((sum, landing) => sum + landing, 0);
    return factor * shareOf(each) * lands > 1;
  }).length;
}

/** What the kink may do where the factor of the period lifts a chance to 1 (see `liftedError`). */
function kinks(model: MonthsModel, things: readonly Thing[], answers: readonly Answer[]): number {
  const thing = things.findIndex(({ kind }) => kind === "spread" || kind === "way");
  if (!(model.spread > 0) || model.isMonthly || thing < 0) return 0;
  const byPlace: { weight: number; lifted: number; sum: number }[] = [];
  for (const answer of answers) {
    const { index } = answer.places[thing]!;
    const place = (byPlace[index] ??= { weight: 0, lifted: 0, sum: 0 });
    place.weight += answer.weight;
    place.sum += answer.weight * answer.chance;
    place.lifted += liftedIn(model, answer);
  }
  return errorOfKinks(
    byPlace.map(({ weight, lifted, sum }) => ({ weight, lifted, chance: () => sum / weight })),
  );
}

/** The same where each month has a factor of its own, by what the chance of that month alone gains around the kink. */
function monthlyKinks(
  model: MonthsModel,
  cases: readonly Case[],
  { places, weights }: Rule,
  left: StepsLeft,
): number {
  if (places.length === 1) return 0;
  return cases.reduce((sum, each) => {
    const lifted = Array.from(places, (factor) => liftedIn(model, each, factor));
    if (lifted.every((count) => count === lifted[0])) return sum;
    const errors = model.notEnough.map((notEnough, month) => {
      const alone = (factor: number): number => {
        const units = model.units.map((one) => ({ ...one, landing: [factor * one.landing[month]!] }));
        const question = questionOf({ ...model, units, notEnough: [notEnough] }, each, ONE_FACTOR);
        return chanceOfMonths(question, left) ?? 1;
      };
      return errorOfKinks(
        Array.from(places, (factor, index) => ({
          ...{ weight: weights[index]!, lifted: lifted[index]! },
          chance: () => alone(factor),
        })),
      );
    });
    return sum + each.weight * errors.reduce((all, one) => all + one, 0);
  }, 0);
}

/**
 * Without the wins that come latest after the first month in which a unit may be won, as long as hardly any are expected: each
 * month that must be looked at together with others makes the answer take several times as long.
 */
function withoutSeldom(model: MonthsModel): { units: UnitsOfMonths[]; error: number } {
  const cells = model.units.flatMap((units, place) => {
    const share = meanShare(model, units);
    const first = units.landing.findIndex((landing) => landing > 0);
    return units.landing.flatMap((landing, month) =>
      landing > 0 && month > first + 1
        ? [{ place, month, later: month - first, wins: units.count * landing * share }]
        : [],
    );
  });
  const left = new Set<string>();
  let error = 0;
  for (const { place, month, wins } of cells.sort(
    (one, other) => other.later - one.later || one.wins - other.wins,
  )) {
    if (error + wins > SELDOM) break;
    error += wins;
    left.add(`${place} ${month}`);
  }
  const units = model.units.map((each, place) => ({
    ...each,
    landing: each.landing.map((landing, month) => (left.has(`${place} ${month}`) ? 0 : landing)),
  }));
  return { units, error };
}

/** Not less than the mean of the chance that a unit is won some day; of open units at most 1. */
function meanShare({ stages, shared }: MonthsModel, { stage, converted, lost }: UnitsOfMonths): number {
  if (converted > 0 || lost > 0) return 1;
  const seen = new Set<number>();
  let share = 1;
  for (let at: number | null = stage; at !== null; at = stages[at]!.next) {
    const { rate } = stages[at]!;
    if ("known" in rate) share *= rate.known;
    else if ("won" in rate) share *= meanOf(rate);
    else if (!seen.has(rate.shared)) {
      seen.add(rate.shared);
      share *= meanOf(shared[rate.shared]!);
    }
  }
  return share;
}

function meanOf({ won, lost }: Beta): number {
  return won / (won + lost);
}
