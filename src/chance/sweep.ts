/* eslint-disable @typescript-eslint/no-non-null-assertion -- indices run over the length of the list itself */
import { betaRule } from "./beta-rule.js";
import type { ChanceModel, ChanceRate, ChanceStage } from "./chance-model.js";
import { compress, type CarryingRule } from "./compress.js";
import type { Rule } from "./gauss-rule.js";
import { spreadRule } from "./spread-rule.js";
import { addValued } from "./valued.js";
import { noWin } from "./wins.js";
import { undecidedShare } from "./undecided.js";

/** With how many places each uncertain thing is represented. */
export interface Precision {
  /** Places of the Beta of one stage. */
  readonly rate: number;
  /** Places kept of the chance of all later stages. */
  readonly chance: number;
  /** Places of the factor of the period. */
  readonly spread: number;
  /** Places of what is the only uncertain thing of a chain; those above unless given. */
  readonly alone?: number;
  /** Whether the places of a whole chain stay as many as they come to, with nothing of them left out. */
  readonly keepsAll?: boolean;
}

/** What a model comes to before new work is known; `chanceOf` and `winsOf` ask it. */
export interface Sweep {
  readonly length: number;
  /** As the model has them. */
  readonly newSums: ChanceModel["newSums"];
  /** The cases of what is outside of all stages: the factor of the period, rates that stages share. */
  readonly cases: readonly Case[];
}

/** One case of the outer dimensions. */
export interface Case {
  readonly weight: number;
  readonly factor: number;
  /** One part of the tree for each stage that ends in a win. */
  readonly roots: readonly Part[];
}

/** A chain of stages without a joint, from the one nearest the win back to `stage`. */
export interface Part {
  readonly stage: number;
  readonly landing: readonly number[];
  readonly nodes: readonly Node[];
}

/** One value of the chance that a unit which enters `stage` of the part is won some day. */
export interface Node {
  readonly chance: number;
  readonly weight: number;
  /** The chances of 0, 1, … wins from the chain's open work; undefined where there is none. */
  readonly wins: Float64Array | undefined;
  /** What joins at the stage, given this chance. */
  readonly branches: readonly Part[];
}

/**
 * What can be computed before the amount of new work is known?
 *
 * From the last stage backward: the state is the chance P of all later stages on a few places, each with the chances of 0,
 * 1, … wins from open work so far. A stage multiplies every place with the places of its own rate, adds its open work,
 * and the product is compressed again. Rates are drawn once for all units of a stage, never once a unit. Where new work
 * enters or channels join, the state is kept, and what comes from further back is computed for each place of it:
 * channels are independent given P at the joint.
 *
 * A rate shared by stages and the factor of the period are outer cases, in which they are known. Where one stage leads to
 * the win, every unit passes it, so the factor can be one more rate after it (`foldSpread`): much less is to be computed for
 * each amount of work, and the answer is the same.
 *
 * @throws RangeError where `next` leads nowhere or in a circle
 */
export function sweep(model: ChanceModel, precision: Precision, { foldSpread = false } = {}): Sweep {
  const previous = predecessors(model.stages);
  const cases: Case[] = [];
  const folds = foldSpread && previous.last.length === 1;
  const spreadsAlone = folds && model.stages.every(({ rate }) => "known" in rate);
  const places = spreadsAlone ? (precision.alone ?? precision.spread) : precision.spread;
  const spread = spreadRule(model.spread, places);
  const factors = folds ? ONE : spread;
  const after = folds ? spread : ONE;
  for (const { weight, rates } of sharedCases(model, precision.chance)) {
    for (let at = 0; at < factors.places.length; at += 1) {
      const factor = factors.places[at]!;
      const roots = treeOf(model, precision, previous, { shared: rates, factor, after });
      cases.push({ weight: weight * factors.weights[at]!, factor, roots });
    }
  }
  return { length: model.notEnough.length, newSums: model.newSums, cases };
}

const ONE: Rule = { places: Float64Array.of(1), weights: Float64Array.of(1) };

interface Previous {
  readonly last: readonly number[];
  readonly of: readonly (readonly number[])[];
}

function predecessors(stages: readonly ChanceStage[]): Previous {
  const of: number[][] = stages.map(() => []);
  const last: number[] = [];
  stages.forEach(({ next }, stage) => {
    if (next === null) last.push(stage);
    else if (of[next] === undefined) throw new RangeError(`sweep: stage ${stage} leads to no stage: ${next}`);
    else of[next].push(stage);
  });
  const seen = [...last];
  for (const stage of seen) seen.push(...of[stage]!);
  if (seen.length < stages.length) throw new RangeError("sweep: stages lead in a circle");
  return { last, of };
}

/** Every combination of the values that shared rates may have. */
function sharedCases(model: ChanceModel, size: number): { weight: number; rates: readonly number[] }[] {
  let cases: { weight: number; rates: readonly number[] }[] = [{ weight: 1, rates: [] }];
  for (const beta of model.shared) {
    const { places, weights } = betaRule(beta, size);
    cases = cases.flatMap(({ weight, rates }) =>
      Array.from(places, (place, at) => ({ weight: weight * weights[at]!, rates: [...rates, place] })),
    );
  }
  return cases;
}

/** The tree of one case, from the win backward. */
function treeOf(
  model: ChanceModel,
  precision: Precision,
  previous: Previous,
  {
    shared,
    factor,
    after,
  }: { readonly shared: readonly number[]; readonly factor: number; readonly after: Rule },
): readonly Part[] {
  const rulesOf = (size: number): readonly Rule[] =>
    model.stages.map(({ rate }) => ruleOf(rate, shared, size));
  const wide = rulesOf(precision.chance);
  const narrow = rulesOf(precision.rate);
  const alone = precision.alone === undefined ? wide : rulesOf(precision.alone);

  /** The chain that begins with `start`, for a unit that is won with these chances once it has passed `start`. */
  const part = (start: number, { places, weights }: Rule): Part => {
    let state: CarryingRule = { places, weights, wins: undefined };
    const isAlone = places.length === 1 && uncertainIn(model, previous, start) === 1;
    for (let stage = start; ; stage = previous.of[stage]![0]!) {
      // The first uncertain rate of a chain is not multiplied with anything: it can have as many places as are kept.
      const first = isAlone ? alone : wide;
      const rates = (state.places.length === 1 ? first : narrow)[stage]!;
      const next = through(model, stage, rates, state, factor);
      const before = previous.of[stage]!;
      const { landing } = model.stages[stage]!;
      const ends = before.length !== 1 || landing.length > 0;
      const isAll = isAlone || (ends && precision.keepsAll === true && before.length === 0);
      state = isAll && next.wins === undefined ? next : compress(next, precision.chance);
      if (!ends) continue;
      const nodes = Array.from(state.places, (place, at) => ({
        chance: place,
        weight: state.weights[at]!,
        wins: state.wins?.[at],
        branches: before.map((branch) =>
          part(branch, { places: Float64Array.of(place), weights: ONE.weights }),
        ),
      }));
      return { stage, landing, nodes };
    }
  };
  return previous.last.map((stage) => part(stage, after));
}

/** How many uncertain rates are there in the chain that begins with this stage, up to where work enters or channels join? */
function uncertainIn({ stages }: ChanceModel, previous: Previous, start: number): number {
  let uncertain = 0;
  for (let stage = start; ; stage = previous.of[stage]![0]!) {
    const { rate, landing } = stages[stage]!;
    if ("won" in rate) uncertain += 1;
    if (previous.of[stage]!.length !== 1 || landing.length > 0) return uncertain;
  }
}

/** Every place of the state with every rate of the stage, and the stage's open work. */
function through(
  model: ChanceModel,
  stage: number,
  rates: Rule,
  state: CarryingRule,
  factor: number,
): CarryingRule {
  const { open } = model.stages[stage]!;
  const length = model.notEnough.length;
  const size = rates.places.length * state.places.length;
  const places = new Float64Array(size);
  const weights = new Float64Array(size);
  const wins: Float64Array[] | undefined = open.length > 0 || state.wins !== undefined ? [] : undefined;
  let at = 0;
  for (let i = 0; i < rates.places.length; i += 1) {
    const rate = rates.places[i]!;
    for (let j = 0; j < state.places.length; j += 1) {
      const later = state.places[j]!;
      places[at] = rate * later;
      weights[at] = rates.weights[i]! * state.weights[j]!;
      at += 1;
      if (wins === undefined) continue;
      const list = state.wins === undefined ? noWin(length) : Float64Array.from(state.wins[j]!);
      for (const units of open) {
        const { count, landing, worth } = units;
        const left = undecidedShare(rate, units);
        if (left > 0) addValued(list, count, Math.min(1, (factor * rate * landing * later) / left), worth);
      }
      wins.push(list);
    }
  }
  return { places, weights, wins };
}

function ruleOf(rate: ChanceRate, shared: readonly number[], size: number): Rule {
  if ("won" in rate) return betaRule(rate, size);
  const known = "known" in rate ? rate.known : shared[rate.shared];
  if (known === undefined) throw new RangeError("sweep: a stage uses a shared rate that is not there");
  return { places: Float64Array.of(known), weights: Float64Array.of(1) };
}
