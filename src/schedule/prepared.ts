import { parseRateText } from "../number/rate-text.js";
import { compare, isPositive, ONE, ratio, type Ratio } from "../number/ratio.js";
import { winsPerUnit } from "../model/flow.js";
import { compileModel, type PlanModel } from "../model/model.js";
import { stagesOfUnitsChannels } from "../model/pipeline-wins.js";
import { compileTeams } from "../model/teams.js";
import { workingDays } from "../calendar/working-days.js";
import { compileEntryShapes, type EntryShapes } from "./entry-shapes.js";
import type { Plan } from "../plan/plan.js";
import { unitsLanding, computeWindows, winWindow, type StageWindow, type Teams } from "./windows.js";

/** How a plan is solved. */
export interface SolveOptions {
  /**
   * Which working days belong to a stage's window: those on which the chance to land in the period is at least this share
   * of the best day's chance. A rate above 0 to 1 (included); default 1/2.
   */
  readonly minOnTimeShare?: number | string | undefined;
  /** Whether `targets.chance` is told for a plan that asks for none; default true. */
  readonly chance?: boolean | undefined;
}

/** A model with everything that does not depend on how many wins are asked for. */
export interface Prepared extends PlanModel {
  readonly minOnTimeShare: Ratio;
  readonly perUnit: readonly Ratio[];
  /** By stage. */
  readonly windows: readonly StageWindow[];
  /** Of the wins: the working days of the period itself. */
  readonly winWindow: StageWindow;
  /** By stage that channels feed: the share of units, brought level over the period, that lands in it. */
  readonly unitsLanding: readonly Ratio[];
  /** Which stages lie inside a channel with fixed units. */
  readonly own: readonly boolean[];
  readonly teams: Teams;
  /** Whether any team can be over its minutes or its most per day. */
  readonly teamsHaveLimits: boolean;
  /** Working days from workFrom to the period's end; empty for a period without dates. */
  readonly workDays: readonly number[];
  readonly shapes: EntryShapes;
}

/** What stays as it is while only rates, values and amounts change. */
export type Standing = Pick<
  Prepared,
  | "time"
  | "windows"
  | "winWindow"
  | "unitsLanding"
  | "own"
  | "teams"
  | "teamsHaveLimits"
  | "workDays"
  | "shapes"
>;

const HALF = ratio(1, 2);

/**
 * Prepares a validated plan for solving. What stands is taken over from a plan that differs in rates and amounts only; its
 * `time` alone from one that differs in its teams too.
 */
export function prepare(
  plan: Plan,
  minOnTimeShare: Ratio,
  standing?: Standing | Pick<Standing, "time">,
): Prepared {
  const model = compileModel(plan, standing?.time);
  const kept = standing !== undefined && "shapes" in standing ? standing : standingOf(model, minOnTimeShare);
  return { ...kept, ...model, minOnTimeShare, perUnit: winsPerUnit(model.flow) };
}

function standingOf(model: PlanModel, minOnTimeShare: Ratio): Standing {
  const { period, calendar, plan, workFrom, time, flow } = model;
  const workDays =
    period.kind === "dated" ? workingDays(calendar, workFrom ?? period.first, period.last) : [];
  const teams = compileTeams(plan, period.kind === "dated" ? workDays : undefined, workFrom ?? 0);
  const teamsHaveLimits = [...teams.values()].some(
    ({ minutes, maxPerDay }) => minutes !== undefined || Object.keys(maxPerDay).length > 0,
  );
  const windows = computeWindows(model, minOnTimeShare, teams);
  const landing = unitsLanding(model);
  const winning = winWindow(model);
  const shapes = compileEntryShapes(model, windows, winning, landing);
  return {
    time,
    windows,
    winWindow: winning,
    unitsLanding: landing,
    own: stagesOfUnitsChannels(flow),
    teams,
    teamsHaveLimits,
    workDays,
    shapes,
  };
}

/** Reads the option that says which days belong to a window. */
export function parseMinOnTimeShare({ minOnTimeShare }: SolveOptions = {}): Ratio {
  if (minOnTimeShare === undefined) return HALF;
  const read = parseRateText(minOnTimeShare);
  if (read === undefined || !isPositive(read) || compare(read, ONE) > 0)
    throw new RangeError(`solve requires lands above 0 to 1; got ${minOnTimeShare}`);
  return read;
}
