import { encodeExact, type ExactString } from "../number/exact-string.js";
import {
  add,
  compare,
  divide,
  isZero,
  multiply,
  negate,
  subtract,
  sum,
  ZERO,
  type Ratio,
  type Whole,
} from "../number/ratio.js";
import type { BridgePart } from "../model/base-movement.js";
import type { CompiledPlan } from "../model/compile.js";
import { monthlyOf } from "../model/in-metric.js";
import { isProfit, METRIC_FACTS } from "../plan/metric-facts.js";
import { costOfNextWin } from "../model/level-costs.js";
import type { TeamHours, WholeCosts } from "../schedule/whole-costs.js";
import type { Economics, TeamCost } from "./answer.js";
import { moneyOfWin, monthlyMargin } from "./money-of-win.js";

/** What winning costs and what it is worth; each figure is null where the plan does not say enough for it. */
export function computeEconomics(
  compiled: CompiledPlan,
  wins: Whole,
  winsOfWork: Ratio,
  costs: WholeCosts,
): Economics {
  const cost = costs.work;
  const cac = quotient(cost, winsOfWork);
  const ltv = lifetimeWorth(compiled);
  const movement = movementOf(compiled);
  return {
    cost: exactOrNull(cost),
    ...moneyOf(compiled, wins, costs),
    hours: costs.teams.map(teamCost),
    besideTheGoal: besideTheGoal(compiled, costs),
    cac: exactOrNull(cac),
    paybackMonths: exactOrNull(quotient(cac, monthlyMargin(compiled))),
    ltv: exactOrNull(ltv),
    ltvToCac: exactOrNull(quotient(ltv, cac)),
    // The base grows by the wins of each month, so that no share of the first one is left of its losses.
    retention: compiled.months.length > 0 ? null : retentionOf(compiled, movement),
    quickRatio: exactOrNull(quickRatio(compiled, wins, movement)),
  };
}

function exactOrNull(value: Ratio | undefined): ExactString | null {
  return value === undefined ? null : encodeExact(value);
}

function quotient(value: Ratio | undefined, by: Ratio | undefined): Ratio | undefined {
  return value === undefined || by === undefined || isZero(by) ? undefined : divide(value, by);
}

/** What all wins bring and cost, in money. */
function moneyOf(
  compiled: CompiledPlan,
  wins: Whole,
  costs: WholeCosts,
): Pick<Economics, "fixedCosts" | "winCost" | "revenue" | "profit"> {
  const { pipelineWins } = compiled;
  // Where the goal is a profit, a plan that costs nothing has one too.
  const all = costs.all ?? (compiled.plan.goal.metric === "profit" ? ZERO : undefined);
  const perWin =
    costs.all === undefined
      ? undefined
      : costOfNextWin({ ...compiled, openWins: pipelineWins.wins }, { num: wins, den: 1 });
  const money = moneyOfWin(compiled);
  const won: Ratio = { num: wins, den: 1 };
  const repeated = repeatedMargin(compiled);
  const share = compiled.deal.margin;
  const revenue =
    money === undefined
      ? undefined
      : add(multiply(money.value, won), isZero(share) ? ZERO : divide(repeated, share));
  const profit =
    money === undefined || all === undefined
      ? undefined
      : subtract(add(multiply(money.margin, won), repeated), all);
  return {
    fixedCosts: exactOrNull(compiled.costs.fixed),
    winCost: exactOrNull(perWin),
    revenue: exactOrNull(revenue),
    profit: exactOrNull(profit),
  };
}

/** The margin on repeat business, where the metric counts it. */
function repeatedMargin({ base, deal, plan }: CompiledPlan): Ratio {
  const amount = base.parts.find(({ item }) => item === "repeat")?.amount ?? ZERO;
  const brought = negate(amount);
  return isProfit(plan.goal.metric) ? brought : multiply(brought, deal.margin);
}

function teamCost({ team, perHour, work, beside, unused, cost }: TeamHours): TeamCost {
  return {
    team,
    perHour: encodeExact(perHour),
    work: encodeExact(work),
    beside: encodeExact(beside),
    unused: encodeExact(unused),
    cost: encodeExact(cost),
  };
}

function besideTheGoal({ costs }: CompiledPlan, { teams }: WholeCosts): Economics["besideTheGoal"] {
  if (teams.length === 0) return null;
  const idle = costs.beside.filter(({ serves }) => serves === null);
  return {
    hours: encodeExact(sum([...idle.map(({ hours }) => hours), ...teams.map(({ unused }) => unused)])),
    cost: encodeExact(sum([...idle.map(({ cost }) => cost), ...teams.map(({ unusedCost }) => unusedCost)])),
  };
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
  const amount = (item: BridgePart["item"]): Ratio => {
    const found = base.parts.find((part) => part.item === item);
    // Parts of 0 are not listed.
    return found === undefined ? ZERO : monthlyOf(metric, found.amount);
  };
  return {
    lost: sum([amount("churn"), amount("renewals"), amount("contraction")]),
    grown: negate(amount("expansion")),
  };
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
