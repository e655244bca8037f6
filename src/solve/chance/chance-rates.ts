import type { Beta } from "../../chance/beta-rule.js";
import type { ChanceRate, Work } from "../../chance/chance-model.js";
import { fromSamples, sampleOfRange, type Sample } from "../../chance/evidence.js";
import { must } from "../../number/invariant.js";
import { nearestNumber } from "../../number/nearest-number.js";
import { isZero } from "../../number/ratio.js";
import { parseRateText } from "../../number/rate-text.js";
import { parseQuantity } from "../../schema/quantity.js";
import { expectedWins, type ChanceInputs, type InputStage } from "./chance-inputs.js";

/** What is known of the rates of a plan. */
export interface ChanceRates {
  /** For each stage of the inputs. */
  readonly rates: readonly ChanceRate[];
  /** Rates that several stages have: uncertain once, for all of their units together. */
  readonly shared: readonly Beta[];
}

/**
 * What is known of each stage's rate, given the work of the plan as it is expected: which wins pass which stage says how much
 * of the uncertainty each rate is to blame for.
 */
export function chanceRates(inputs: ChanceInputs, work: Work): ChanceRates {
  const { stages } = inputs;
  const wins = winsThrough(inputs, work);
  const owners = [...new Set(stages.map(({ rated }) => rated.stage))];
  const groups = owners.flatMap((name) => {
    const users = stages.filter(({ rated }) => rated.stage === name);
    const sample = sampleOf(must(users[0], "a stage that has the rate"));
    if (sample === undefined) return [];
    const through = users.reduce((all, user) => all + (wins.get(user) ?? 0), 0);
    return [{ name, sample: { ...sample, wins: through }, isShared: users.length > 1 }];
  });
  const betas = fromSamples(groups.map(({ sample }) => sample));
  const shared: Beta[] = [];
  const known = new Map<string, ChanceRate>();
  groups.forEach(({ name, isShared }, at) => {
    const beta = must(betas[at], "the Beta of a sample");
    known.set(name, isShared ? { shared: shared.push(beta) - 1 } : beta);
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

/** Expected wins that pass each stage. */
function winsThrough(inputs: ChanceInputs, work: Work): ReadonlyMap<InputStage, number> {
  const through = new Map<InputStage, number>();
  for (const { place, count, chance } of expectedWins(inputs, work))
    for (
      let at = inputs.stages[place];
      at !== undefined;
      at = at.next === null ? undefined : inputs.stages[at.next]
    )
      through.set(at, (through.get(at) ?? 0) + count * chance);
  return through;
}

/** The sample behind a rate, or the one that a range stands for; undefined where the rate is taken as known. */
function sampleOf({ rated: { written }, rate }: InputStage): Sample | undefined {
  if (typeof written !== "object" || isZero(rate)) return undefined;
  if ("low" in written) {
    const read = (end: number | string): number =>
      nearestNumber(must(parseRateText(end), "an end of a validated range"));
    return sampleOfRange({ rate: read(written.rate), low: read(written.low), high: read(written.high) });
  }
  if (!("of" in written)) return undefined;
  return { won: nearestNumber(parseQuantity(written.won)), of: nearestNumber(parseQuantity(written.of)) };
}
