import { encodeExact, type ExactString } from "../number/exact-string.js";
import {
  add,
  compare,
  divide,
  isZero,
  multiply,
  negate,
  subtract,
  ZERO,
  type Ratio,
  type Whole,
} from "../number/ratio.js";
import type { BridgePart } from "../model/base-movement.js";
import type { CompiledPlan } from "../model/compile.js";
import { isAnnual, METRIC_FACTS } from "../plan/metric-facts.js";
import type { Economics } from "./answer.js";

/** What winning costs and what it is worth; each figure is null where the plan does not say enough for it. */
export function computeEconomics(
  compiled: CompiledPlan,
  wins: Whole,
  winsOfWork: Ratio,
  cost: Ratio | undefined,
): Economics {
  const cac = quotient(cost, winsOfWork);
  const ltv = lifetimeWorth(compiled);
  const movement = movementOf(compiled);
  return {
    cost: exactOrNull(cost),
    cac: exactOrNull(cac),
    paybackMonths: exactOrNull(quotient(cac, monthlyMargin(compiled))),
    ltv: exactOrNull(ltv),
    ltvToCac: exactOrNull(quotient(ltv, cac)),
    retention: retentionOf(compiled, movement),
    quickRatio: exactOrNull(quickRatio(compiled, wins, movement)),
  };
}

function exactOrNull(value: Ratio | undefined): ExactString | null {
  return value === undefined ? null : encodeExact(value);
}

function quotient(value: Ratio | undefined, by: Ratio | undefined): Ratio | undefined {
  return value === undefined || by === undefined || isZero(by) ? undefined : divide(value, by);
}

function monthlyMargin({ deal }: CompiledPlan): Ratio | undefined {
  return deal.monthly === undefined ? undefined : multiply(deal.monthly, deal.margin);
}

/** (v + u) · margin over the lifetime for a value that recurs, once for a deal that is paid once. */
function lifetimeWorth(compiled: CompiledPlan): Ratio | undefined {
  const { deal, plan } = compiled;
  const { metric } = plan.goal;
  // A commission is what the seller keeps: what the customer is worth is another's figure.
  if (deal.value === undefined || metric === "units" || metric === "commission") return undefined;
  const monthly = monthlyMargin(compiled);
  if (monthly === undefined)
    return deal.contract === undefined ? undefined : multiply(deal.contract, deal.margin);
  return deal.lifetimeMonths === undefined ? undefined : multiply(monthly, deal.lifetimeMonths);
}

interface Movement {
  readonly lost: Ratio;
  readonly grown: Ratio;
}

/** What the base loses and gains in MRR over the period; undefined for metrics that the base does not move. */
function movementOf({ plan, base }: CompiledPlan): Movement | undefined {
  const { metric } = plan.goal;
  if (!METRIC_FACTS[metric].parts.includes("expansion")) return undefined;
  const monthly = isAnnual(metric) ? 12 : 1;
  const amount = (item: BridgePart["item"]): Ratio => {
    const found = base.parts.find((part) => part.item === item);
    // Parts of 0 are not listed.
    return found === undefined ? ZERO : divide(found.amount, { num: monthly, den: 1 });
  };
  return { lost: add(amount("churn"), amount("contraction")), grown: negate(amount("expansion")) };
}

function retentionOf({ base }: CompiledPlan, movement: Movement | undefined): Economics["retention"] {
  const { mrr } = base;
  if (movement === undefined || mrr === undefined || isZero(mrr)) return null;
  const gross = divide(subtract(mrr, movement.lost), mrr);
  // A base that loses more than it holds retains nothing, not less than nothing.
  const kept = compare(gross, ZERO) < 0 ? ZERO : gross;
  return {
    gross: encodeExact(kept),
    net: encodeExact(divide(add(subtract(mrr, movement.lost), movement.grown), mrr)),
  };
}

function quickRatio({ deal }: CompiledPlan, wins: Whole, movement: Movement | undefined): Ratio | undefined {
  if (movement === undefined || deal.monthly === undefined) return undefined;
  return quotient(add(multiply({ num: wins, den: 1 }, deal.monthly), movement.grown), movement.lost);
}
