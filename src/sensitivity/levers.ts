import { forSameGoal } from "../model/chosen-goal.js";
import { amountOfWins } from "../model/bridge.js";
import { encodeExact, type ExactString } from "../number/exact-string.js";
import { compare, divide, isNegative, isZero, negate, subtract, ZERO, type Ratio } from "../number/ratio.js";
import { valueAt, withChange } from "../plan/change.js";
import type { Path } from "../schema/issue.js";
import { parsePlan } from "../plan/parse.js";
import type { Plan, PlanInput } from "../plan/plan.js";
import { compilePlan, type CompiledPlan } from "../model/compile.js";
import { keptBy } from "../model/kept-parts.js";
import type { SolveOptions } from "../model/options.js";
import { dayWeights } from "../model/windows.js";
import { at, must } from "../number/invariant.js";
import { computeLevelEffort } from "../model/started-units.js";
import { deepFreeze } from "../solve/freeze.js";
import { compiledFrom, type Compiled } from "../solve/compiled.js";
import { plannedVolumes } from "../schedule/planned-wins.js";
import { planWork } from "../solve/chance/goal-chance.js";
import { saidNoChance, type NoChance, type NoChanceData } from "../words/no-chance.js";
import { earnedByWork } from "./earned-by-work.js";
import { heldChanceOrWhy, printedWork, type WholeWork } from "./held-chance.js";
import { listLeverSteps, type WrittenStep } from "./lever-steps.js";
import { levelWork } from "./level-work.js";
import { listMovables, type Movable, type MovableKind } from "./movable.js";
import { profitOfWork } from "./profit-of-work.js";
import { winsOfWork, type StartedWork } from "./wins-of-work.js";

/** What is looked at when a number moves; before anything is rounded, so that small steps show. */
export interface LeverMeasures {
  /** Units started on a working day to reach the goal; null where none are enough. */
  readonly unitsPerDay: ExactString | null;
  /** Minutes of all activities on a working day to reach the goal; null where none has minutes. */
  readonly minutesPerDay: ExactString | null;
  /** The goal's metric, expected of today's plan of work. */
  readonly outcome: ExactString;
  /** What the work costs; null where no cost is given. */
  readonly cost: ExactString | null;
  /**
   * The chance that today's plan of work reaches the goal, from 0 to 1; in a change, how much more or less of it. Null where
   * it is not told; of the plan as it is, `reason` says why.
   */
  readonly chance: number | null;
}

/** What one step of a lever does: what the measures then are, and by how much they differ. */
interface LeverStep {
  /** How far the number is moved, as a person would say it. */
  readonly by: WrittenStep["by"];
  /** What it then is. */
  readonly to: unknown;
  /** What follows. */
  readonly then: LeverMeasures;
  /** What that is more or less than now. */
  readonly change: LeverMeasures;
}

/** A number of the plan that someone could move, and what moving it does. */
export interface Lever {
  /** What sort of number it is. */
  readonly kind: MovableKind;
  /** Where in the plan it stands. */
  readonly path: Path;
  /** What it is called. */
  readonly what: string;
  /** What it is now. */
  readonly from: unknown;
  /** Whether more of it makes the goal easier, harder, or does neither. */
  readonly more: "helps" | "hurts" | "does nothing";
  /** What moving it would bring. */
  readonly steps: readonly LeverStep[];
}

/** Every lever of a plan, the strongest first. */
export interface Levers {
  /** What follows from the plan as it is. */
  readonly now: LeverMeasures;
  /** Why no chance is told of the plan as it is; null where one is. */
  readonly reason: NoChance | null;
  /** Every number that someone could move, first the one whose first step moves the daily work most, whichever way. */
  readonly levers: readonly Lever[];
  /** What is held fixed while one number moves. */
  readonly held: readonly string[];
}

/**
 * Which number of the plan would it be worth to move?
 *
 * For each rate, value, churn, lag, size and number of minutes: what a tenth more of it (and, for a rate, one point more)
 * does to the daily work that reaches the goal, to the outcome of the work as planned now and its chance, and to the cost. Nothing is
 * rounded, so that small steps show. Levers are ranked by how much their first step moves the daily work, whichever way
 * (minutes where there are any, else units), then the outcome.
 *
 * @throws PlanError when the plan is not valid
 *
 * @example
 * ```ts
 * const { levers: list } = levers({
 *   goal: { metric: "customers", amount: 10, period: { workingDays: 20 } },
 *   funnel: [{ stage: "call", rate: "10%" }, { stage: "meeting", rate: "50%" }],
 * });
 * list[0]?.steps[1]?.to; // => "0.11"
 * ```
 */
export function levers(plan: PlanInput | Compiled, options?: SolveOptions): Levers {
  const before = compiledFrom(plan, options);
  const fixed: HeldWork = { level: plannedWork(before), whole: printedNow(before) };
  const now = measured(before, before, fixed);
  const list = listMovables(before).map((movable) => measureLever(before, fixed, now, movable));
  const ranked = list.filter(({ lever }) => lever.steps.length > 0).sort(byStrength);
  return deepFreeze({
    now: encodeMeasures(now),
    reason: now.untold === undefined ? null : saidNoChance(now.untold),
    levers: ranked.map(({ lever }) => lever),
    held: HELD,
  });
}

const HELD = [
  "Daily work: the goal is held, and all other numbers of the plan.",
  "Outcome and chance: the plan's present work is held, what channels with fixed units bring, and all other numbers.",
  "What a churned customer is worth is held when the deal's value moves.",
];

interface Measured {
  readonly unitsPerDay: Ratio | undefined;
  readonly minutesPerDay: Ratio | undefined;
  readonly outcome: Ratio;
  readonly cost: Ratio | undefined;
  readonly chance: number | undefined;
}

/** The measures of one plan, and why they lack a chance; undefined where they have one. */
interface PlanMeasured extends Measured {
  readonly untold: NoChanceData | undefined;
}

/** The plan's present work, level and in whole units. */
interface HeldWork {
  readonly level: readonly StartedWork[];
  readonly whole: readonly WholeWork[];
}

function printedNow(compiled: CompiledPlan): readonly WholeWork[] {
  return printedWork(compiled, planWork(compiled)?.volumes ?? plannedVolumes(compiled));
}

/** The plan's level work as it stands, before any number moves. */
function plannedWork(compiled: CompiledPlan): readonly StartedWork[] {
  const work = levelWork(compiled);
  if (work === undefined) return [];
  const sources = compiled.flow.filter(({ isSource }) => isSource);
  return sources.map(({ index, window }) => ({
    stage: index,
    amount: computeLevelEffort(at(work.entries, index), window),
    days: window.days,
    weights: dayWeights(window),
  }));
}

function measured(compiled: CompiledPlan, before: CompiledPlan, fixed: HeldWork): PlanMeasured {
  const work = levelWork(compiled);
  const told = heldChanceOrWhy(compiled, fixed.whole);
  return {
    unitsPerDay: work?.unitsPerDay,
    minutesPerDay: work?.minutesPerDay,
    outcome: outcomeOf(forSameGoal(compiled, before), fixed.level),
    cost: work?.cost,
    ...(typeof told === "number" ? { chance: told, untold: undefined } : { chance: undefined, untold: told }),
  };
}

/** The amount that work brings about; of a profit, when the work is paid. */
function outcomeOf(compiled: CompiledPlan, level: readonly StartedWork[]): Ratio {
  if (compiled.earning !== undefined) return earnedByWork(compiled, level);
  const wins = winsOfWork(compiled, level);
  return compiled.plan.goal.metric === "profit"
    ? profitOfWork(compiled, level, wins)
    : amountOfWins(compiled.bridge, wins);
}

/** What a step leads to. */
interface MeasuredStep {
  readonly written: WrittenStep;
  readonly then: Measured;
  readonly change: Measured;
}

/** A lever with what its first step does, which it is ranked by. */
interface MeasuredLever {
  readonly lever: Lever;
  readonly first: MeasuredStep | undefined;
}

function measureLever(before: CompiledPlan, fixed: HeldWork, now: Measured, movable: Movable): MeasuredLever {
  const { kind, path, what, pins } = movable;
  const steps = listLeverSteps(movable).map((written): MeasuredStep => {
    const data = [...pins, { path, to: written.to }].reduce<Plan>(withChange, before.written);
    const changed = compilePlan(parsePlan(data), before.minOnTimeShare, keptBy(before, path));
    const then = measured(changed, before, fixed);
    return { written, then, change: differences(now, then) };
  });
  const [first] = steps;
  const lever: Lever = {
    kind,
    path,
    what,
    from: valueAt(before.written, path),
    more: direction(first),
    steps: steps.map(encodeStep),
  };
  return { lever, first };
}

function encodeStep({ written, then, change }: MeasuredStep): LeverStep {
  return { ...written, then: encodeMeasures(then), change: encodeMeasures(change) };
}

function differences(now: Measured, then: Measured): Measured {
  return {
    unitsPerDay: difference(now.unitsPerDay, then.unitsPerDay),
    minutesPerDay: difference(now.minutesPerDay, then.minutesPerDay),
    outcome: subtract(then.outcome, now.outcome),
    cost: difference(now.cost, then.cost),
    chance: now.chance === undefined || then.chance === undefined ? undefined : then.chance - now.chance,
  };
}

function difference(now: Ratio | undefined, then: Ratio | undefined): Ratio | undefined {
  return now === undefined || then === undefined ? undefined : subtract(then, now);
}

function encodeMeasures({ unitsPerDay, minutesPerDay, outcome, cost, chance }: Measured): LeverMeasures {
  const exact = (value: Ratio | undefined): ExactString | null =>
    value === undefined ? null : encodeExact(value);
  return {
    unitsPerDay: exact(unitsPerDay),
    minutesPerDay: exact(minutesPerDay),
    outcome: encodeExact(outcome),
    cost: exact(cost),
    chance: chance ?? null,
  };
}

function direction(step: MeasuredStep | undefined): Lever["more"] {
  if (step === undefined) return "does nothing";
  const effects = [negate(workChange(step)), step.change.outcome];
  const effect = effects.find((each) => !isZero(each));
  if (effect === undefined) return "does nothing";
  return isNegative(effect) ? "hurts" : "helps";
}

/**
 * The change of daily work relative to what it was: minutes where there are any that change, else units; 0 where no work is
 * known to be enough.
 */
function workChange({ then, change }: MeasuredStep): Ratio {
  const inMinutes = change.minutesPerDay !== undefined && !isZero(change.minutesPerDay);
  const [by, to] = inMinutes
    ? [change.minutesPerDay, then.minutesPerDay]
    : [change.unitsPerDay, then.unitsPerDay];
  if (by === undefined) return ZERO;
  const before = subtract(must(to, "the work of a measured step"), by);
  return isZero(before) ? by : divide(by, before);
}

function byStrength({ first: one }: MeasuredLever, { first: other }: MeasuredLever): number {
  if (one === undefined || other === undefined) return 0;
  const work = compare(size(workChange(other)), size(workChange(one)));
  return work !== 0 ? work : compare(size(other.change.outcome), size(one.change.outcome));
}

function size(value: Ratio): Ratio {
  return isNegative(value) ? negate(value) : value;
}
