import { isOverBudget } from "./budgets.js";
import { costOnce, fixedCosts, ownCost } from "./costs.js";
import { flowsOfMrr, lostCustomers, notRenewed } from "./base-flows.js";
import { baseAmounts, bridgeOf } from "./bridge.js";
import type { OracleBridge } from "./bridge.js";
import { eachMonth } from "./months.js";
import type { PlainActivity, PlainPlan, PlainStage } from "./plain-plan.js";
import { dayOf } from "./dates.js";
import {
  daysOfWins,
  enoughMonths,
  fixedStages,
  isEarned,
  levelMonths,
  monthsInPeriod,
  sourceStages,
} from "./earned.js";
import { winsThatPay } from "./profit.js";
import { ONE, sum, whole, ZERO } from "./rational.js";
import type { Rational } from "./rational.js";
import { OracleRefusal } from "./refusal.js";
import { perDay, perWeek, scheduleOf, spread } from "./schedule.js";
import type { OracleDay, Schedule } from "./schedule.js";
import { withPlainDates } from "./plain-dates.js";
import { quotasOf } from "./quotas.js";
import type { OracleQuotas } from "./quotas.js";
import { withSharedRates } from "./same-as.js";
import { volumesOf } from "./volumes.js";
import type { Rounding, Volume } from "./volumes.js";
import { worthOfWin } from "./worth.js";
import { readAmount, readNumber, readRate } from "./written.js";

/** Work in whole numbers. */
export interface OracleWork {
  readonly total: bigint;
  readonly perDay: bigint | null;
  readonly perWeek: bigint | null;
}

/** What a stage must see. */
export interface OracleStage extends OracleWork {
  readonly stage: string;
  readonly channel: string | null;
  readonly owner: string | null;
  /** The need before rounding, under both roundings. */
  readonly exact: Rational;
  readonly surplus: Rational;
  /** Of the total, those that are there for the first time; null where no unit comes back. */
  readonly first: bigint | null;
  /** Working days with their counts, zeros included; empty where undated or asked for without days. */
  readonly days: readonly OracleDay[];
  /** The stage's own `cost` × total, without its activities. */
  readonly cost: Rational;
}

/** What an activity amounts to. */
export interface OracleActivity extends OracleWork {
  readonly activity: string;
  /** `null` for work that each win causes. */
  readonly stage: string | null;
  readonly owner: string | null;
  readonly cost: Rational;
}

/** The most that may be lost of the base: customers, or MRR. */
export interface OracleCeiling {
  readonly owner: string | null;
  readonly item: "churned customers" | "churned MRR";
  readonly atMost: Rational;
}

/** The answer, in unbounded whole numbers and ratios. */
export interface OracleAnswer extends OracleBridge {
  readonly workingDays: Rational;
  readonly stages: readonly OracleStage[];
  readonly winTarget: OracleStage;
  /** Written activities only: a stage without any is its own, and stands in `stages`. */
  readonly activities: readonly OracleActivity[];
  readonly lossLimits: readonly OracleCeiling[];
  readonly cost: Rational;
  /** Whether any budget is too small: the plan's for work and fixed costs, a team's for its work, a channel's for its stages. */
  readonly isOverBudget: boolean;
  /** Undefined where nobody has a quota. */
  readonly quotas?: OracleQuotas | undefined;
  /** Stages whose total is more than their list holds. */
  readonly short: readonly string[];
  /** Whether something is due before any working day. */
  readonly late: boolean;
}

/** Exact need, and the whole numbers that daily work comes from. */
interface Need {
  readonly exact: Rational;
  readonly paced: Rational;
  readonly total: bigint;
}

/**
 * Solves a valid plan without lags, open work, people and limits, in unbounded ratios.
 *
 * @param options - `days: false` leaves the dated days out, which is most of the time spent.
 * @throws OracleRefusal where no finite number of units is enough.
 */
export function oracleSolve(written: unknown, options: { readonly days?: boolean } = {}): OracleAnswer {
  const plan = withPlainDates(withSharedRates(written as PlainPlan));
  const months = eachMonth(plan, (month) => oracleSolve(month, options));
  if (months !== null) return months;
  const level = bridgeOf(plan);
  const bridge = plan.goal.metric === "profit" ? payingBridge(plan, level) : level;
  const counted = scheduleOf(plan);
  const schedule = options.days === false ? { ...counted, days: [] } : counted;
  const { needs, stages, activities, cost } = workOf(plan, bridge.wins, schedule);
  const won = { exact: whole(bridge.wins), paced: whole(bridge.wins), total: bridge.wins, first: null };
  return {
    ...bridge,
    workingDays: schedule.workingDays,
    stages,
    winTarget: stageOf(plan, { ...won, stage: winStage(plan), channel: null, surplus: ZERO }, schedule),
    activities,
    lossLimits: ceilingsOf(plan),
    cost,
    isOverBudget: isOverBudget(plan, { stages, activities, cost }),
    quotas: quotasOf(plan, readAmount(plan.goal.amount)),
    short: needs.filter(isShort).map((need) => need.stage.stage),
    late: counted.workingDays.isZero() || counted.due.some(({ days }) => days.isZero()),
  };
}

interface StageNeed extends Need {
  readonly stage: PlainStage;
  readonly channel: string | null;
  readonly surplus: Rational;
  readonly first: bigint | null;
}

/** Needs in path order. Under `least` each total rounds its own exact need; under `handover` each division rounds. */
function needsOf(plan: PlainPlan, wins: bigint): StageNeed[] {
  const volumes = (round: Rounding): Volume[] => volumesOf(plan.funnel, whole(wins), null, round);
  const exact = volumes((volume) => volume);
  const handedOver = plan.rounding === "cascade" ? volumes((volume) => whole(volume.ceiling())) : exact;
  return exact.map((volume, index) => {
    const paced = handedOver[index]?.units ?? ZERO;
    const first = handedOver[index]?.first?.ceiling() ?? null;
    const { stage, channel, units, surplus } = volume;
    return { stage, channel, surplus, first, exact: units, paced, total: paced.ceiling() };
  });
}

interface OracleCosts {
  readonly needs: readonly StageNeed[];
  readonly stages: readonly OracleStage[];
  readonly activities: readonly OracleActivity[];
  readonly cost: Rational;
}

/** What so many wins ask of stages and activities, in whole numbers, and what that costs. */
function workOf(plan: PlainPlan, wins: bigint, schedule: Schedule): OracleCosts {
  const needs = needsOf(plan, wins);
  const stages = needs.map((need) => stageOf(plan, need, schedule));
  const won = { exact: whole(wins), paced: whole(wins), total: wins };
  const activities = [
    ...needs.flatMap((need) => activitiesOf(plan, need.stage.activities, need.stage, need, schedule)),
    ...activitiesOf(plan, plan.deal?.activities, null, won, schedule),
  ];
  return { needs, stages, activities, cost: sum([...stages, ...activities].map((part) => part.cost)) };
}

/** The wins whose profit reaches the goal with all units rounded up: "whole units" on top of the level ones. */
function payingBridge(plan: PlainPlan, level: OracleBridge): OracleBridge {
  const schedule = { ...scheduleOf(plan), days: [] };
  const goal = readAmount(plan.goal.amount);
  const beside = sum(baseAmounts(plan).map(([, amount]) => amount));
  const reaches = (count: bigint): boolean => {
    const brought = worthOfWin(plan).times(whole(count)).minus(beside);
    const { cost } = workOf(plan, count, schedule);
    return brought.minus(cost).minus(fixedCosts(plan)).compare(goal) >= 0;
  };
  const wins = winsThatPay(level.wins, reaches);
  if (wins === undefined) throw new OracleRefusal("no-value", "whole units cost more than wins bring");
  const more = whole(wins - level.wins);
  if (more.isZero()) return level;
  const item = { item: "whole units", amount: more.times(level.worth), wins: more };
  return { ...level, wins, bridge: [...level.bridge, item] };
}

function stageOf(plan: PlainPlan, written: StageNeed, schedule: Schedule): OracleStage {
  const need = paidEnough(plan, written);
  const { stage, channel, exact, surplus, first, total, paced } = need;
  return {
    stage: stage.stage,
    channel,
    owner: stage.owner ?? null,
    exact,
    surplus,
    first,
    total,
    ...paceOf(plan, stage, paced, schedule),
    days: spread(total, schedule.days),
    cost: ownCost(plan, stage).times(whole(total)),
  };
}

/** Where what is earned counts, work grows until its days pay as much as level ones. */
function paidEnough<Of extends Need & { readonly stage: PlainStage }>(plan: PlainPlan, need: Of): Of {
  const { stage, total, paced } = need;
  if (
    !isEarned(plan) ||
    !sourceStages(plan.funnel).includes(stage.stage) ||
    fixedStages(plan.funnel).includes(stage.stage)
  )
    return need;
  const { days } = scheduleOf(plan);
  const paying = (count: bigint) =>
    spread(count, days).map((day) => ({ ...day, months: monthsInPeriod(plan, dayOf(day.on)) }));
  if (days.length === 0) return need;
  return { ...need, total: enoughMonths(paced.times(levelMonths(plan)), total, paying) };
}

/** The whole numbers a day and a week; where what is earned counts, done every day alike they pay enough too. */
function paceOf(plan: PlainPlan, stage: PlainStage | null, units: Rational, schedule: Schedule) {
  const [day, week] = [perDay(units, schedule), perWeek(units, schedule)];
  const isPlain = stage === null || stage.stage === "win" || fixedStages(plan.funnel).includes(stage.stage);
  if (!isEarned(plan) || isPlain || day === null || week === null) return { perDay: day, perWeek: week };
  const paid = sum(daysOfWins(plan).map(({ on, part }) => part.times(monthsInPeriod(plan, on))));
  const months = units.times(levelMonths(plan));
  const most = (one: bigint, other: bigint): bigint => (one > other ? one : other);
  return {
    perDay: most(day, months.over(paid).ceiling()),
    perWeek: most(week, months.times(schedule.workdaysInWeek).over(paid).ceiling()),
  };
}

function activitiesOf(
  plan: PlainPlan,
  activities: readonly PlainActivity[] = [],
  stage: PlainStage | null,
  need: Need,
  schedule: Schedule,
): OracleActivity[] {
  const { total: units } = stage === null ? need : paidEnough(plan, { ...need, stage });
  return activities.map((activity) => {
    const { name, owner, perUnit } = activity;
    const each = perUnit === undefined ? ONE : readNumber(perUnit);
    const total = each.times(whole(units)).ceiling();
    return {
      activity: name,
      stage: stage?.stage ?? null,
      owner: owner ?? (stage === null ? plan.deal?.owner : stage.owner) ?? null,
      total,
      ...paceOf(plan, stage, each.times(need.paced), schedule),
      cost: costOnce(plan, activity, stage === null ? plan.deal?.owner : stage.owner).times(whole(total)),
    };
  });
}

/** Counted customers, MRR, or a rate's part of the base, for the metrics that churn bears on. */
export function ceilingsOf(plan: PlainPlan): OracleCeiling[] {
  const { churn } = plan;
  const bearsOnMetric = /^(net-new|ending)-/.test(plan.goal.metric);
  const isLoss = churn?.customers !== undefined || churn?.mrr !== undefined || churn?.rate !== undefined;
  const renewals = plan.base?.renewals ?? [];
  if (!bearsOnMetric || (!isLoss && renewals.length === 0)) return [];
  const isCount = plan.goal.metric === "net-new-customers";
  const allCounted =
    (!isLoss || churn.customers !== undefined) && renewals.every(({ mrr }) => mrr === undefined);
  const counted = renewals.map(({ customers = 0, rate }) =>
    readNumber(customers).times(ONE.minus(readRate(rate))),
  );
  const owner = churn?.owner ?? null;
  return isCount || allCounted
    ? [{ owner, item: "churned customers", atMost: lostCustomers(plan).plus(sum(counted)) }]
    : [{ owner, item: "churned MRR", atMost: flowsOfMrr(plan).churn.plus(notRenewed(plan)) }];
}

function winStage(plan: PlainPlan): PlainStage {
  const { owner } = plan.deal ?? {};
  return { stage: "win", rate: 1, ...(owner === undefined ? {} : { owner }) };
}

function isShort({ stage, total }: StageNeed): boolean {
  return stage.available !== undefined && whole(total).compare(readNumber(stage.available)) > 0;
}
