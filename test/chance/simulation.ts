import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { ChanceModel, ChanceRate, Work } from "../../src/chance/chance-model.js";

/** Numbers from 0 (included) to 1, the same ones for the same seed. */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  return () => uniformFloat64(generator);
}

/** How often so many units are won, one toss a unit. */
export function tossed(units: number, rate: number, random: Random): number {
  let won = 0;
  for (let unit = 0; unit < units; unit += 1) if (random() < rate) won += 1;
  return won;
}

/**
 * One period, lived through: rates are drawn once, then every unit goes through its stages one by one.
 *
 * An open unit is one of those that are neither through nor lost at its age: it is drawn from the stage's fresh units until
 * one such comes, so the conditional chance that the model uses is nowhere written down here.
 */
export function simulatedWins(model: ChanceModel, work: Work, random: Random): number {
  const shared = model.shared.map((beta) => betaDraw(beta.won, beta.lost, random));
  const rates = model.stages.map(({ rate }) => drawn(rate, shared, random));
  const passes = (from: number | null): boolean => {
    for (let stage = from; stage !== null; stage = model.stages[stage]?.next ?? null)
      if (random() >= (rates[stage] ?? NaN)) return false;
    return true;
  };
  let wins = 0;
  model.stages.forEach(({ next, open, landing }, stage) => {
    landing.forEach((lands, group) => {
      for (let unit = 0; unit < (work[stage]?.[group] ?? 0); unit += 1)
        if (random() < lands && passes(stage)) wins += 1;
    });
    for (const { count, landing: lands, converted, lost } of open)
      for (let unit = 0; unit < count; unit += 1) {
        const fate = openFate(rates[stage] ?? NaN, lands, converted, lost, random);
        if (fate && passes(next)) wins += 1;
      }
  });
  return wins;
}

/** Does a unit that is still open go on in time? */
function openFate(rate: number, lands: number, converted: number, lost: number, random: Random): boolean {
  for (;;) {
    const goesOn = random() < rate;
    const when = random();
    if (when < (goesOn ? converted : lost)) continue;
    return goesOn && when < converted + lands;
  }
}

function drawn(rate: ChanceRate, shared: readonly number[], random: Random): number {
  if ("known" in rate) return rate.known;
  return "shared" in rate ? (shared[rate.shared] ?? NaN) : betaDraw(rate.won, rate.lost, random);
}

/** A Beta with halves as parameters: a ratio of sums of squared normals. */
export function betaDraw(won: number, lost: number, random: Random): number {
  const a = squares(2 * won, random);
  return a / (a + squares(2 * lost, random));
}

function squares(count: number, random: Random): number {
  if (!Number.isInteger(count))
    throw new RangeError(`the simulation draws Betas of halves only; got ${count / 2}`);
  let sum = 0;
  for (let at = 0; at < count; at += 1) {
    const radius = -2 * Math.log(1 - random());
    sum += radius * Math.cos(2 * Math.PI * random()) ** 2;
  }
  return sum;
}
