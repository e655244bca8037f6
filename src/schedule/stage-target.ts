import { ceiling } from "../number/ceiling.js";
import { encodeExact } from "../number/exact-string.js";
import { divide, isZero, multiply, ONE, sum, ZERO, type Ratio, type Whole } from "../number/ratio.js";
import { type FlowStage, isWork, surplusAt } from "../model/flow.js";
import { totalInflow, lateWins, type Inflow, type Inflows } from "../model/inflow.js";
import { pipelineInflows } from "../model/pipeline-inflow.js";
import { countPipelineWins } from "../model/pipeline-count.js";
import { stagesOfUnitsChannels } from "../model/pipeline-wins.js";
import type { Path } from "../schema/issue.js";
import { formatDay } from "../calendar/day.js";
import type { DayCount, Target, Window } from "./target.js";
import { toCount } from "../model/count.js";
import { computeEffort, perDayFor, perWeekFor, spread } from "./effort.js";
import { stageMilestones, winMilestones, workMilestones } from "./milestones.js";
import type { Prepared } from "./prepared.js";
import type { Volumes } from "./volumes.js";
import type { StageWindow } from "./windows.js";

/** What must enter one stage: in all, each day and week, and by when. */
export function buildStageTarget(
  prepared: Prepared,
  volumes: Volumes,
  inflows: readonly Inflow[],
  index: number,
  stage: FlowStage,
): Target {
  const window = prepared.windows[index] ?? prepared.winWindow;
  const exact = volumes.exact[index] ?? ZERO;
  const effort = volumes.effort[index] ?? ZERO;
  const work = isWork(prepared.flow, index);
  const rounded = roundedUp(inflows, exact, effort);
  const whole = volumes.whole[index] ?? 0;
  const total = toCount(
    work ? computeEffort(effort, window).total : greater(ceiling(totalInflow(rounded)), whole),
    stage.path,
  );
  const extra = toCount(whole, stage.path) - toCount(ceiling(exact), stage.path);
  return {
    stage: stage.name,
    channel: stage.channel,
    owner: stage.written.owner ?? null,
    kind: work ? "work" : "milestone",
    rate: encodeExact(stage.rate),
    exact: encodeExact(exact),
    total,
    extra,
    fromPipeline: encodeExact(openUnits(prepared, index)),
    surplus: encodeExact(surplusAt(stage, exact, prepared.unitsLanding[index])),
    ...pace(prepared, effort, window, stage.path),
    window: windowAnswer(window),
    days: work ? dayCounts(total, window) : [],
    milestones: work
      ? workMilestones(prepared, total, window)
      : stageMilestones(prepared, effort, rounded, window),
    afterEnd: encodeExact(lateWins(inflows, prepared.perUnit[index] ?? ZERO)),
  };
}

/** What must come out of the funnel: the wins. */
export function buildWinTarget(prepared: Prepared, volumes: Volumes, inflows: Inflows): Target {
  const wins: Ratio = { num: volumes.wins, den: 1 };
  const window = prepared.winWindow;
  const lossLags = prepared.time?.lossLags ?? [];
  const own = stagesOfUnitsChannels(prepared.flow);
  const open = pipelineInflows({ ...prepared, lossLags }, prepared.pipeline, ({ worth }) => worth, own);
  const won = [...inflows.wins, ...open.wins];
  return {
    stage: "win",
    channel: null,
    owner: prepared.plan.deal?.owner ?? null,
    kind: "win",
    rate: null,
    exact: encodeExact(volumes.newWins),
    total: toCount(volumes.wins, ["goal", "amount"]),
    extra: 0,
    fromPipeline: encodeExact(countPipelineWins(prepared)),
    surplus: "0",
    ...pace(prepared, volumes.newWins, window, ["goal", "amount"]),
    window: windowAnswer(window),
    days: [],
    milestones: winMilestones(prepared, wins, won, window),
    afterEnd: encodeExact(lateWins(inflows.wins, ONE)),
  };
}

/** Whole numbers handed over may ask for units where the exact need is 0. */
function greater(one: Whole, other: Whole): Whole {
  return one > other ? one : other;
}

/** Under `handover` a stage asks for more than its exact need: all that enters it grows alike. */
function roundedUp(inflows: readonly Inflow[], exact: Ratio, effort: Ratio): readonly Inflow[] {
  if (isZero(exact)) return inflows;
  const factor = divide(effort, exact);
  return factor.num === factor.den
    ? inflows
    : inflows.map((inflow) => ({ ...inflow, amount: multiply(inflow.amount, factor) }));
}

function openUnits({ pipeline: open }: Prepared, stage: number): Ratio {
  return sum(open.filter((units) => units.stage === stage).map(({ units }) => units));
}

function pace({ calendar }: Prepared, need: Ratio, window: StageWindow, path: Path) {
  const perDay = perDayFor(need, window);
  const perWeek = perWeekFor(need, window, calendar.daysPerWeek);
  return { perDay: countOrNull(perDay, path), perWeek: countOrNull(perWeek, path) };
}

/** Takes a whole number into an answer, null where there is none. */
export function countOrNull(whole: Whole | undefined, path: Path): number | null {
  return whole === undefined ? null : toCount(whole, path);
}

function windowAnswer({ days, lastUseful, today }: StageWindow): Window | null {
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return null;
  return {
    from: formatDay(first),
    startBy: formatDay(last),
    lastUseful: formatDay(lastUseful ?? last),
    workingDays: days.length,
    onTimeShareToday: encodeExact(today),
  };
}

function dayCounts(total: number, window: StageWindow): DayCount[] {
  const counts = spread(total, window.reach);
  return window.days.map((day, index) => ({ on: formatDay(day), count: counts[index] ?? 0 }));
}
