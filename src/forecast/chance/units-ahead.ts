import type { ChanceModel, ChanceRate, ChanceStage, Work } from "../../chance/chance-model.js";
import type { Beta } from "../../chance/beta-rule.js";
import type { Lattice } from "../../chance/lattice.js";
import { equal, ONE, type Ratio } from "../../number/ratio.js";
import { at } from "../../number/invariant.js";
import { undecidedShare } from "../../chance/undecided.js";

/** Units that may be won by a day, all alike. */
export interface UnitsAhead {
  /** Where they are or enter, as a place in the list of stages. */
  readonly stage: number;
  /** A whole number above 0. */
  readonly count: number;
  /** Of those that go on, the share that still does, and is won by the day if it passes all later stages. */
  readonly landing: number;
  readonly converted: number;
  readonly lost: number;
  /** What each counts for once it is won, in average wins. */
  readonly worth: Ratio;
}

/** What decides how many units are won, whichever they are. */
export interface Odds {
  /** What goes on from each stage, and where to; null is the win. */
  readonly stages: readonly { readonly next: number | null; readonly rate: ChanceRate }[];
  /** Rates that several stages use. */
  readonly shared: readonly Beta[];
  /** The standard deviation of the factor on all chances. */
  readonly spread: number;
}

/** What the units are added up to: wins, or what they bring in cells. */
export interface Counting {
  /** What each of the units counts for once it is won, in their order; undefined where wins are added up. */
  readonly cells: readonly Lattice[] | undefined;
  /** For 0, 1, 2, … wins of new work, how likely each sum of theirs is; undefined where wins are added up. */
  readonly newSums: ChanceModel["newSums"];
  /** Entries to keep: for sums of 0 to length − 1. */
  readonly length: number;
}

/** A model whose work is known. */
export interface Worked {
  readonly model: ChanceModel;
  readonly work: Work;
}

/**
 * The tree of the stages that units pass, and what is in them; stages that no unit passes are left out.
 *
 * Fresh units of a source are new work: of them only the chance to pass every stage counts, which is quicker to work out.
 */
export function modelOf(odds: Odds, units: readonly UnitsAhead[], counting: Counting): Worked {
  const { stages, shared, spread } = odds;
  const passed = stagesPassed(stages, units);
  const places = new Map(passed.map((stage, place) => [stage, place]));
  const fed = new Set(passed.map((stage) => stages[stage]?.next));
  const work: number[][] = [];
  const model: ChanceModel = {
    stages: passed.flatMap((stage): ChanceStage[] => {
      const found = stages[stage];
      if (found === undefined) return [];
      const here = units
        .map((each, index) => ({ ...each, worth: counting.cells?.[index], isFresh: isFresh(each) }))
        .filter((each) => each.stage === stage);
      const fresh = fed.has(stage) ? [] : here.filter((each) => each.isFresh);
      work.push(fresh.map(({ count }) => count));
      return [
        {
          next: found.next === null ? null : (places.get(found.next) ?? null),
          rate: found.rate,
          open: fed.has(stage) ? here : here.filter((each) => !each.isFresh),
          landing: fresh.map(({ landing }) => landing),
        },
      ];
    }),
    shared,
    spread,
    // What is asked for are the chances themselves, as many as this list is long.
    notEnough: new Array<number>(counting.length).fill(0),
    newSums: counting.newSums,
  };
  return { model, work };
}

function stagesPassed(stages: Odds["stages"], units: readonly UnitsAhead[]): readonly number[] {
  const passed = new Set<number>();
  for (const { stage } of units)
    for (let at: number | null = stage; at !== null && !passed.has(at); at = stages[at]?.next ?? null)
      passed.add(at);
  return [...passed];
}

function isFresh({ converted, lost, worth }: UnitsAhead): boolean {
  return converted === 0 && lost === 0 && equal(worth, ONE);
}

/** What a unit brings once it is won: on average, the mean of its square, and at most. */
export interface Worth {
  readonly mean: number;
  readonly square: number;
  readonly most: number;
}

/** Mean and standard deviation of what units bring, and the most that they can. */
export interface Moments {
  readonly mean: number;
  readonly sd: number;
  readonly most: number;
}

/**
 * About how much is won?
 *
 * The mean exactly where rates are known, and at their means else; the variance of luck and of values Σ q·E(worth²) −
 * (q·E(worth))², of rates to first order, and of the spread. Rates that stages share are added up before they are squared.
 */
export function momentsOf(
  odds: Odds,
  units: readonly UnitsAhead[],
  worthOf: (units: UnitsAhead) => Worth,
): Moments {
  const { stages, shared, spread } = odds;
  const means = stages.map(({ rate }) => meanOf(rate, shared));
  const through = stages.map(() => 0);
  const chances = expectedChances(odds, units);
  let [mean, luck, most] = [0, 0, 0];
  units.forEach((each, index) => {
    const { stage, count } = each;
    const chance = at(chances, index);
    const worth = worthOf(each);
    const expected = count * chance * worth.mean;
    mean += expected;
    luck += count * chance * worth.square - expected * chance * worth.mean;
    most += count * worth.most;
    for (let place: number | null = stage; place !== null; place = at(stages, place).next)
      through[place] = at(through, place) + expected;
  });
  const variance = luck + ratesVariance(odds, means, through) + spread * spread * mean * mean;
  return { mean, sd: Math.sqrt(variance), most };
}

/** The chance of each unit to be won, at the mean of every rate. */
export function expectedChances({ stages, shared }: Odds, units: readonly UnitsAhead[]): readonly number[] {
  const means = stages.map(({ rate }) => meanOf(rate, shared));
  return units.map(({ stage, landing, ...soFar }) => {
    const left = undecidedShare(at(means, stage), soFar);
    let chance = left > 0 ? landing / left : 0;
    for (let place: number | null = stage; place !== null; place = at(stages, place).next)
      chance *= at(means, place);
    return Math.min(1, chance);
  });
}

function meanOf(rate: ChanceRate, shared: readonly Beta[]): number {
  if ("known" in rate) return rate.known;
  const { won, lost } = "shared" in rate ? at(shared, rate.shared) : rate;
  return won / (won + lost);
}

function ratesVariance(
  { stages, shared }: Odds,
  means: readonly number[],
  through: readonly number[],
): number {
  const perPoint = stages.map((_, stage) =>
    at(means, stage) > 0 ? at(through, stage) / at(means, stage) : 0,
  );
  let variance = 0;
  stages.forEach(({ rate }, stage) => {
    if ("won" in rate) variance += at(perPoint, stage) ** 2 * varianceOf(rate);
  });
  shared.forEach((beta, place) => {
    const all = stages.reduce(
      (sum, { rate }, stage) => ("shared" in rate && rate.shared === place ? sum + at(perPoint, stage) : sum),
      0,
    );
    variance += all * all * varianceOf(beta);
  });
  return variance;
}

function varianceOf({ won, lost }: Beta): number {
  const all = won + lost;
  return (won * lost) / (all * all * (all + 1));
}
