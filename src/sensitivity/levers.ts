import { minus } from "../number/whole.js";
import { amountOfWins } from "../model/bridge.js";
import { parseExact, encodeExact, type ExactString } from "../number/exact-string.js";
import { compare, divide, isNegative, isZero, negate, subtract, ZERO, type Ratio } from "../number/ratio.js";
import { valueAt, withChange } from "../plan/change.js";
import type { Path } from "../schema/issue.js";
import { parsePlan } from "../plan/parse.js";
import type { Plan, PlanInput } from "../plan/plan.js";
import { isWork } from "../model/flow.js";
import { computeLevelEffort } from "../schedule/effort.js";
import { deepFreeze } from "../solve/freeze.js";
import { parseMinOnTimeShare, prepare, type Prepared, type SolveOptions } from "../schedule/prepared.js";
import { parseSolvablePlan } from "./honoured-plan.js";
import { listLeverSteps, type WrittenStep } from "./lever-steps.js";
import { levelWork } from "./level-work.js";
import { listMovables, type Movable, type MovableKind } from "./movable.js";
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
}

/** What one step of a lever does: what the measures then are, and by how much they differ. */
export interface LeverStep {
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
  /** Every number that someone could move, first the one whose first step moves the daily work most, whichever way. */
  readonly levers: readonly Lever[];
  /** What is held fixed while one number moves. */
  readonly held: readonly string[];
}

/**
 * Which number of the plan would it be worth to move?
 *
 * For each rate, value, churn, lag, size and number of minutes: what a tenth more of it (and, for a rate, one point more)
 * does to the daily work that reaches the goal, to the outcome of the work as planned now, and to the cost. Nothing is
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
export function levers(plan: PlanInput, options?: SolveOptions): Levers {
  const read = parseSolvablePlan(plan);
  const before = prepare(read, parseMinOnTimeShare(options));
  const fixed = plannedWork(before);
  const now = measured(before, fixed);
  const list = listMovables(read).map((movable) => leverOf(before, fixed, now, movable));
  const ranked = list.filter(({ steps }) => steps.length > 0).sort(byStrength);
  return deepFreeze({ now: shown(now), levers: ranked, held: HELD });
}

const HELD = [
  "Daily work: the goal is held, and all other numbers of the plan.",
  "Outcome: the plan's present work is held, what channels with fixed units bring, and all other numbers.",
  "What a churned customer is worth is held when the deal's value moves.",
];

interface Measured {
  readonly unitsPerDay: Ratio | undefined;
  readonly minutesPerDay: Ratio | undefined;
  readonly outcome: Ratio;
  readonly cost: Ratio | undefined;
}

/** The plan's level work as it stands, before any number moves. */
function plannedWork(prepared: Prepared): readonly StartedWork[] {
  const entries = levelWork(prepared)?.entries ?? [];
  return prepared.flow.flatMap((_, stage) => {
    const window = prepared.windows[stage];
    const need = entries[stage];
    if (window === undefined || need === undefined || !isWork(prepared.flow, stage)) return [];
    const weights = window.reach.map((reached, index) => minus(reached, window.reach[index - 1] ?? 0));
    return [{ stage, amount: computeLevelEffort(need, window), days: window.days, weights }];
  });
}

function measured(prepared: Prepared, fixed: readonly StartedWork[]): Measured {
  const work = levelWork(prepared);
  return {
    unitsPerDay: work?.unitsPerDay,
    minutesPerDay: work?.minutesPerDay,
    outcome: amountOfWins(prepared.bridge, winsOfWork(prepared, fixed)),
    cost: work?.cost,
  };
}

function leverOf(before: Prepared, fixed: readonly StartedWork[], now: Measured, movable: Movable): Lever {
  const { kind, path, what, pins } = movable;
  const from = valueAt(before.plan, path);
  const steps = listLeverSteps(movable, from).map(({ by, to }): LeverStep => {
    const data = [...pins, { path, to }].reduce<Plan>(withChange, before.plan);
    const then = measured(prepare(parsePlan(data), before.minOnTimeShare), fixed);
    return { by, to, then: shown(then), change: shown(differences(now, then)) };
  });
  return { kind, path, what, from, more: direction(steps[0]), steps };
}

function differences(now: Measured, then: Measured): Measured {
  return {
    unitsPerDay: difference(now.unitsPerDay, then.unitsPerDay),
    minutesPerDay: difference(now.minutesPerDay, then.minutesPerDay),
    outcome: subtract(then.outcome, now.outcome),
    cost: difference(now.cost, then.cost),
  };
}

function difference(now: Ratio | undefined, then: Ratio | undefined): Ratio | undefined {
  return now === undefined || then === undefined ? undefined : subtract(then, now);
}

function shown({ unitsPerDay, minutesPerDay, outcome, cost }: Measured): LeverMeasures {
  const exact = (value: Ratio | undefined): ExactString | null =>
    value === undefined ? null : encodeExact(value);
  return {
    unitsPerDay: exact(unitsPerDay),
    minutesPerDay: exact(minutesPerDay),
    outcome: encodeExact(outcome),
    cost: exact(cost),
  };
}

function direction(step: LeverStep | undefined): Lever["more"] {
  if (step === undefined) return "does nothing";
  const effects = [negate(workChange(step)), ratioAt(step.change.outcome)];
  const effect = effects.find((each) => !isZero(each));
  if (effect === undefined) return "does nothing";
  return isNegative(effect) ? "hurts" : "helps";
}

/** The change of daily work relative to what it is then: minutes where there are any, else units. */
function workChange({ then, change }: LeverStep): Ratio {
  const [by, to] =
    change.minutesPerDay === null || change.minutesPerDay === "0"
      ? [change.unitsPerDay, then.unitsPerDay]
      : [change.minutesPerDay, then.minutesPerDay];
  const before = subtract(ratioAt(to), ratioAt(by));
  return isZero(before) ? ratioAt(by) : divide(ratioAt(by), before);
}

function byStrength(one: Lever, other: Lever): number {
  const [mine, others] = [one.steps[0], other.steps[0]];
  if (mine === undefined || others === undefined) return 0;
  const work = compare(size(workChange(others)), size(workChange(mine)));
  return work !== 0
    ? work
    : compare(size(ratioAt(others.change.outcome)), size(ratioAt(mine.change.outcome)));
}

function size(value: Ratio): Ratio {
  return isNegative(value) ? negate(value) : value;
}

function ratioAt(exact: ExactString | null): Ratio {
  return exact === null ? ZERO : (parseExact(exact) ?? ZERO);
}
