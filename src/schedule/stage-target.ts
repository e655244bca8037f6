import { ceiling } from "../number/ceiling.js";
import { encodeExact } from "../number/exact-string.js";
import { nearestNumber } from "../number/nearest-number.js";
import { fullDays } from "../calendar/working-days.js";
import { at } from "../number/invariant.js";
import { divide, ONE, sum, type Ratio, type Whole } from "../number/ratio.js";
import type { CompiledPlan, CompiledStage } from "../model/compile.js";
import { lateWins, type Inflow, type Inflows } from "../model/inflow.js";
import { surplusAt } from "../model/needs.js";
import { inUnitsChannels } from "../model/onward-inflow.js";
import { countPipelineWins } from "../model/pipeline-count.js";
import { pipelineInflows } from "../model/pipeline-inflow.js";
import type { StageWindow } from "../model/windows.js";
import type { Path } from "../schema/issue.js";
import { formatDay } from "../calendar/day.js";
import type { DayCount, Target, Window } from "./target.js";
import { toCount } from "../model/count.js";
import { firstEntries } from "./first-entries.js";
import { perDayFor, perWeekFor, type Need } from "./effort.js";
import { stageMilestones, winMilestones, workMilestones } from "./milestones.js";
import { roundedUp } from "./stage-total.js";
import type { StageVolume, Volumes } from "./volumes.js";
import type { StageUnits } from "./whole-units.js";

/** What is asked of one stage. */
interface StageWork {
  readonly volume: StageVolume;
  readonly inflows: readonly Inflow[];
  readonly units: StageUnits;
}

/** What must enter one stage: in all, each day and week, and by when. */
export function buildStageTarget(
  compiled: CompiledPlan,
  stage: CompiledStage,
  { volume, inflows, units }: StageWork,
): Target {
  const { window, isSource, isWork, path } = stage;
  const { exact, effort } = volume;
  const rounded = roundedUp(inflows, exact, effort);
  const total = toCount(units.total, path);
  const first = firstEntries(compiled, stage, volume, inflows);
  return {
    stage: stage.name,
    channel: stage.channel,
    owner: stage.owner ?? null,
    kind: isWork ? "work" : "milestone",
    rate: encodeExact(stage.rate),
    exact: encodeExact(exact),
    total,
    ...(first === undefined ? {} : { new: toCount(first, path) }),
    extra: extraUnits(volume, path),
    fromPipeline: encodeExact(openUnits(compiled, stage.index)),
    surplus: encodeExact(surplusAt(stage, exact)),
    ...pace(compiled, volume, window, path),
    window: windowAnswer(compiled, window),
    days: isWork ? dayCounts(units.counts, window) : [],
    milestones: isSource
      ? workMilestones(compiled, units.counts, window)
      : stageMilestones(compiled, effort, rounded, window),
    afterEnd: encodeExact(lateWins(inflows, divide(stage.winsPerUnit, stage.entriesEach))),
    ...(stage.written.why === undefined ? {} : { why: stage.written.why }),
  };
}

/** What must come out of the funnel: the wins. */
export function buildWinTarget(compiled: CompiledPlan, volumes: Volumes, inflows: Inflows): Target {
  const wins: Ratio = { num: volumes.wins, den: 1 };
  const { winWindow: window, pipeline, deal } = compiled;
  const open = pipelineInflows(compiled, pipeline, ({ worth }) => worth, inUnitsChannels);
  const won = [...inflows.wins, ...open.wins];
  return {
    stage: "win",
    channel: null,
    owner: deal.owner ?? null,
    kind: "win",
    rate: null,
    exact: encodeExact(volumes.newWins),
    total: toCount(volumes.wins, ["goal", "amount"]),
    extra: 0,
    fromPipeline: encodeExact(countPipelineWins(compiled)),
    surplus: "0",
    ...pace(compiled, newWinsOf(volumes), window, ["goal", "amount"]),
    window: windowAnswer(compiled, window),
    days: [],
    // Without a funnel and an amount there is nothing to come to.
    milestones:
      compiled.flow.length === 0 && volumes.wins === 0 ? [] : winMilestones(compiled, wins, won, window),
    afterEnd: encodeExact(lateWins(inflows.wins, ONE)),
  };
}

/** What rounding at every step adds to rounding once; of months each by itself. */
function extraUnits({ whole, exact, months }: StageVolume, path: Path): number {
  if (months !== undefined) return months.reduce((all, month) => all + extraUnits(month, path), 0);
  return toCount(whole, path) - toCount(ceiling(exact), path);
}

function openUnits({ pipeline: open }: CompiledPlan, stage: number): Ratio {
  return sum(open.filter((units) => units.stage === stage).map(({ units }) => units));
}

/** The wins that new work must bring. */
function newWinsOf({ newWins, months }: Volumes): Need {
  return { effort: newWins, ...(months === undefined ? {} : { months: months.map(newWinsOf) }) };
}

function pace({ calendar }: CompiledPlan, need: Need, window: StageWindow, path: Path) {
  const perDay = perDayFor(need, window);
  const perWeek = perWeekFor(need, window, calendar.shares.perWeek);
  return { perDay: countOrNull(perDay, path), perWeek: countOrNull(perWeek, path) };
}

/** Takes a whole number into an answer, null where there is none. */
export function countOrNull(whole: Whole | undefined, path: Path): number | null {
  return whole === undefined ? null : toCount(whole, path);
}

function windowAnswer({ calendar }: CompiledPlan, { days, lastUseful, today }: StageWindow): Window | null {
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return null;
  return {
    from: formatDay(first),
    startBy: formatDay(last),
    lastUseful: formatDay(lastUseful ?? last),
    workingDays: nearestNumber(fullDays(calendar, days)),
    onTimeShareToday: encodeExact(today),
  };
}

function dayCounts(counts: readonly number[], { days }: StageWindow): DayCount[] {
  return days.map((day, index) => ({ on: formatDay(day), count: at(counts, index) }));
}
