import { dayOf } from "../plan/dates.js";
import { periodOf, type Period } from "../plan/period.js";
import type { Plan } from "../plan/plan.js";
import type { Calendar } from "../time/calendar.js";
import { bridgeOf, type Bridge } from "./bridge.js";
import { flowOf, type FlowStage } from "./flow.js";
import { calendarOf } from "./plan-calendar.js";

/** A plan read once into exact numbers: everything that solving and forecasting start from. */
export interface PlanModel {
  readonly plan: Plan;
  readonly bridge: Bridge;
  readonly flow: readonly FlowStage[];
  readonly period: Period;
  /** The first day on which work can be done; undefined for a period without dates. */
  readonly workFrom: number | undefined;
  readonly calendar: Calendar;
}

/** Reads a validated plan into exact numbers. */
export function modelOf(plan: Plan): PlanModel {
  const period = periodOf(plan.goal.period);
  const start = period.kind === "dated" ? period.first : undefined;
  return {
    plan,
    bridge: bridgeOf(plan),
    flow: flowOf(plan),
    period,
    workFrom: plan.workFrom === undefined ? start : dayOf(plan.workFrom),
    calendar: calendarOf(plan),
  };
}
