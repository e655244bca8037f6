import { flowsOfMrr, lostCustomers, notRenewed, repeatBusiness } from "./base-flows.js";
import { fixedCosts } from "./costs.js";
import { isEarned, levelMonths } from "./earned.js";
import type { PlainPlan } from "./plain-plan.js";
import { costLine, costsBeside, type CostLine } from "./profit.js";
import { greater, ONE, sum, whole, ZERO } from "./rational.js";
import type { Rational } from "./rational.js";
import { OracleRefusal } from "./refusal.js";
import { isYearly, needed, TWELVE, worthOfWin } from "./worth.js";
import { readAmount, readNumber, readRate } from "./written.js";

/** One step from the goal to the wins. */
export interface OracleItem {
  readonly item: string;
  /** In the metric's unit. */
  readonly amount: Rational;
  /** The amount ÷ what a win is worth. */
  readonly wins: Rational;
}

/** From the goal's amount to whole wins; items of 0 are left out, but for the goal itself. */
export interface OracleBridge {
  readonly bridge: readonly OracleItem[];
  readonly exactWins: Rational;
  readonly wins: bigint;
  /** What a win adds to the metric, in its unit. */
  readonly worth: Rational;
}

type Amounts = readonly (readonly [item: string, amount: Rational])[];

/** The bridge of a valid plan, given how many months an average win pays where that counts. Refuses with `no-value` where a win adds nothing to the metric. */
export function bridgeOf(plan: PlainPlan, months?: Rational): OracleBridge {
  const line = plan.goal.metric === "profit" ? profitLine(plan) : undefined;
  const full = isEarned(plan) ? worthOfWin(plan).times(months ?? levelMonths(plan)) : worthOfWin(plan);
  const worth = line === undefined ? full : full.minus(line.perWin);
  const keep = keptShare(plan);
  const isReached = line?.isNever === false && worth.compare(ZERO) <= 0;
  if (isReached) return { bridge: [], exactWins: ZERO, wins: 0n, worth };
  if (worth.times(keep).compare(ZERO) <= 0)
    throw new OracleRefusal("no-value", "a win adds nothing to the metric");
  const amounts: Amounts = [
    ["goal", readAmount(plan.goal.amount)],
    ...baseAmounts(plan),
    ...(line === undefined ? [] : costsBeside(plan, line)),
  ];
  const amountToWin = sum(amounts.map(([, amount]) => amount));
  const exactWins = amountToWin.over(worth.times(keep));
  const lostAgain = exactWins.times(ONE.minus(keep));
  const wanted = greater(exactWins, ZERO);
  const buffer = wanted.times(readNumber(plan.buffer ?? 0));
  const wins = wanted.plus(buffer).ceiling();
  const inWins: Amounts = [
    ["new customers lost", lostAgain],
    ["already reached", wanted.minus(exactWins)],
    ["buffer", buffer],
    ["whole win", whole(wins).minus(wanted.plus(buffer))],
  ];
  const bridge = [
    ...amounts.map(([item, amount]) => ({ item, amount, wins: amount.over(worth) })),
    ...inWins.map(([item, share]) => ({ item, amount: share.times(worth), wins: share })),
  ].filter(({ item, wins: share }) => item === "goal" || !share.isZero());
  return { bridge, exactWins, wins, worth };
}

function profitLine(plan: PlainPlan): CostLine {
  const beside = [readAmount(plan.goal.amount), ...baseAmounts(plan).map(([, amount]) => amount)];
  return costLine(plan, worthOfWin(plan), sum([...beside, fixedCosts(plan)]));
}

/** 1 − churn.newCustomers for the metrics that are net of what is lost, else 1. */
export function keptShare(plan: PlainPlan): Rational {
  const isNet = /^(net-new|ending)-/.test(plan.goal.metric);
  return isNet ? ONE.minus(readRate(plan.churn?.newCustomers ?? 0)) : ONE;
}

/** What the base and its business add to the goal (above 0) or take from it (below 0), in the metric's unit. */
export function baseAmounts(plan: PlainPlan): Amounts {
  const { metric } = plan.goal;
  if (metric === "net-new-customers")
    return [
      ["churn", lostCustomers(plan)],
      ["renewals", notRenewed(plan)],
    ];
  if (metric === "revenue") return [["repeat", repeatBusiness(plan).negated()]];
  if (metric === "gross-profit" || metric === "profit") {
    const margin = readRate(needed(plan.deal?.margin, "deal.margin"));
    return [["repeat", repeatBusiness(plan).times(margin).negated()]];
  }
  if (!/^(net-new|ending)-/.test(metric)) return [];
  const unit = isYearly(metric) ? TWELVE : ONE;
  const { churn, expansion, contraction } = flowsOfMrr(plan);
  const base = metric.startsWith("ending") ? readNumber(needed(plan.base?.mrr, "base.mrr")) : ZERO;
  return [
    ["base", base.times(unit).negated()],
    ["churn", churn.times(unit)],
    ["renewals", notRenewed(plan).times(unit)],
    ["expansion", expansion.times(unit).negated()],
    ["contraction", contraction.times(unit)],
  ];
}
