import type { Beta } from "./beta-rule.js";

/** The standard normal quantile of 95%: the ends of a 90% range. */
const NINETY = 1.6448536269514722;

/** How many went on of how many; neither need be whole where a range stands for a sample. */
export interface Sample {
  /** From 0 (included) to `of`. */
  readonly won: number;
  /** From 0 (included). */
  readonly of: number;
}

/** A sample together with how many of the expected wins pass the stage that it is of. */
interface UsedSample extends Sample {
  /** From 0 (included), in any unit. */
  readonly wins: number;
}

/**
 * What does a sample say of a rate?
 *
 * Jeffreys' prior and the sample: Beta(won + ½, of − won + ½).
 *
 * @example
 * ```ts
 * fromSample({ won: 1, of: 10 }); // => { won: 1.5, lost: 9.5 }
 * ```
 */
export function fromSample({ won, of }: Sample): Beta {
  return { won: won + 0.5, lost: of - won + 0.5 };
}

/**
 * What do samples of several stages say of their rates, where wins must pass them all?
 *
 * Jeffreys' prior for each alone is too cautious together: a product of five rates that nobody has seen is 1/32 on average, and
 * plans from five samples of 30 that asked for 50% succeeded in 61% of all cases. The prior whose answers about the expected
 * wins are right as often as they say (Welch and Peers) is Beta(1 − part/2, part/2), where `part` is the rate's share of what
 * makes the expected wins uncertain: (wins through it)² · (1 − rate) ÷ (of · rate). A rate alone has all of it, and Jeffreys'
 * prior. That rule is one for many wins seen; with few, won ÷ (won + 1) of the way to it is taken, which is measured:
 * `test/chance/coverage.ts`.
 *
 * @returns for each sample its Beta, in the same order
 *
 * Source: B. Welch and H. Peers, On Formulae for Confidence Points Based on Integrals of Weighted Likelihoods (1963).
 *
 * @example
 * ```ts
 * fromSamples([{ won: 1, of: 10, wins: 1 }]); // => [{ won: 1.5, lost: 9.5 }]
 * fromSamples([{ won: 9, of: 20, wins: 1 }, { won: 9, of: 20, wins: 1 }]); // => [{ won: 9.725, lost: 11.275 }, { won: 9.725, lost: 11.275 }]
 * ```
 */
export function fromSamples(samples: readonly UsedSample[]): Beta[] {
  const uncertain = samples.map(({ won, of, wins }) => {
    const odds = (of - won + 0.5) / (won + 0.5);
    return (wins * wins * odds) / (of + 1);
  });
  const all = uncertain.reduce((sum, each) => sum + each, 0);
  return samples.map(({ won, of }, at) => {
    const part = all > 0 ? (uncertain[at] ?? 0) / all : 1;
    const moved = ((1 - part) / 2) * (won / (won + 1));
    return { won: won + 0.5 + moved, lost: of - won + 0.5 - moved };
  });
}

/**
 * What does a rate with a 90% range say of it?
 *
 * The size of sample that would give such an end by Wilson's formula: z²·end·(1 − end) ÷ (rate − end)², for the lower and
 * the upper end; the smaller of the two, which is the more cautious, as a sample with this rate. An end at 0% or 100% says
 * nothing of the size.
 *
 * @returns undefined where the range has no width: the rate is known. Where no end says anything, a sample of none
 *
 * @example
 * ```ts
 * sampleOfRange({ rate: 0.5, low: 0.4, high: 0.6 }); // => { won: 32.46…, of: 64.93… }
 * ```
 */
export function sampleOfRange({ rate, low, high }: RateRange): Sample | undefined {
  const size = Math.min(sampleSize(rate, low), sampleSize(rate, high));
  if (size === Infinity && low === high) return undefined;
  const of = size === Infinity ? 0 : size;
  return { won: rate * of, of };
}

/** A rate and the ends of the range that holds it nine times of ten; 0 ≤ low ≤ rate ≤ high ≤ 1. */
interface RateRange {
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

function sampleSize(rate: number, end: number): number {
  const distance = rate - end;
  return distance === 0 || end <= 0 || end >= 1
    ? Infinity
    : (NINETY * NINETY * end * (1 - end)) / (distance * distance);
}
