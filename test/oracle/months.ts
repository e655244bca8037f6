import { lostCustomers, flowsOfMrr } from "./base-flows.js";
import { dateText, monthsLater, readPeriod } from "./dates.js";
import type { PlainPlan, PlainStage } from "./plain-plan.js";
import { greater, sum, whole, ZERO } from "./rational.js";
import type { Rational } from "./rational.js";
import type { OracleItem } from "./bridge.js";
import { isOverBudget } from "./budgets.js";
import { quotasOf } from "./quotas.js";
import type { OracleDay } from "./schedule.js";
import type { OracleActivity, OracleAnswer, OracleStage, OracleWork } from "./solve.js";
import { isYearly, TWELVE } from "./worth.js";
import { readAmount, readNumber, readRate } from "./written.js";

type Solve = (plan: PlainPlan) => OracleAnswer;

/**
 * A goal for each month: each is a plan of its own, from the day on which work may begin, with the base as the months before
 * leave it; the answer adds them up. Null where the goal is one of the whole period.
 */
export function eachMonth(plan: PlainPlan, solve: Solve): OracleAnswer | null {
  const { every, ...goal } = plan.goal;
  const range = readPeriod(plan.goal.period);
  if (every === undefined || range === null) return null;
  const answers: OracleAnswer[] = [];
  let { base } = plan;
  for (let start = range.start, count = 1; start <= range.end; count += 1) {
    const next = monthsLater(range.start, count);
    const period = { start: dateText(start), end: dateText(next - 1) };
    const alone: PlainPlan = {
      ...plan,
      workFrom: plan.workFrom ?? dateText(range.start),
      goal: { ...goal, period },
      ...(base === undefined ? {} : { base }),
    };
    const answer = solve(alone);
    answers.push(answer);
    base = baseAfter(alone, answer);
    start = next;
  }
  return together(plan, answers);
}

/** The base once the month's goal is met exactly: a net growth has grown it, an end is what it ends with. */
function baseAfter(plan: PlainPlan, { exactWins }: OracleAnswer): PlainPlan["base"] {
  const { base } = plan;
  const { metric } = plan.goal;
  if (base === undefined) return undefined;
  const goal = readAmount(plan.goal.amount);
  const customers = readNumber(base.customers ?? 0);
  const mrr = readNumber(base.mrr ?? 0);
  const kept = greater(ZERO, exactWins).times(whole(1).minus(lostAgain(plan)));
  const stay = customers.minus(lostCustomers(plan)).plus(kept);
  const unit = isYearly(metric) ? TWELVE : whole(1);
  const grown = metric.startsWith("net-new-") && metric !== "net-new-customers";
  const nextMrr = metric.startsWith("ending-")
    ? greater(goal.over(unit), mrr.plus(movedMrr(plan)))
    : grown
      ? mrr.plus(greater(goal.over(unit), movedMrr(plan)))
      : mrr;
  return {
    ...(base.customers === undefined ? {} : { customers: String(greater(ZERO, stay)) }),
    ...(base.mrr === undefined ? {} : { mrr: String(nextMrr) }),
  };
}

function movedMrr(plan: PlainPlan): Rational {
  const { churn, expansion, contraction } = flowsOfMrr(plan);
  return expansion.minus(contraction).minus(churn);
}

function lostAgain(plan: PlainPlan): Rational {
  const isNet = /^(net-new|ending)-/.test(plan.goal.metric);
  return isNet && plan.churn?.newCustomers !== undefined ? readRate(plan.churn.newCustomers) : ZERO;
}

function together(plan: PlainPlan, months: readonly OracleAnswer[]): OracleAnswer {
  const [first] = months;
  if (first === undefined) throw new RangeError("eachMonth requires a month; got none");
  const cost = sum(months.map((month) => month.cost));
  const activities = first.activities.map((activity, index) =>
    activityOver(
      activity,
      months.map(({ activities: own }) => own[index] ?? activity),
    ),
  );
  const stages = first.stages.map((stage, index) =>
    stageOver(
      stage,
      months.map(({ stages: own }) => own[index] ?? stage),
    ),
  );
  return {
    bridge: bridgeOver(months.map(({ bridge }) => bridge)),
    exactWins: sum(months.map(({ exactWins }) => exactWins)),
    wins: months.reduce((all, { wins }) => all + wins, 0n),
    worth: first.worth,
    workingDays: sum(months.map(({ workingDays }) => workingDays)),
    stages,
    winTarget: stageOver(
      first.winTarget,
      months.map(({ winTarget }) => winTarget),
    ),
    activities,
    lossLimits: first.lossLimits.map((limit, index) => ({
      ...limit,
      atMost: sum(months.map(({ lossLimits }) => lossLimits[index]?.atMost ?? ZERO)),
    })),
    cost,
    isOverBudget: isOverBudget(plan, { stages, activities, cost }),
    quotas: quotasOf(plan, goalOfAll(plan, months.length)),
    short: allStages(plan.funnel).flatMap(({ stage, available }) => {
      const total = stages.find((each) => each.stage === stage)?.total ?? 0n;
      return available !== undefined && whole(total).compare(readNumber(available)) > 0 ? [stage] : [];
    }),
    late: months.some(({ late, stages: own }) => late && own.some(({ total }) => total > 0n)),
  };
}

/** What all months ask for; each end is the same size, and not one more. */
function goalOfAll({ goal }: PlainPlan, months: number): Rational {
  const each = readAmount(goal.amount);
  return goal.metric.startsWith("ending-") ? each : each.times(whole(months));
}

function allStages(funnel: readonly PlainStage[]): PlainStage[] {
  return funnel.flatMap((stage) => [
    ...(stage.sources ?? []).flatMap((source) => allStages(source.funnel)),
    stage,
  ]);
}

const ORDER = [
  ...["goal", "base", "churn", "expansion", "contraction", "repeat"],
  ...["new customers lost", "already reached", "buffer", "whole win"],
];

function bridgeOver(bridges: readonly (readonly OracleItem[])[]): OracleItem[] {
  const all = bridges.flat();
  return ORDER.flatMap((item) => {
    const own = all.filter((step) => step.item === item);
    if (own.length === 0) return [];
    return [{ item, amount: sum(own.map(({ amount }) => amount)), wins: sum(own.map(({ wins }) => wins)) }];
  });
}

/** Each month by itself: totals add up, and what is enough every day is what the hardest month takes. */
function workOver(months: readonly OracleWork[]): OracleWork {
  return {
    total: months.reduce((all, { total }) => all + total, 0n),
    perDay: mostOf(months, ({ perDay }) => perDay),
    perWeek: mostOf(months, ({ perWeek }) => perWeek),
  };
}

/** Null where a month that needs something has no day for it; a month that needs nothing asks for nothing. */
function mostOf(months: readonly OracleWork[], read: (work: OracleWork) => bigint | null): bigint | null {
  const asking = months.filter((work) => work.total > 0n || read(work) !== null).map(read);
  if (asking.length === 0 || asking.includes(null)) return null;
  return asking.reduce<bigint>((most, each) => (each !== null && each > most ? each : most), 0n);
}

function stageOver(stage: OracleStage, months: readonly OracleStage[]): OracleStage {
  return {
    ...stage,
    ...workOver(months),
    exact: sum(months.map(({ exact }) => exact)),
    surplus: ZERO,
    days: daysOver(months.flatMap(({ days }) => days)),
    cost: sum(months.map(({ cost }) => cost)),
  };
}

function activityOver(activity: OracleActivity, months: readonly OracleActivity[]): OracleActivity {
  return { ...activity, ...workOver(months), cost: sum(months.map(({ cost }) => cost)) };
}

function daysOver(days: readonly OracleDay[]): OracleDay[] {
  const counts = new Map<string, bigint>();
  for (const { on, count } of days) counts.set(on, (counts.get(on) ?? 0n) + count);
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([on, count]) => ({ on, count }));
}
