import { exactWins } from "../model/bridge.js";
import type { CompiledActivity } from "../model/activities.js";
import { costOnce } from "../model/costs.js";
import type { CompiledPlan } from "../model/compile.js";
import { totalInflow } from "../model/inflow.js";
import { computeNeeds } from "../model/needs.js";
import type { StageWindow } from "../model/windows.js";
import { at } from "../number/invariant.js";
import {
  add,
  divide,
  isZero,
  larger,
  multiply,
  ONE,
  subtract,
  sum,
  ZERO,
  type Ratio,
} from "../number/ratio.js";
import { computeInflows } from "../schedule/inflows.js";
import { planWork } from "../solve/chance/goal-chance.js";

/** What a plan takes before anything is rounded up: wins with the buffer, what must enter, and the work for it. */
interface LevelWork {
  readonly wins: Ratio;
  /** Exact entries, by stage. */
  readonly entries: readonly Ratio[];
  /** Units started on a working day, at all stages whose entries are work of their own. */
  readonly unitsPerDay: Ratio;
  /** Minutes of all activities on a working day; undefined where none has minutes. */
  readonly minutesPerDay: Ratio | undefined;
  /** Cost of all activities, their hours too; undefined where none has a cost. */
  readonly cost: Ratio | undefined;
}

/** Works a plan out without rounding; undefined when no number of entries is enough, or no day is left for them. */
export function levelWork(compiled: CompiledPlan): LevelWork | undefined {
  const { flow, pipelineWins } = compiled;
  const wins = levelWins(compiled);
  if (wins === undefined) return undefined;
  const newWins = larger(ZERO, subtract(wins, pipelineWins.wins));
  const { entries, blocked } = computeNeeds(flow, newWins);
  const works = worksOf(compiled, entries, newWins, wins);
  const idle = works.some(({ units, window }) => !isZero(units) && isZero(window.chanceSum));
  if (blocked.length > 0 || idle) return undefined;
  const sources = flow.filter(({ isWork }) => isWork);
  return {
    wins,
    entries,
    unitsPerDay: sum(sources.map(({ index, window }) => perDay(at(entries, index), window))),
    minutesPerDay: total(works.map(({ minutes, units, window }) => times(minutes, perDay(units, window)))),
    cost: total(works.map(({ cost, all }) => times(cost, all))),
  };
}

/** The wins to go for, not rounded: with the margin of a chance that is asked for, else with the buffer. */
function levelWins(compiled: CompiledPlan): Ratio | undefined {
  const { bridge, plan } = compiled;
  const exact = exactWins(bridge);
  if (exact === undefined) return undefined;
  const least = larger(ZERO, exact);
  if (plan.goal.chance === undefined) return multiply(least, add(ONE, bridge.buffer));
  const margin = planWork(compiled)?.margin ?? null;
  return margin === null ? undefined : larger(ZERO, add(least, margin));
}

/** Work of one kind: what one of it takes, for how many units in time, and for how many in all. */
interface Work {
  readonly minutes: Ratio | undefined;
  readonly cost: Ratio | undefined;
  readonly units: Ratio;
  readonly all: Ratio;
  readonly window: StageWindow;
}

function worksOf(compiled: CompiledPlan, entries: readonly Ratio[], newWins: Ratio, wins: Ratio): Work[] {
  const { flow, deal, winWindow } = compiled;
  const stages = entries.map((exact) => ({ exact, effort: exact, whole: 0 }));
  const inflows = computeInflows(compiled, { wins: 0, newWins, stages, blocked: [] }).stages;
  const ofStages = flow.flatMap(({ activities, index, window }) => {
    const all = totalInflow(at(inflows, index));
    return activities.map((each) => workFor(compiled, each, { units: at(entries, index), all, window }));
  });
  return [
    ...ofStages,
    ...deal.activities.map((each) => workFor(compiled, each, { units: wins, all: wins, window: winWindow })),
  ];
}

function workFor(
  { teams }: CompiledPlan,
  activity: CompiledActivity,
  { units, all, window }: Pick<Work, "units" | "all" | "window">,
): Work {
  const { perUnit, minutes } = activity;
  const cost = costOnce(teams, activity);
  return { minutes, cost, units: multiply(perUnit, units), all: multiply(perUnit, all), window };
}

/** Nothing is done on a day where no day counts; a plan that needs such work has no level. */
function perDay(units: Ratio, { chanceSum }: StageWindow): Ratio {
  return isZero(chanceSum) ? ZERO : divide(units, chanceSum);
}

function times(each: Ratio | undefined, count: Ratio): Ratio | undefined {
  return each === undefined ? undefined : multiply(each, count);
}

function total(list: readonly (Ratio | undefined)[]): Ratio | undefined {
  const given = list.filter((item) => item !== undefined);
  return given.length === 0 ? undefined : sum(given);
}
