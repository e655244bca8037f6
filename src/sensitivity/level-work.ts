import { exactWins } from "../model/bridge.js";
import { isWork, computeNeeds } from "../model/flow.js";
import { totalInflow } from "../model/inflow.js";
import {
  add,
  divide,
  isPositive,
  isZero,
  larger,
  multiply,
  ONE,
  subtract,
  sum,
  ZERO,
  type Ratio,
} from "../number/ratio.js";
import { parseQuantity } from "../schema/quantity.js";
import { stageActivities } from "../workload/activities.js";
import { computeInflows } from "../schedule/inflows.js";
import type { Prepared } from "../schedule/prepared.js";
import { winWindow, type StageWindow } from "../schedule/windows.js";

/** What a plan takes before anything is rounded up: wins with the buffer, what must enter, and the work for it. */
export interface LevelWork {
  readonly wins: Ratio;
  /** Exact entries, by stage. */
  readonly entries: readonly Ratio[];
  /** Units started on a working day, at all stages whose entries are work of their own. */
  readonly unitsPerDay: Ratio;
  /** Minutes of all activities on a working day; undefined where none has minutes. */
  readonly minutesPerDay: Ratio | undefined;
  /** Cost of all activities; undefined where none has a cost. */
  readonly cost: Ratio | undefined;
}

/** Works a plan out without rounding; undefined when no number of entries is enough, or no day is left for them. */
export function levelWork(prepared: Prepared): LevelWork | undefined {
  const exact = exactWins(prepared.bridge);
  if (exact === undefined) return undefined;
  const wins = isPositive(exact) ? multiply(exact, add(ONE, prepared.bridge.buffer)) : ZERO;
  const newWins = larger(ZERO, subtract(wins, prepared.pipelineWins.wins));
  const { entries, blocked } = computeNeeds(prepared.flow, newWins, prepared.unitsLanding);
  const works = worksOf(prepared, entries, newWins, wins);
  const idle = works.some(({ units, window }) => !isZero(units) && isZero(window.chanceSum));
  if (blocked.length > 0 || idle) return undefined;
  const started = entries.map((units, index) => perDay(units, windowAt(prepared, index)));
  return {
    wins,
    entries,
    unitsPerDay: sum(started.filter((_, index) => isWork(prepared.flow, index))),
    minutesPerDay: total(works.map(({ minutes, units, window }) => times(minutes, perDay(units, window)))),
    cost: total(works.map(({ cost, all }) => times(cost, all))),
  };
}

/** Work of one kind: what one of it takes, for how many units in time, and for how many in all. */
interface Work {
  readonly minutes: Ratio | undefined;
  readonly cost: Ratio | undefined;
  readonly units: Ratio;
  readonly all: Ratio;
  readonly window: StageWindow;
}

function worksOf(prepared: Prepared, entries: readonly Ratio[], newWins: Ratio, wins: Ratio): Work[] {
  const { flow, plan } = prepared;
  const volumes = { wins: 0, newWins, exact: entries, whole: [], effort: entries, blocked: [] };
  const inflows = computeInflows(prepared, volumes).stages;
  const ofStages = flow.flatMap(({ written }, index) => {
    const all = totalInflow(inflows[index] ?? []);
    const window = windowAt(prepared, index);
    return stageActivities(written).map((each) => workFor(each, entries[index] ?? ZERO, all, window));
  });
  const ofWins = (plan.deal?.activities ?? []).map((each) => workFor(each, wins, wins, winWindow(prepared)));
  return [...ofStages, ...ofWins];
}

function workFor(
  { perUnit, minutes, cost }: ReturnType<typeof stageActivities>[number],
  units: Ratio,
  all: Ratio,
  window: StageWindow,
): Work {
  const each = perUnit === undefined ? ONE : parseQuantity(perUnit);
  return {
    minutes: minutes === undefined ? undefined : parseQuantity(minutes),
    cost: cost === undefined ? undefined : parseQuantity(cost),
    units: multiply(each, units),
    all: multiply(each, all),
    window,
  };
}

function windowAt(prepared: Prepared, index: number): StageWindow {
  return prepared.windows[index] ?? winWindow(prepared);
}

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
