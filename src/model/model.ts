import { parseWrittenDay } from "../plan/dates.js";
import { parsePeriod, type Period } from "../plan/period.js";
import type { Plan } from "../plan/plan.js";
import type { WorkingCalendar } from "../calendar/working-days.js";
import { computeBridge, type Bridge } from "./bridge.js";
import { compileFlow, type FlowStage } from "./flow.js";
import { compilePipeline, type PipelineUnits } from "./pipeline-units.js";
import { computePipelineWins, type PipelineWins } from "./pipeline-wins.js";
import { compilePlanCalendar } from "./plan-calendar.js";
import { compilePlanTime, type PlanTime } from "./plan-time.js";
import { takesTime } from "./timeline.js";

/** A plan read once into exact numbers: everything that solving and forecasting start from. */
export interface PlanModel {
  readonly plan: Plan;
  readonly bridge: Bridge;
  readonly flow: readonly FlowStage[];
  readonly period: Period;
  /** The first day on which work can be done; undefined for a period without dates. */
  readonly workFrom: number | undefined;
  readonly calendar: WorkingCalendar;
  /** When entries are won; undefined where everything happens on the same day and nothing is open. */
  readonly time: PlanTime | undefined;
  readonly pipeline: readonly PipelineUnits[];
  readonly pipelineWins: PipelineWins;
}

/**
 * Reads a validated plan into exact numbers. `time` may be handed over from the model of a plan that differs in rates,
 * values and amounts only: they do not change when anything happens.
 */
export function compileModel(plan: Plan, time?: PlanTime): PlanModel {
  const period = parsePeriod(plan.goal.period);
  const flow = compileFlow(plan);
  const calendar = compilePlanCalendar(plan);
  const start = period.kind === "dated" ? period.first : undefined;
  const workFrom = plan.workFrom === undefined ? start : parseWrittenDay(plan.workFrom);
  const open = compilePipeline(plan, plan.pipeline, flow);
  const timed = time ?? timeFor(flow, period, workFrom, calendar, open.length > 0 || needsDays(plan));
  return {
    plan,
    bridge: computeBridge(plan),
    flow,
    period,
    workFrom,
    calendar,
    time: timed,
    pipeline: open,
    pipelineWins: computePipelineWins(open, flow, timed, workFrom ?? 0, calendar),
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
  calendar: WorkingCalendar,
  open: boolean,
): PlanTime | undefined {
  if (period.kind === "undated" || workFrom === undefined || !(open || takesTime(flow))) return undefined;
  return compilePlanTime(flow, period, workFrom, calendar);
}
