import { dayOf } from "../plan/dates.js";
import { periodOf, type Period } from "../plan/period.js";
import type { Plan } from "../plan/plan.js";
import type { Calendar } from "../calendar/working-days.js";
import { bridgeOf, type Bridge } from "./bridge.js";
import { flowOf, type FlowStage } from "./flow.js";
import { openUnitsOf, type OpenUnits } from "./pipeline-units.js";
import { openWins, type OpenWins } from "./pipeline-wins.js";
import { calendarOf } from "./plan-calendar.js";
import { planTime, type PlanTime } from "./plan-time.js";
import { takesTime } from "./timeline.js";

/** A plan read once into exact numbers: everything that solving and forecasting start from. */
export interface PlanModel {
  readonly plan: Plan;
  readonly bridge: Bridge;
  readonly flow: readonly FlowStage[];
  readonly period: Period;
  /** The first day on which work can be done; undefined for a period without dates. */
  readonly workFrom: number | undefined;
  readonly calendar: Calendar;
  /** When entries are won; undefined where everything happens on the same day and nothing is open. */
  readonly time: PlanTime | undefined;
  readonly open: readonly OpenUnits[];
  readonly openWins: OpenWins;
}

/**
 * Reads a validated plan into exact numbers. `time` may be handed over from the model of a plan that differs in rates,
 * values and amounts only: they do not change when anything happens.
 */
export function modelOf(plan: Plan, time?: PlanTime): PlanModel {
  const period = periodOf(plan.goal.period);
  const flow = flowOf(plan);
  const calendar = calendarOf(plan);
  const start = period.kind === "dated" ? period.first : undefined;
  const workFrom = plan.workFrom === undefined ? start : dayOf(plan.workFrom);
  const open = openUnitsOf(plan, plan.open, flow);
  const timed = time ?? timeFor(flow, period, workFrom, calendar, open.length > 0 || needsDays(plan));
  return {
    plan,
    bridge: bridgeOf(plan),
    flow,
    period,
    workFrom,
    calendar,
    time: timed,
    open,
    openWins: openWins(open, flow, timed, workFrom ?? 0, calendar),
  };
}

/** Teams that can be over a limit, or away, need to know on which day work falls. */
function needsDays({ teams }: Plan): boolean {
  return Object.values(teams ?? {}).some(
    ({ people, minutesPerDay, maxPerDay }) =>
      people !== undefined || minutesPerDay !== undefined || maxPerDay !== undefined,
  );
}

function timeFor(
  flow: readonly FlowStage[],
  period: Period,
  workFrom: number | undefined,
  calendar: Calendar,
  open: boolean,
): PlanTime | undefined {
  if (period.kind === "undated" || workFrom === undefined || !(open || takesTime(flow))) return undefined;
  return planTime(flow, period, workFrom, calendar);
}
