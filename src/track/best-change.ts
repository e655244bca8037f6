import { forSameGoal } from "../model/chosen-goal.js";
import { outlookFor } from "../forecast/goals-ahead.js";
import { forecastAnswer } from "../forecast/forecast-answer.js";
import type { Outlook } from "../forecast/outlook.js";
import type { CompiledActivity } from "../model/activities.js";
import type { CompiledSnapshot } from "../model/compile-snapshot.js";
import { compilePlan, type DatedPlan, isDated } from "../model/compile.js";
import { totalInflow } from "../model/inflow.js";
import { keptBy } from "../model/kept-parts.js";
import type { SolveOptions } from "../model/options.js";
import { encodeExact, type ExactString } from "../number/exact-string.js";
import { at } from "../number/invariant.js";
import {
  add,
  compare,
  multiply,
  ONE,
  ratio,
  smaller,
  subtract,
  sum,
  ZERO,
  type Ratio,
} from "../number/ratio.js";
import { withChange } from "../plan/change.js";
import { parsePlan } from "../plan/parse.js";
import type { Plan, PlanInput } from "../plan/plan.js";
import type { Snapshot } from "../plan/snapshot.js";
import type { Path } from "../schema/issue.js";
import { listMovables, type Movable } from "../sensitivity/movable.js";
import type { Compiled } from "../solve/compiled.js";
import { deepFreeze } from "../solve/freeze.js";
import { sayBestChange, type OneChange } from "../words/best-change.js";
import { planFormat } from "../words/plan-format.js";
import { chanceOf, outlookAt } from "./chance.js";
import { compileDatedPlan, compileSnapshotFor } from "./dated.js";
import { measuredAmount, outcomeSoFar } from "./observed.js";

/** The one change that helps most. */
export type BestChange = OneChange & {
  /** Where the number stands in the plan; for work its stage. */
  readonly path: Path;
  /** What it brings and costs in a sentence. */
  readonly text: string;
};

/**
 * Which one change from now on would help most?
 *
 * Tries, one at a time, with the rest of the plan's work held: a tenth more work at each source, a tenth more of each rate of
 * the funnel, of the deal value and its upsells, and a tenth less churn. What has happened stays as it is. The change that
 * lifts the chance of the goal most is the best; where no chance is told or none moves, the one that lifts the expected amount
 * most.
 *
 * @param plan a plan, which is read, or one that was compiled, which is taken as it is
 * @returns null where nothing helps, and once the period is over
 * @throws PlanError for a plan or snapshot that is not valid, and for a plan whose period has no dates
 *
 * @example
 * ```ts
 * const plan = { goal: { metric: "customers", amount: 10, period: "2026-01" }, funnel: [{ stage: "demo", rate: "25%" }] } as const;
 * bestChange(plan, { asOf: "2026-01-16", entered: { demo: 20 }, won: 5 })?.what; // => 'the rate of "demo"'
 * ```
 */
export function bestChange<const Stage extends string, const Team extends string = string>(
  plan: PlanInput<Stage, Team> | Compiled<Stage, Team>,
  snapshot: Snapshot<NoInfer<Stage>>,
  options: SolveOptions = {},
): BestChange | null {
  const compiled = compileDatedPlan(plan, options);
  const seen = compileSnapshotFor(compiled, snapshot);
  if (seen.asOf >= compiled.period.last) return null;
  // What was achieved is measured now: no number that moves makes it another.
  const held = { ...seen, held: outcomeSoFar(compiled, seen).amount };
  const now = endOf(compiled, held, outlookAt(compiled, held, "targets"));
  const tried = [...workTrials(compiled, held, now), ...numberTrials(compiled, held, now)];
  const [best] = tried
    .filter((trial) => compareGains(trial, NO_GAIN) > 0)
    .sort((one, other) => compareGains(other, one));
  return best === undefined ? null : deepFreeze(encodeTrial(compiled, now, best));
}

/** What the period ends at in one way, and the work of that way from now on. */
interface End {
  readonly amount: Ratio;
  /** Undefined where it is not told. */
  readonly chance: number | undefined;
  readonly units: Ratio;
  readonly minutes: Ratio | undefined;
  readonly money: Ratio | undefined;
}

/** What is gained by a change. */
interface Gain {
  readonly chance: number;
  readonly amount: Ratio;
}

interface Trial {
  readonly of: Pick<BestChange, "kind" | "what" | "path" | "from" | "to">;
  readonly then: End;
  readonly gain: Gain;
}

const NO_GAIN: { readonly gain: Gain } = { gain: { chance: 0, amount: ZERO } };
/** Chances that differ by less are the same. */
const SAME = 1e-6;
const MORE = ratio(11, 10);
const LESS = ratio(9, 10);

function compareGains(
  { gain: one }: { readonly gain: Gain },
  { gain: other }: { readonly gain: Gain },
): number {
  return Math.abs(one.chance - other.chance) > SAME
    ? one.chance - other.chance
    : compare(one.amount, other.amount);
}

function trialOf(of: Trial["of"], now: End, then: End): Trial {
  const isTold = now.chance !== undefined && then.chance !== undefined;
  return {
    of,
    then,
    gain: { chance: isTold ? then.chance - now.chance : 0, amount: subtract(then.amount, now.amount) },
  };
}

function workTrials(compiled: DatedPlan, held: CompiledSnapshot, now: End): readonly Trial[] {
  return compiled.flow
    .filter(({ isWork, inUnitsChannel }) => isWork && !inUnitsChannel)
    .map(({ name, path, index }) => {
      const outlook = outlookAt(compiled, held, { ofPlan: new Map([[name, MORE]]) });
      const then = endOf(compiled, held, outlook);
      const more = totalInflow(at(outlook.work.stages, index));
      const from = encodeExact(multiply(more, ratio(10, 11)));
      return trialOf({ kind: "work", what: name, path, from, to: encodeExact(more) }, now, then);
    });
}

function numberTrials(compiled: DatedPlan, held: CompiledSnapshot, now: End): readonly Trial[] {
  const { volumes } = outlookAt(compiled, held, "targets");
  return listMovables(compiled).flatMap((movable): readonly Trial[] => {
    const moved = movedBy(movable);
    if (moved === undefined) return [];
    const { path, pins, what } = movable;
    const data = [...pins, { path, to: moved.written }].reduce<Plan>(withChange, compiled.written);
    const changed = compilePlan(parsePlan(data), compiled.minOnTimeShare, keptBy(compiled, path));
    if (!isDated(changed)) return [];
    const then = endOf(forSameGoal(changed, compiled), held, outlookAt(changed, held, "targets", volumes));
    const { kind, from, to } = moved;
    return [trialOf({ kind, what, path, from: encodeExact(from), to: encodeExact(to) }, now, then)];
  });
}

interface Moved {
  readonly kind: OneChange["kind"];
  readonly from: Ratio;
  readonly to: Ratio;
  readonly written: unknown;
}

/** A tenth more of a rate or a value, a tenth less of churn; nothing of what is no rate and no value. */
function movedBy({ kind, now }: Movable): Moved | undefined {
  if (kind !== "rate" && kind !== "value" && kind !== "churn") return undefined;
  if (now.of !== "rate" && now.of !== "amount") return undefined;
  const from = now.of === "rate" ? now.rate : now.amount;
  const step = multiply(from, kind === "churn" ? LESS : MORE);
  const to = now.of === "rate" ? smaller(ONE, step) : step;
  return compare(from, to) === 0 ? undefined : { kind, from, to, written: now.write(to) };
}

function endOf(compiled: DatedPlan, held: CompiledSnapshot, outlook: Outlook): End {
  const { atEnd } = forecastAnswer(
    outlook.compiled === compiled ? outlook : outlookFor(outlook, compiled),
    null,
  );
  const { stages, wins } = outlook.work;
  const work = compiled.flow.filter(({ inUnitsChannel }) => !inUnitsChannel);
  const entries = (index: number): Ratio =>
    add(totalInflow(at(stages, index)), totalInflow(at(outlook.counted.stages, index)));
  const done = [
    ...work.flatMap(({ activities, index }) => activities.map((each) => ({ each, units: entries(index) }))),
    ...compiled.deal.activities.map((each) => ({
      each,
      units: add(totalInflow(wins), totalInflow(outlook.counted.wins)),
    })),
  ];
  return {
    amount: measuredAmount(outcomeSoFar(compiled, held), atEnd.amount),
    chance: chanceOf(outlook, undefined).atEnd?.chance,
    units: sum(work.filter(({ isWork }) => isWork).map(({ index }) => totalInflow(at(stages, index)))),
    minutes: totalOf(done, ({ minutes }) => minutes),
    money: totalOf(done, ({ cost }) => cost),
  };
}

/** What all activities take together; undefined where none says it. */
function totalOf(
  done: readonly { readonly each: CompiledActivity; readonly units: Ratio }[],
  pick: (each: CompiledActivity) => Ratio | undefined,
): Ratio | undefined {
  const parts = done.flatMap(({ each, units }) => {
    const once = pick(each);
    return once === undefined ? [] : [multiply(units, multiply(each.perUnit, once))];
  });
  return parts.length === 0 ? undefined : sum(parts);
}

function encodeTrial(compiled: DatedPlan, now: End, { of, then }: Trial): BestChange {
  const more = (before: Ratio | undefined, after: Ratio | undefined): ExactString | null =>
    before === undefined || after === undefined ? null : encodeExact(subtract(after, before));
  const change: Omit<BestChange, "text"> = {
    ...of,
    metric: compiled.plan.goal.metric,
    chance:
      now.chance === undefined || then.chance === undefined
        ? null
        : { before: now.chance, after: then.chance },
    amount: { before: encodeExact(now.amount), after: encodeExact(then.amount) },
    costs: {
      units: encodeExact(subtract(then.units, now.units)),
      minutes: more(now.minutes, then.minutes),
      money: more(now.money, then.money),
    },
  };
  return { ...change, text: sayBestChange(change, planFormat(compiled.plan)) };
}
