import { flowsOfMrr, lostCustomers } from "./base-flows.js";
import { bridgeOf } from "./bridge.js";
import type { OracleBridge } from "./bridge.js";
import type { PlainActivity, PlainPlan, PlainStage } from "./plain-plan.js";
import { ONE, sum, whole, ZERO } from "./rational.js";
import type { Rational } from "./rational.js";
import { perDay, perWeek, scheduleOf, spread } from "./schedule.js";
import type { OracleDay, Schedule } from "./schedule.js";
import { volumesOf } from "./volumes.js";
import type { Rounding, Volume } from "./volumes.js";
import { readNumber } from "./written.js";

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
  const plan = written as PlainPlan;
  const bridge = bridgeOf(plan);
  const counted = scheduleOf(plan);
  const schedule = options.days === false ? { ...counted, days: [] } : counted;
  const needs = needsOf(plan, bridge.wins);
  const stages = needs.map((need) => stageOf(need, schedule));
  const won = { exact: whole(bridge.wins), paced: whole(bridge.wins), total: bridge.wins };
  const activities = [
    ...needs.flatMap((need) => activitiesOf(need.stage.activities, need.stage, need, schedule)),
    ...activitiesOf(plan.deal?.activities, null, won, schedule),
  ];
  return {
    ...bridge,
    workingDays: schedule.workingDays,
    stages,
    winTarget: stageOf({ ...won, stage: winStage(plan), channel: null, surplus: ZERO }, schedule),
    activities,
    lossLimits: ceilingsOf(plan),
    cost: sum([...stages, ...activities].map((part) => part.cost)),
    short: needs.filter(isShort).map((need) => need.stage.stage),
    late: counted.workingDays.isZero() || counted.due.some(({ days }) => days.isZero()),
  };
}

interface StageNeed extends Need {
  readonly stage: PlainStage;
  readonly channel: string | null;
  readonly surplus: Rational;
}

/** Needs in path order. Under `least` each total rounds its own exact need; under `handover` each division rounds. */
function needsOf(plan: PlainPlan, wins: bigint): StageNeed[] {
  const volumes = (round: Rounding): Volume[] => volumesOf(plan.funnel, whole(wins), null, round);
  const exact = volumes((volume) => volume);
  const handedOver = plan.rounding === "cascade" ? volumes((volume) => whole(volume.ceiling())) : exact;
  return exact.map((volume, index) => {
    const paced = handedOver[index]?.units ?? ZERO;
    const { stage, channel, units, surplus } = volume;
    return { stage, channel, surplus, exact: units, paced, total: paced.ceiling() };
  });
}

function stageOf(need: StageNeed, schedule: Schedule): OracleStage {
  const { stage, channel, exact, surplus, total, paced } = need;
  return {
    stage: stage.stage,
    channel,
    owner: stage.owner ?? null,
    exact,
    surplus,
    total,
    perDay: perDay(paced, schedule),
    perWeek: perWeek(paced, schedule),
    days: spread(total, schedule.days),
    cost: readNumber(stage.cost ?? 0).times(whole(total)),
  };
}

function activitiesOf(
  activities: readonly PlainActivity[] = [],
  stage: PlainStage | null,
  need: Need,
  schedule: Schedule,
): OracleActivity[] {
  return activities.map(({ name, owner, perUnit, cost }) => {
    const each = perUnit === undefined ? ONE : readNumber(perUnit);
    const total = each.times(whole(need.total)).ceiling();
    return {
      activity: name,
      stage: stage?.stage ?? null,
      owner: owner ?? stage?.owner ?? null,
      total,
      perDay: perDay(each.times(need.paced), schedule),
      perWeek: perWeek(each.times(need.paced), schedule),
      cost: readNumber(cost ?? 0).times(whole(total)),
    };
  });
}

/** Counted customers, MRR, or a rate's part of the base, for the metrics that churn bears on. */
function ceilingsOf(plan: PlainPlan): OracleCeiling[] {
  const { churn } = plan;
  const bearsOnMetric = /^(net-new|ending)-/.test(plan.goal.metric);
  const isLoss = churn?.customers !== undefined || churn?.mrr !== undefined || churn?.rate !== undefined;
  if (churn === undefined || !bearsOnMetric || !isLoss) return [];
  const inCustomers = churn.customers !== undefined || plan.goal.metric === "net-new-customers";
  const atMost = inCustomers ? lostCustomers(plan) : flowsOfMrr(plan).churn;
  return [{ owner: churn.owner ?? null, atMost }];
}

function winStage(plan: PlainPlan): PlainStage {
  const { owner } = plan.deal ?? {};
  return { stage: "win", rate: 1, ...(owner === undefined ? {} : { owner }) };
}

function isShort({ stage, total }: StageNeed): boolean {
  return stage.available !== undefined && whole(total).compare(readNumber(stage.available)) > 0;
}
