import type { Beta } from "../../chance/beta-rule.js";
import type { ChanceRate, Work } from "../../chance/chance-model.js";
import { fromSamples, sampleOfRange, type Sample } from "../../chance/evidence.js";
import { at, must } from "../../number/invariant.js";
import { nearestNumber } from "../../number/nearest-number.js";
import { isZero } from "../../number/ratio.js";
import { parseRateText } from "../../number/rate-text.js";
import { parseQuantity } from "../../schema/quantity.js";
import { expectedWins, type ChanceInputs, type ExpectedWins, type InputStage } from "./chance-inputs.js";

/** What is known of the rates of a plan. */
export interface ChanceRates {
  /** For each stage of the inputs. */
  readonly rates: readonly ChanceRate[];
  /** Rates that several stages have: uncertain once, for all of their units together. */
  readonly shared: readonly Beta[];
}

/** A stage's rate, as it is written and as a number. */
type StageRate = Pick<InputStage, "rated" | "rate">;

/**
 * What is known of each stage's rate, given the work of the plan as it is expected: which wins pass which stage says how much
 * of the uncertainty each rate is to blame for.
 */
export function chanceRates(inputs: ChanceInputs, work: Work): ChanceRates {
  return ratesBehind(inputs.stages, winsThrough(inputs.stages, expectedWins(inputs, work)));
}

/**
 * What is known of each stage's rate, given how many of the expected wins pass each stage? A rate that several stages have is
 * one.
 */
export function ratesBehind(stages: readonly StageRate[], wins: readonly number[]): ChanceRates {
  const groups = new Map<string, { sample: Sample; wins: number; users: number }>();
  stages.forEach((stage, place) => {
    const group = groups.get(stage.rated.stage);
    const sample = group?.sample ?? sampleOf(stage);
    if (sample === undefined) return;
    const [through, users] = [group?.wins ?? 0, group?.users ?? 0];
    groups.set(stage.rated.stage, { sample, wins: through + at(wins, place), users: users + 1 });
  });
  const listed = [...groups];
  const betas = fromSamples(listed.map(([, { sample, wins: through }]) => ({ ...sample, wins: through })));
  const shared: Beta[] = [];
  const known = new Map<string, ChanceRate>();
  listed.forEach(([name, { users }], place) => {
    const beta = at(betas, place);
    known.set(name, users > 1 ? { shared: shared.push(beta) - 1 } : beta);
  });
  const rates = stages.map(({ rated, rate }) => known.get(rated.stage) ?? { known: nearestNumber(rate) });
  return { rates, shared };
}

/** The Beta of a stage's rate, shared or not; undefined where the rate is known. */
export function betaOf({ rates, shared }: ChanceRates, stage: number): Beta | undefined {
  const rate = rates[stage];
  if (rate === undefined || "known" in rate) return undefined;
  return "shared" in rate ? shared[rate.shared] : rate;
}

/** How many of the expected wins pass each stage of a tree? */
export function winsThrough(
  stages: readonly { readonly next: number | null }[],
  expected: readonly Pick<ExpectedWins, "place" | "count" | "chance">[],
): readonly number[] {
  const through = stages.map(() => 0);
  for (const { place, count, chance } of expected)
    for (let stage: number | null = place; stage !== null; stage = at(stages, stage).next)
      through[stage] = at(through, stage) + count * chance;
  return through;
}

/** The sample behind a rate, or the one that a range stands for; undefined where the rate is taken as known. */
function sampleOf({ rated: { written }, rate }: StageRate): Sample | undefined {
  if (typeof written !== "object" || isZero(rate)) return undefined;
  if ("low" in written) {
    const read = (end: number | string): number =>
      nearestNumber(must(parseRateText(end), "an end of a validated range"));
    return sampleOfRange({ rate: read(written.rate), low: read(written.low), high: read(written.high) });
  }
  if (!("of" in written)) return undefined;
  return { won: nearestNumber(parseQuantity(written.won)), of: nearestNumber(parseQuantity(written.of)) };
}
