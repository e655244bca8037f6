import { divide, isZero, ratio, sum, ZERO, type Ratio } from "../number/ratio.js";
import { dealValue } from "../model/deal-worth.js";
import type { PlanModel } from "../model/model.js";
import { parseWrittenDay } from "../plan/dates.js";
import { METRIC_FACTS } from "../plan/metric-facts.js";
import { parseQuantity, type Quantity } from "../schema/quantity.js";
import type { Closing, Entry, Snapshot } from "../plan/snapshot.js";

/** Wins of the period so far: how many, and how many average ones they are worth. */
export interface WonSoFar {
  readonly count: Ratio;
  readonly worth: Ratio;
}

/**
 * Reads the wins of the period out of a snapshot. Dated ones count from the period's first day to `last` (included); a
 * plain number counts in full.
 */
export function countWonSoFar(model: PlanModel, { won }: Snapshot, last = Infinity): WonSoFar {
  if (won === undefined) return { count: ZERO, worth: ZERO };
  if (!Array.isArray(won))
    return { count: parseQuantity(won as Quantity), worth: parseQuantity(won as Quantity) };
  const first = model.period.kind === "dated" ? model.period.first : 0;
  const rows = (won as readonly Closing[]).filter(
    ({ on }) => parseWrittenDay(on) >= first && parseWrittenDay(on) <= last,
  );
  const average = averageValue(model);
  const worth = rows.map(({ value }) =>
    value === undefined || average === undefined ? ratio(1) : divide(parseQuantity(value), average),
  );
  return { count: ratio(rows.length), worth: sum(worth) };
}

/** What an average win is worth, as deals are written; undefined where every win counts as one. */
function averageValue({ plan }: PlanModel): Ratio | undefined {
  const { kind } = METRIC_FACTS[plan.goal.metric];
  const average =
    kind === "units" && plan.deal?.value !== undefined ? parseQuantity(plan.deal.value) : dealValue(plan);
  return kind === "count" || isZero(average) ? undefined : average;
}

/** How many customers of the base have left so far; undefined where the snapshot does not say. */
export function churnedSoFar({ churned }: Snapshot): Ratio | undefined {
  if (churned === undefined) return undefined;
  return Array.isArray(churned) ? ratio(churned.length) : parseQuantity(churned as Quantity);
}

/** Units that entered a stage so far, as far as the snapshot says. */
export function enteredSoFar(snapshot: Snapshot, stage: string): Ratio {
  const rows = entriesOf(snapshot, stage);
  if (rows === undefined) return ZERO;
  return typeof rows === "object" ? sum(rows.map(({ count }) => parseQuantity(count))) : parseQuantity(rows);
}

/** What a snapshot says of a stage's entries: dated counts, a plain number, or nothing. */
export function entriesOf({ entered }: Snapshot, stage: string): Quantity | readonly Entry[] | undefined {
  return entered !== undefined && Object.hasOwn(entered, stage) ? entered[stage] : undefined;
}
