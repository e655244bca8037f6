import type { Metric } from "../plan/metric.js";
import { ceiling } from "../number/ceiling.js";
import { decodeExact } from "../number/exact-string.js";
import { must } from "../number/invariant.js";
import { parseRateText } from "../number/rate-text.js";
import { add, divide, isPositive, isZero, multiply, ONE, sum, ZERO, type Ratio } from "../number/ratio.js";
import type { GoalPlan } from "../plan/plan.js";
import type { BridgeItem, Targets } from "../solve/answer.js";
import { typedFraction, type TypedFraction } from "./typed-fraction.js";

/** One amount that wins must bring, or that helps: the goal, then what the base does to it. */
interface LiveAmount {
  readonly item: BridgeItem["item"];
  readonly typed: TypedFraction;
}

/** What a win adds: as one number, or as the value of a deal, its upsells, and how much of both counts. */
type LiveWorth =
  | { readonly as: "whole"; readonly whole: TypedFraction }
  | {
      readonly as: "parts";
      readonly value: TypedFraction;
      /** Null for a deal without any. */
      readonly upsells: TypedFraction | null;
      readonly counts: TypedFraction;
    };

/** How the wins follow from the goal: all amounts ÷ what a win adds ÷ the share that stays × (1 + buffer), rounded up. */
export interface LiveWins {
  readonly amounts: readonly LiveAmount[];
  readonly worth: LiveWorth;
  readonly keep: TypedFraction;
  readonly buffer: TypedFraction;
}

/** Amounts are typed to this many places, more only where the plan has more: the finest coin there is has four. */
const PLACES = 4;

/** Steps of the bridge that follow from the others. */
const DERIVED: readonly string[] = ["new customers lost", "already reached", "buffer", "chance", "whole win"];

/** The equation of the wins, read back from the bridge; null where a sheet would not give them. */
export function liveWins(plan: GoalPlan, { bridge, exactWins, wins }: Targets): LiveWins | null {
  const given = bridge.filter(({ item }) => !DERIVED.includes(item));
  const known = given.find((item) => !isZero(decodeExact(item.wins)));
  const total = sum(given.map(({ amount }) => decodeExact(amount)));
  const exact = decodeExact(exactWins);
  if (known === undefined || isZero(total) || isZero(exact)) return null;
  const each = divide(decodeExact(known.amount), decodeExact(known.wins));
  const margin = plan.buffer === undefined ? ZERO : must(parseRateText(plan.buffer), "the buffer of a plan");
  const amounts = given.map(({ item, amount }) => ({
    item,
    typed: typedFraction(decodeExact(amount), PLACES),
  }));
  const keep = typedFraction(divide(total, multiply(each, exact)));
  const planned = isPositive(exact) ? ceiling(multiply(exact, add(ONE, margin))) : 0;
  if (amounts[0]?.item !== "goal" || !isPositive(each) || planned !== wins) return null;
  return { amounts, worth: worthOf(plan, each), keep, buffer: typedFraction(margin) };
}

/** Metrics that count wins, whatever a win is worth. */
const COUNTS: readonly Metric[] = ["customers", "net-new-customers", "units"];

/** The value of the deal is typed by itself where the plan has one: what a win adds is a part of it. */
function worthOf({ goal, deal }: GoalPlan, each: Ratio): LiveWorth {
  const whole: LiveWorth = { as: "whole", whole: typedFraction(each, PLACES) };
  const written = COUNTS.includes(goal.metric) ? undefined : deal?.value;
  const value = typeof written === "object" ? undefined : parseRateText(written);
  const upsells = deal?.upsells ?? [];
  const upsold = upsells.flatMap((upsell) => {
    const [rate, more] = [parseRateText(upsell.rate), parseRateText(upsell.value)];
    return rate === undefined || more === undefined ? [] : [multiply(rate, more)];
  });
  if (value === undefined || upsold.length < upsells.length) return whole;
  const all = add(value, sum(upsold));
  if (isZero(all)) return whole;
  return {
    as: "parts",
    value: typedFraction(value, PLACES),
    upsells: upsells.length === 0 ? null : typedFraction(sum(upsold), PLACES),
    counts: typedFraction(divide(each, all)),
  };
}
