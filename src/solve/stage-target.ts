import { ceiling } from "../number/ceiling.js";
import { toExact } from "../number/exact.js";
import { multiply, ratio, ZERO, type Ratio, type Whole } from "../number/ratio.js";
import { surplusAt, type FlowStage } from "../model/flow.js";
import type { PlanModel } from "../model/model.js";
import type { Path } from "../plan/issue.js";
import { formatDay } from "../time/day.js";
import type { DayCount, Milestone, Target, Window } from "./answer.js";
import { countOf } from "./count.js";
import type { Volumes } from "./volumes.js";
import { weekMarks } from "./week-marks.js";
import { effortFor, perDayFor, perWeekFor, spread, type WorkWindow } from "./work-window.js";

/** What must enter one stage: in all, each day and week, and by when. */
export function stageTarget(
  model: PlanModel,
  volumes: Volumes,
  window: WorkWindow,
  stage: FlowStage,
  index: number,
): Target {
  const isWork = stage.feeders.length === 0 && model.flow[index - 1]?.next !== index;
  const exact = volumes.exact[index] ?? ZERO;
  const effort = volumes.effort[index] ?? ZERO;
  const whole = volumes.whole[index] ?? 0;
  const total = countOf(isWork ? effortFor(effort, window).total : whole, stage.path);
  return {
    stage: stage.name,
    channel: stage.channel,
    owner: stage.written.owner ?? null,
    kind: isWork ? "work" : "milestone",
    rate: toExact(stage.rate),
    exact: toExact(exact),
    total,
    extra: countOf(whole, stage.path) - countOf(ceiling(exact), stage.path),
    open: "0",
    surplus: toExact(surplusAt(stage, exact)),
    ...pace(model, effort, window, stage.path),
    window: windowAnswer(window),
    days: isWork ? dayCounts(total, window) : [],
    milestones: milestonesFor(model, effort, window),
    afterEnd: "0",
  };
}

/** What must come out of the funnel: the wins. */
export function winTarget(model: PlanModel, volumes: Volumes, window: WorkWindow): Target {
  const wins: Ratio = { num: volumes.wins, den: 1 };
  return {
    stage: "win",
    channel: null,
    owner: model.plan.deal?.owner ?? null,
    kind: "win",
    rate: null,
    exact: toExact(wins),
    total: countOf(volumes.wins, ["goal", "amount"]),
    extra: 0,
    open: "0",
    surplus: "0",
    ...pace(model, wins, window, ["goal", "amount"]),
    window: windowAnswer(window),
    days: [],
    milestones: milestonesFor(model, wins, window),
    afterEnd: "0",
  };
}

function pace(model: PlanModel, need: Ratio, window: WorkWindow, path: Path) {
  const perDay = perDayFor(need, window);
  const perWeek = perWeekFor(need, window, model.calendar.daysPerWeek);
  return { perDay: countOrNull(perDay, path), perWeek: countOrNull(perWeek, path) };
}

/** Takes a whole number into an answer, null where there is none. */
export function countOrNull(whole: Whole | undefined, path: Path): number | null {
  return whole === undefined ? null : countOf(whole, path);
}

function windowAnswer({ days }: WorkWindow): Window | null {
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return null;
  return {
    from: formatDay(first),
    startBy: formatDay(last),
    lastUseful: formatDay(last),
    workingDays: days.length,
  };
}

function dayCounts(total: number, window: WorkWindow): DayCount[] {
  const counts = spread(total, window.reach);
  return window.days.map((day, index) => ({ on: formatDay(day), count: counts[index] ?? 0 }));
}

function milestonesFor({ period }: PlanModel, need: Ratio, window: WorkWindow): Milestone[] {
  if (period.kind === "undated") return [];
  const whole = window.reach.at(-1) ?? 1;
  return weekMarks(window.days, period.last).map(({ on, daysSoFar }) => {
    const share = ratio(window.reach[daysSoFar - 1] ?? 0, whole);
    return { on, total: countOf(ceiling(multiply(need, share)), ["goal", "amount"]) };
  });
}
