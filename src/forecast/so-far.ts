import { divide, isZero, ratio, sum, ZERO, type Ratio } from "../number/ratio.js";
import { dealValue } from "../model/deal-worth.js";
import type { PlanModel } from "../model/model.js";
import { dayOf } from "../plan/dates.js";
import { METRIC_FACTS } from "../plan/metric-needs.js";
import { quantityOf, type Quantity } from "../plan/quantity.js";
import type { Closing, Entry, Snapshot } from "../plan/snapshot.js";

/** Wins of the period so far: how many, and how many average ones they are worth. */
export interface WonSoFar {
  readonly count: Ratio;
  readonly worth: Ratio;
}

/** Reads the wins of the period out of a snapshot; dated ones count from the period's first day on. */
export function wonSoFar(model: PlanModel, { won }: Snapshot): WonSoFar {
  if (won === undefined) return { count: ZERO, worth: ZERO };
  if (!Array.isArray(won)) return { count: quantityOf(won as Quantity), worth: quantityOf(won as Quantity) };
  const first = model.period.kind === "dated" ? model.period.first : 0;
  const rows = (won as readonly Closing[]).filter(({ on }) => dayOf(on) >= first);
  const average = dealValue(model.plan);
  const counts = METRIC_FACTS[model.plan.goal.metric].kind === "count" || isZero(average);
  const worth = rows.map(({ value }) =>
    value === undefined || counts ? ratio(1) : divide(quantityOf(value), average),
  );
  return { count: ratio(rows.length), worth: sum(worth) };
}

/** How many customers of the base have left so far; undefined where the snapshot does not say. */
export function churnedSoFar({ churned }: Snapshot): Ratio | undefined {
  if (churned === undefined) return undefined;
  return Array.isArray(churned) ? ratio(churned.length) : quantityOf(churned as Quantity);
}

/** Units that entered a stage so far, as far as the snapshot says. */
export function enteredSoFar({ entered }: Snapshot, stage: string): Ratio {
  const rows = entered !== undefined && Object.hasOwn(entered, stage) ? entered[stage] : undefined;
  if (rows === undefined) return ZERO;
  if (!Array.isArray(rows)) return quantityOf(rows as Quantity);
  return sum((rows as readonly Entry[]).map(({ count }) => quantityOf(count)));
}
