import { paidBridge } from "../model/bridge.js";
import { notRenewed } from "../forecast/metric-by-date.js";
import { countWonSoFar, earnedLater } from "../forecast/so-far.js";
import { sumOfParts } from "../model/base-movement.js";
import type { CompiledSnapshot } from "../model/compile-snapshot.js";
import type { DatedPlan } from "../model/compile.js";
import { parseExact, type ExactString } from "../number/exact-string.js";
import { must } from "../number/invariant.js";
import { add, multiply, ratio, subtract, type Ratio } from "../number/ratio.js";
import { inMetric } from "../model/in-metric.js";
import { METRIC_FACTS } from "../plan/metric-facts.js";

/** The outcome so far: wins, the metric's amount and what churn has taken of it. */
export interface Outcome {
  readonly wins: Ratio;
  /** Wins counted with what they were worth, in average ones. */
  readonly worth: Ratio;
  readonly amount: Ratio;
  /** The amount that wins and churn come to, where the metric itself was measured. */
  readonly computed: Ratio;
  readonly churn: Ratio;
}

/** What was achieved by the end of the snapshot's day; a measured outcome replaces the computed one. */
export function outcomeSoFar(compiled: DatedPlan, seen: CompiledSnapshot): Outcome {
  const bridge = paidBridge(compiled.bridge);
  const won = countWonSoFar(compiled, seen);
  const each = worthOfChurned(compiled);
  const churn =
    seen.churned === undefined || each === undefined
      ? countChurn(compiled, seen.asOf)
      : multiply(seen.churned, each);
  const computed = subtract(
    multiply(won.worth, multiply(bridge.worth, bridge.keep)),
    add(besidesChurn(compiled, seen.asOf), churn),
  );
  const amount = seen.held ?? measuredSoFar(compiled, seen) ?? computed;
  return { wins: won.count, worth: won.worth, amount, computed, churn };
}

/** What was measured; of what is earned within the period, with what the wins so far will still pay. */
function measuredSoFar(compiled: DatedPlan, seen: CompiledSnapshot): Ratio | undefined {
  return seen.measured && add(seen.measured, earnedLater(compiled, seen));
}

/** The metric as it should stand on a day, for that many average wins. */
export function plannedAmount(compiled: DatedPlan, worth: Ratio, day: number): Ratio {
  const bridge = paidBridge(compiled.bridge);
  const beside = add(besidesChurn(compiled, day), countChurn(compiled, day));
  return subtract(multiply(worth, multiply(bridge.worth, bridge.keep)), beside);
}

/** What churn should have taken by a day, evenly over the days of the period, with what is not renewed by then. */
export function countChurn(compiled: DatedPlan, day: number): Ratio {
  const churn = compiled.bridge.parts.filter(({ item }) => item === "churn");
  return add(multiply(sumOfParts(churn), passedShare(compiled, day)), notRenewed(compiled, day));
}

/** What one churned customer takes off the metric; undefined where churn does not move it. */
function worthOfChurned({ plan, base }: DatedPlan): Ratio | undefined {
  const { metric } = plan.goal;
  if (base.churn === undefined || (plan.churn === undefined && base.renewals.length === 0)) return undefined;
  if (METRIC_FACTS[metric].kind === "count") return ratio(1);
  return inMetric(metric, base.churn.each.worth);
}

/** An amount of a forecast; a measured outcome shifts all that is computed from wins. */
export function measuredAmount({ amount, computed }: Outcome, forecast: ExactString): Ratio {
  return add(must(parseExact(forecast), "an amount of the forecast"), subtract(amount, computed));
}

/** The share of the period's days that have passed by the end of a day. */
export function passedShare({ period }: DatedPlan, day: number): Ratio {
  const length = period.last - period.first + 1;
  return ratio(Math.min(length, Math.max(0, day - period.first + 1)), length);
}

/** Parts of the bridge that do not come about evenly, or are counted. */
const LOST = ["base", "churn", "renewals"];

/** What the base is worth, and what else than churn it loses and gains by a day. */
function besidesChurn(compiled: DatedPlan, day: number): Ratio {
  const { parts } = paidBridge(compiled.bridge);
  const standing = sumOfParts(parts.filter(({ item }) => item === "base"));
  const moving = sumOfParts(parts.filter(({ item }) => !LOST.includes(item)));
  return add(standing, multiply(moving, passedShare(compiled, day)));
}

/** A ratio of two amounts; undefined where there is nothing below. */
export function shareOf(part: Ratio, whole: Ratio): Ratio | undefined {
  return whole.num === 0 ? undefined : multiply(part, ratio(whole.den, whole.num));
}
