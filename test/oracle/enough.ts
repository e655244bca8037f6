import { countsCustomers, needed } from "./worth.js";
import type { PlainPlan } from "./plain-plan.js";
import { readLoss, readNumber, readRate, type WrittenNumber } from "./written.js";

/**
 * How likely is it that so many wins are not enough? For goals in customers, net new customers and revenue.
 *
 * Values of won deals: every sum that draws of the list can have. `{ mean, sd }`: a sum of Gammas is a Gamma, by its series.
 * Losses by a rate are binomial, and of an expected number Poisson.
 */
export function notEnoughOf(plan: PlainPlan): (wins: number) => number {
  const amount = toNumber(plan.goal.amount as WrittenNumber);
  const below = belowAmount(plan);
  return (wins) => lossesOf(plan).reduce((sum, chance, lost) => sum + chance * below(wins, amount + lost), 0);
}

function lossesOf({ goal, churn, base }: PlainPlan): readonly number[] {
  if (goal.metric !== "net-new-customers" || churn === undefined) return [1];
  if (churn.rate !== undefined) {
    const rate = readRate(churn.rate);
    const chance = Number(rate.numerator) / Number(rate.denominator);
    const of = Number(readNumber(needed(base?.customers, "base.customers")).floor());
    let lost = [1];
    for (let customer = 0; customer < of; customer += 1)
      lost = Array.from(
        { length: lost.length + 1 },
        (_, count) => (lost[count] ?? 0) * (1 - chance) + (lost[count - 1] ?? 0) * chance,
      );
    return lost;
  }
  const customers = needed(churn.customers, "churn.customers");
  const mean = Number(readLoss(customers).numerator) / Number(readLoss(customers).denominator);
  if (typeof customers !== "object") return [...new Array<number>(mean).fill(0), 1];
  const lost = [Math.exp(-mean)];
  for (let count = 1; count < 80; count += 1) lost.push(((lost[count - 1] ?? 0) * mean) / count);
  return lost;
}

/** How likely so many wins together bring less than an amount. */
function belowAmount({ goal, deal }: PlainPlan): (wins: number, amount: number) => number {
  if (countsCustomers(goal.metric)) return (wins, amount) => (wins < amount ? 1 : 0);
  const value = needed(deal?.value, "deal.value");
  if (typeof value !== "object") return (wins, amount) => (wins * toNumber(value) < amount - 1e-9 ? 1 : 0);
  if ("mean" in value) {
    const [mean, deviation] = [toNumber(value.mean), toNumber(value.sd)];
    const shape = (mean / deviation) ** 2;
    return (wins, amount) => (wins === 0 ? 1 : gammaBelow(wins * shape, (amount * shape) / mean));
  }
  const values = value.map(toNumber);
  const sums = [new Map([[0, 1]])];
  return (wins, amount) => {
    for (let count = sums.length; count <= wins; count += 1) {
      const next = new Map<number, number>();
      for (const [sum, chance] of sums[count - 1] ?? [])
        for (const one of values) next.set(sum + one, (next.get(sum + one) ?? 0) + chance / values.length);
      sums.push(next);
    }
    let below = 0;
    for (const [sum, chance] of sums[wins] ?? []) if (sum < amount) below += chance;
    return below;
  };
}

function toNumber(written: WrittenNumber): number {
  const { numerator, denominator } = readNumber(written);
  return Number(numerator) / Number(denominator);
}

/** The lower incomplete Gamma function, regularised, by its series: x^a · e^−x · Σ x^i ÷ Γ(a + i + 1). */
function gammaBelow(shape: number, x: number): number {
  let term = Math.exp(shape * Math.log(x) - x - logGamma(shape + 1));
  let sum = 0;
  for (let at = 1; at < 5000 && (term > sum * 1e-17 || at < x); at += 1) {
    sum += term;
    term *= x / (shape + at);
  }
  return Math.min(1, sum);
}

/** Stirling's series, from 20 on; below by Γ(x + 1) = x · Γ(x). */
function logGamma(x: number): number {
  if (x < 20) return logGamma(x + 1) - Math.log(x);
  return (
    (x - 0.5) * Math.log(x) -
    x +
    Math.log(2 * Math.PI) / 2 +
    1 / (12 * x) -
    1 / (360 * x ** 3) +
    1 / (1260 * x ** 5) -
    1 / (1680 * x ** 7)
  );
}
