import { normalQuantile } from "../../chance/normal-quantile.js";
import { encodeExact, toNumber, type ExactString } from "../../number/exact-string.js";
import { ratio } from "../../number/ratio.js";
import { expectedWins, periodModel } from "../learning/period-model.js";
import { isIn, type Tried } from "./tried.js";
import { winsUpTo } from "./wins-range.js";

/** A spread beyond this is none that anyone would plan with. */
const MOST_PERCENT = 150;

/**
 * What spread would have made the ranges hold as often as they promise? By whole percents, the least with which as many
 * periods hold as the level says, all else as it was known.
 *
 * The first guess takes the wins as normal: s² = (distance² ÷ z² − variance) ÷ expected², for the period that must just hold.
 */
export function neededSpread(tried: readonly Tried[], level: number): ExactString | null {
  if (tried.length === 0) return null;
  const wanted = Math.ceil(level * tried.length - 1e-9);
  const holds = (percent: number) =>
    tried.filter((one) => isHeldBy(one, percent / 100, level)).length >= wanted;
  let percent = Math.min(MOST_PERCENT, firstGuess(tried, wanted, level));
  if (holds(percent)) {
    while (percent > 0 && holds(percent - 1)) percent -= 1;
    return encodeExact(ratio(percent, 100));
  }
  while (percent < MOST_PERCENT) {
    percent += 1;
    if (holds(percent)) return encodeExact(ratio(percent, 100));
  }
  return null;
}

function firstGuess(tried: readonly Tried[], wanted: number, level: number): number {
  const z = normalQuantile((1 + level) / 2);
  const spreads = tried.map(({ period: { won, expected } }) => {
    const mean = toNumber(expected);
    if (mean <= 0) return won > 0 ? MOST_PERCENT : 0;
    const square = ((won - mean) / z) ** 2 - mean;
    return Math.round((100 * Math.sqrt(Math.max(0, square))) / mean);
  });
  spreads.sort((one, other) => one - other);
  return spreads[wanted - 1] ?? 0;
}

function isHeldBy({ known, count, period }: Tried, spread: number, level: number): boolean {
  const groups = [...count.pipeline, ...count.fresh];
  const upTo = winsUpTo(periodModel(groups, known, spread), expectedWins(periodModel(groups, known, 0)));
  return isIn(period.won, [upTo((1 - level) / 2), upTo((1 + level) / 2)]);
}
