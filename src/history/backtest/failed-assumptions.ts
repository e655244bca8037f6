import { lowerTail } from "../../number/poisson-binomial.js";
import { belowLuck } from "../../number/holm.js";
import { gammaBelow } from "../../chance/gamma.js";
import { expectedToGoOn, expectedWins, periodModel } from "../learning/period-model.js";
import type { FailedAssumption } from "./answer.js";
import { hundredths, spreadAhead, type Tried } from "./tried.js";

/** All tests together find something in one of twenty histories that holds nothing. */
const LIMIT = 0.05;

/**
 * What does the past contradict beyond luck?
 *
 * Of each stage, those who were expected to go on against those who did, in all periods; the pipeline's wins against the new
 * deals', where the factor of a period, which moves both, falls out; and how often ranges held against the binomial
 * distribution. Variances are those of luck and of the spread as it was known. Together they are held against 5% (Holm).
 */
export function failedAssumptions(tried: readonly Tried[], level: number): readonly FailedAssumption[] {
  if (tried.length === 0) return [];
  const tests = [...stageTests(tried), ...timingTest(tried), rangeTest(tried, level)];
  const failed = belowLuck(
    tests.map(({ chance }) => chance),
    LIMIT,
  );
  return tests.filter((_, index) => failed[index]).map(({ failure }) => failure);
}

/** Below so many expected wins of a part a ratio says nothing, nor does the normal curve. */
const ENOUGH = 5;

interface Test {
  readonly failure: FailedAssumption;
  readonly chance: number | null;
}

function stageTests(tried: readonly Tried[]): Test[] {
  const names = [...new Set(tried.flatMap(({ known }) => [...known.curves.keys()]))];
  return names.map((stage) => {
    let [expected, came, variance] = [0, 0, 0];
    for (const { known, count } of tried) {
      const seen = count.stages.get(stage);
      const moments = expectedToGoOn(seen?.groups ?? [], known.curves.get(stage));
      expected += moments.expected;
      came += seen?.wentOn ?? 0;
      variance += moments.variance + (spreadAhead(known) * moments.expected) ** 2;
    }
    const wentOn = { expected: hundredths(expected), came };
    return { failure: { code: "rate", stage, wentOn }, chance: goingOnByLuck(came, expected, variance) };
  });
}

/**
 * How likely is so far off what was expected, or farther? Of a few that were expected the normal curve does not tell: one where
 * 0.07 were expected would be no luck. So it is at least what Poisson's distribution says.
 */
function goingOnByLuck(came: number, expected: number, variance: number): number | null {
  const chance = twoSided(came - expected, variance);
  if (chance === null || expected >= ENOUGH) return chance;
  // P(N ≥ n) of a Poisson number is the lower Gamma function with shape n; P(N ≤ n) of so few is never small.
  return came > expected ? Math.max(chance, Math.min(1, 2 * gammaBelow(came, expected))) : 1;
}

function timingTest(tried: readonly Tried[]): Test[] {
  const parts = (["pipeline", "fresh"] as const).map((part) => {
    let [expected, came, variance] = [0, 0, 0];
    for (const { known, count } of tried) {
      const moments = expectedWins(periodModel(count[part], known, 0));
      expected += moments.expected;
      came += count.won[part];
      variance += moments.variance;
    }
    return { expected, came, variance };
  });
  const [pipeline, fresh] = parts;
  if (pipeline === undefined || fresh === undefined) return [];
  if (pipeline.expected < ENOUGH || fresh.expected < ENOUGH) return [];
  const difference = pipeline.came / pipeline.expected - fresh.came / fresh.expected;
  const variance = pipeline.variance / pipeline.expected ** 2 + fresh.variance / fresh.expected ** 2;
  const said = ({ expected, came }: { readonly expected: number; readonly came: number }) => ({
    expected: hundredths(expected),
    came,
  });
  const failure = { code: "timing", pipeline: said(pipeline), fresh: said(fresh) } as const;
  return [{ failure, chance: twoSided(difference, variance) }];
}

function rangeTest(tried: readonly Tried[], level: number): Test {
  const held = tried.filter(({ period }) => period.held).length;
  return {
    failure: { code: "range" },
    chance: lowerTail([{ count: tried.length, chance: level }], held) ?? null,
  };
}

function twoSided(difference: number, variance: number): number | null {
  // The square of a normal number follows the Gamma distribution with shape ½.
  return variance > 0 ? 1 - gammaBelow(0.5, difference ** 2 / variance / 2) : null;
}
