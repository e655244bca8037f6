import type { CompiledActivity } from "../model/activities.js";
import type { CompiledPlan, CompiledStage } from "../model/compile.js";
import { encodeExact } from "../number/exact-string.js";
import { parseRateText } from "../number/rate-text.js";
import { divide, isZero, multiply, ONE, smaller, type Ratio } from "../number/ratio.js";
import type { Change } from "../plan/change.js";
import { dealValueWithMean } from "../plan/deal-value.js";
import type { LagInput } from "../plan/lag.js";
import { isProfit, METRIC_FACTS } from "../plan/metric-facts.js";
import type { Path } from "../schema/issue.js";
import type { ReadonlyData } from "../schema/readonly-data.js";
import { tryQuantity } from "../schema/quantity.js";
import { pinnedChurn } from "./pinned-churn.js";
import { fieldsOf } from "../schema/fields.js";

/** What kind of number someone could move; it says by which steps. */
export type MovableKind = "rate" | "value" | "churn" | "lag" | "headcount" | "minutes";

/** What a number is now. */
type NumberNow =
  | { readonly of: "rate"; readonly rate: Ratio; readonly write: (rate: Ratio) => unknown }
  | { readonly of: "amount"; readonly amount: Ratio; readonly write: (amount: Ratio) => unknown }
  | { readonly of: "people"; readonly count: number }
  | { readonly of: "lag"; readonly lag: ReadonlyData<LagInput> };

/** A number of the plan that someone could move. */
export interface Movable {
  readonly kind: MovableKind;
  readonly path: Path;
  /** What it is, for a sentence: `the rate of "demo"`. */
  readonly what: string;
  readonly now: NumberNow;
  /** What must be written beside it, so that nothing else moves along. */
  readonly pins: readonly Change[];
}

/** Every number of a plan that moves its daily work, its outcome or its cost, in the order of the plan. */
export function listMovables(compiled: CompiledPlan): readonly Movable[] {
  return [
    ...dealNumbers(compiled),
    ...baseNumbers(compiled),
    ...compiled.flow.flatMap(stageNumbers),
    ...teamNumbers(compiled),
  ];
}

const NO_PINS: readonly Change[] = [];

/** A rate of the plan; none where it writes none. */
function rateAt(
  path: Path,
  what: string,
  rate: Ratio | undefined,
  { pins = NO_PINS, written }: { readonly pins?: readonly Change[]; readonly written?: unknown } = {},
): Movable[] {
  if (rate === undefined) return [];
  const write = (moved: Ratio): unknown => movedRate(written, rate, moved);
  return [{ kind: "rate", path, what, now: { of: "rate", rate, write }, pins }];
}

/** A rate that was moved is as uncertain as before: a sample keeps its size, a range its width in proportion. */
function movedRate(written: unknown, rate: Ratio, moved: Ratio): unknown {
  if (typeof written !== "object" || written === null || isZero(rate)) return encodeExact(moved);
  const { of, low, high } = fieldsOf(written);
  const size = tryQuantity(of);
  if (size !== undefined) return { won: encodeExact(multiply(moved, size)), of };
  const [least, most] = [parseRateText(low), parseRateText(high)];
  if (least === undefined || most === undefined) return encodeExact(moved);
  const end = (value: Ratio): string => encodeExact(smaller(ONE, multiply(value, divide(moved, rate))));
  return { rate: encodeExact(moved), low: end(least), high: end(most) };
}

/** An amount of the plan; none where it writes none. */
function amountAt(
  kind: "value" | "churn" | "minutes",
  path: Path,
  what: string,
  amount: Ratio | undefined,
  pins = NO_PINS,
  write: (amount: Ratio) => unknown = encodeExact,
): Movable[] {
  return amount === undefined ? [] : [{ kind, path, what, now: { of: "amount", amount, write }, pins }];
}

function dealNumbers(compiled: CompiledPlan): Movable[] {
  const { deal, plan } = compiled;
  const { metric } = plan.goal;
  const { kind } = METRIC_FACTS[metric];
  const pins = pinnedChurn(compiled);
  const hasMargin = isProfit(metric) || metric === "lifetime-value";
  return [
    ...(kind === "count" ? [] : dealValue(compiled, pins)),
    ...(kind === "one-off money" || kind === "recurring money" ? upsellNumbers(compiled, pins) : []),
    ...(hasMargin ? rateAt(["deal", "margin"], "the margin", deal.margin) : []),
    ...(metric === "commission" ? rateAt(["deal", "commission"], "the commission", deal.commission) : []),
    ...deal.activities.flatMap(minutesOf),
  ];
}

/** Where wins differ, they go on differing in proportion. */
function dealValue({ deal, plan }: CompiledPlan, pins: readonly Change[]): Movable[] {
  const written = plan.deal?.value;
  if (written === undefined) return [];
  const write = (mean: Ratio): unknown => dealValueWithMean(written, mean);
  return amountAt("value", ["deal", "value"], "the deal value", deal.value, pins, write);
}

function upsellNumbers({ deal }: CompiledPlan, pins: readonly Change[]): Movable[] {
  return deal.upsells.flatMap(({ name, rate, value }, index) => {
    const path = ["deal", "upsells", index];
    return [
      ...rateAt([...path, "rate"], `the rate of the upsell "${name}"`, rate, { pins }),
      ...amountAt("value", [...path, "value"], `the value of the upsell "${name}"`, value, pins),
    ];
  });
}

function baseNumbers({ plan, base }: CompiledPlan): Movable[] {
  const { parts } = METRIC_FACTS[plan.goal.metric];
  const { customers, mrr, rate, newCustomers } = base.churnFigures;
  const lost = "the share of new customers lost again";
  const ofChurn = [
    ...amountAt("churn", ["churn", "customers"], "churn (customers)", customers),
    ...amountAt("churn", ["churn", "mrr"], "churn (mrr)", mrr),
    ...rateAt(["churn", "rate"], "churn (rate)", rate),
    ...rateAt(["churn", "newCustomers"], lost, newCustomers),
  ].map((movable): Movable => ({ ...movable, kind: "churn" }));
  const ofRates = (["expansion", "contraction", "repeat"] as const).flatMap((part) =>
    parts.includes(part) && plan[part]?.rate !== undefined
      ? rateAt([part, "rate"], `the rate of ${part}`, base.rates[part])
      : [],
  );
  return [...(parts.includes("churn") ? ofChurn : []), ...ofRates];
}

function stageNumbers({ name, path, rate, rated, written, activities }: CompiledStage): Movable[] {
  const at = [...path, "lag"];
  const { lag } = written;
  return [
    ...(rated.own ? rateAt(rated.path, `the rate of "${name}"`, rate, { written: rated.written }) : []),
    ...(lag === undefined ? [] : [lagAt(at, `the lag of "${name}"`, lag)]),
    ...activities.flatMap(minutesOf),
  ];
}

function lagAt(path: Path, what: string, lag: ReadonlyData<LagInput>): Movable {
  return { kind: "lag", path, what, now: { of: "lag", lag }, pins: NO_PINS };
}

function minutesOf({ name, path, minutes }: CompiledActivity): Movable[] {
  return amountAt("minutes", [...path, "minutes"], `the minutes of "${name}"`, minutes);
}

function teamNumbers({ plan, teams }: CompiledPlan): Movable[] {
  return [...teams.values()].flatMap(({ name, minutesPerDay }): Movable[] => {
    const count = plan.teams?.[name]?.headcount;
    const path = ["teams", name];
    const what = `the headcount of "${name}"`;
    const people: Movable[] =
      count === undefined
        ? []
        : [{ kind: "headcount", path: [...path, "headcount"], what, now: { of: "people", count }, pins: [] }];
    const minutes = [...path, "minutesPerDay"];
    return [...people, ...amountAt("minutes", minutes, `the minutes a day of "${name}"`, minutesPerDay)];
  });
}
