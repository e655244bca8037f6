import { countWonSoFar } from "../forecast/so-far.js";
import { compileSnapshot } from "../model/compile-snapshot.js";
import { computeBaseMovement, churnedCustomerWorth, sumOfParts } from "../model/base-movement.js";
import { add, multiply, ratio, subtract, sum, type Ratio } from "../number/ratio.js";
import { parseWrittenDay } from "../plan/dates.js";
import { isAnnual, METRIC_FACTS } from "../plan/metric-facts.js";
import { parseQuantity, type Quantity } from "../schema/quantity.js";
import type { Entry, Snapshot } from "../plan/snapshot.js";
import type { DatedPrepared } from "./dated.js";

/** Units that entered a stage, or work done: how many in all, and on which days where that is known. */
export interface Counted {
  readonly total: Ratio;
  readonly rows:
    readonly { readonly day: number; readonly count: Ratio; readonly by: string | undefined }[] | null;
}

/** Reads a count of a snapshot; undefined where it says nothing. */
export function countSnapshot(
  counts: Snapshot["activities"] | Snapshot["entered"],
  name: string,
): Counted | undefined {
  const written = counts !== undefined && Object.hasOwn(counts, name) ? counts[name] : undefined;
  if (written === undefined) return undefined;
  if (!Array.isArray(written)) return { total: parseQuantity(written as Quantity), rows: null };
  const rows = (written as readonly Entry[]).map(({ on, count, by }) => ({
    day: parseWrittenDay(on),
    count: parseQuantity(count),
    by,
  }));
  return { total: sum(rows.map(({ count }) => count)), rows };
}

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

/** What was achieved by the end of the snapshot's day; a measured outcome stands for the computed one. */
export function outcomeSoFar(prepared: DatedPrepared, snapshot: Snapshot): Outcome {
  const { bridge, plan } = prepared;
  const day = parseWrittenDay(snapshot.asOf);
  const seen = compileSnapshot(snapshot);
  const won = countWonSoFar(prepared, seen);
  const churned = seen.churned;
  const churn =
    churned === undefined || !countsChurn(plan)
      ? countChurn(prepared, day)
      : multiply(churned, worthOfChurned(plan));
  const beside = add(besidesChurn(prepared, day), churn);
  const computed = subtract(multiply(won.worth, multiply(bridge.worth, bridge.keep)), beside);
  const amount = measuredOutcome(snapshot) ?? computed;
  return { wins: won.count, worth: won.worth, amount, computed, churn };
}

/** The metric as it should stand on a day, for so many average wins. */
export function plannedAmount(prepared: DatedPrepared, worth: Ratio, day: number): Ratio {
  const { bridge } = prepared;
  const beside = add(besidesChurn(prepared, day), countChurn(prepared, day));
  return subtract(multiply(worth, multiply(bridge.worth, bridge.keep)), beside);
}

/** What churn should have taken by a day: evenly over the days of the period. */
export function countChurn(prepared: DatedPrepared, day: number): Ratio {
  const churn = prepared.bridge.parts.filter(({ item }) => item === "churn");
  return multiply(sumOfParts(churn), passedShare(prepared, day));
}

/** Whether the metric's churn can be counted in customers. */
export function countsChurn(plan: DatedPrepared["plan"]): boolean {
  return METRIC_FACTS[plan.goal.metric].parts.includes("churn") && plan.churn !== undefined;
}

/** What one churned customer takes off the metric. */
export function worthOfChurned(plan: DatedPrepared["plan"]): Ratio {
  const { metric } = plan.goal;
  if (METRIC_FACTS[metric].kind === "count") return ratio(1);
  return multiply(churnedCustomerWorth(plan).worth, ratio(isAnnual(metric) ? 12 : 1));
}

/** The share of the period's days that have passed by the end of a day. */
export function passedShare({ period }: DatedPrepared, day: number): Ratio {
  const length = period.last - period.first + 1;
  return ratio(Math.min(length, Math.max(0, day - period.first + 1)), length);
}

/** What the base stands for, and what else than churn it loses and gains by a day. */
function besidesChurn(prepared: DatedPrepared, day: number): Ratio {
  const parts = computeBaseMovement(prepared.plan);
  const standing = sumOfParts(parts.filter(({ item }) => item === "base"));
  const moving = sumOfParts(parts.filter(({ item }) => item !== "base" && item !== "churn"));
  return add(standing, multiply(moving, passedShare(prepared, day)));
}

function measuredOutcome({ outcome }: Snapshot): Ratio | undefined {
  const rows = [...(outcome ?? [])].sort((one, other) => parseWrittenDay(one.on) - parseWrittenDay(other.on));
  const last = rows.at(-1);
  return last === undefined ? undefined : parseQuantity(last.value);
}

/** A ratio of two amounts; undefined where there is nothing below. */
export function shareOf(part: Ratio, whole: Ratio): Ratio | undefined {
  return whole.num === 0 ? undefined : multiply(part, ratio(whole.den, whole.num));
}
