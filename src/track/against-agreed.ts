import { planPeriod } from "../plan/plan-period.js";
import { parseDay } from "../calendar/day.js";
import { eachGoal } from "../model/chosen-goal.js";
import type { DatedPlan } from "../model/compile.js";
import { encodeExact } from "../number/exact-string.js";
import { subtract } from "../number/ratio.js";
import { safeParsePlan } from "../plan/parse.js";
import type { PlanInput } from "../plan/plan.js";
import type { Snapshot } from "../plan/snapshot.js";
import { listStages } from "../plan/stage-list.js";
import type { Compiled } from "../solve/compiled.js";
import { deepFreeze } from "../solve/freeze.js";
import { solveCompiled } from "../solve/solve.js";
import { sayAgreed, type AgreedData, type YardstickData } from "../words/agreed.js";
import type { TargetDifference } from "../words/checks.js";
import { planFormat } from "../words/plan-format.js";
import { computePlannedCourse, onDay, plannedWork } from "./course.js";
import { compileDatedPlan, compileSnapshotFor } from "./dated.js";
import { outcomeSoFar, plannedAmount } from "./observed.js";
import { differencesFrom } from "./targets-difference.js";

/** The outcome by the plan of record, and by the plan as it is now. */
export type AgainstAgreed = AgreedData & {
  /** The targets that are no longer those that were agreed. */
  readonly differences: readonly TargetDifference[];
  /** How it stands in a sentence or two. */
  readonly text: string;
};

/**
 * How do we stand by what was agreed, and by the plan as it is now?
 *
 * A plan changes on its way: rates are learned, the rest is planned again. Then the gap to it alone would hide that the
 * yardstick has moved.
 *
 * @param agreed what the command `baseline` wrote, or what `solve` answered: it holds the plan and its targets
 * @returns undefined where that holds no plan with a period of dates, or one of other metrics
 * @throws PlanError for a plan or snapshot that is not valid, and for a plan whose period has no dates
 *
 * @example
 * ```ts
 * const plan = { goal: { metric: "customers", amount: 10, period: "2026-01" }, funnel: [{ stage: "demo", rate: "25%" }] } as const;
 * const agreed = solve(plan);
 * const now = { ...plan, goal: { ...plan.goal, amount: 8 } };
 * againstAgreed(now, { asOf: "2026-01-31", won: 7 }, agreed)?.agreed.gap; // => "-3"
 * ```
 */
export function againstAgreed<const Stage extends string, const Team extends string = string>(
  plan: PlanInput<Stage, Team> | Compiled<Stage, Team>,
  snapshot: Snapshot<NoInfer<Stage>>,
  agreed: unknown,
): AgainstAgreed | undefined {
  const compiled = compileDatedPlan(plan);
  const { agreedOn, plan: record } = recordIn(agreed);
  if (record === undefined) return undefined;
  const before = compileDatedPlan(record);
  const [first, ...others] = goalsOfBoth(before, compiled).map(({ was, is }): AgreedData => {
    const { metric } = was.plan.goal;
    return {
      metric,
      ...(compiled.goals.length === 0 ? {} : { of: metric }),
      agreedOn,
      now: encodeExact(outcomeSoFar(is, compileSnapshotFor(is, snapshot)).amount),
      agreed: yardstick(was, before, knownTo(record, snapshot)),
      plan: yardstick(is, compiled, snapshot),
    };
  });
  if (first === undefined) return undefined;
  const data: AgreedData = { ...first, ...(others.length === 0 ? {} : { others }) };
  const differences = differencesFrom(solveCompiled(compiled, { chance: false }).targets, agreed) ?? [];
  return deepFreeze({ ...data, differences, text: sayAgreed(data, planFormat(compiled.plan)) });
}

type Loose = Readonly<Record<string, unknown>>;

/** The day on which a file's targets were agreed; null where it does not say. */
export function agreedDay(file: unknown): string | null {
  const { agreedOn }: Loose = typeof file === "object" && file !== null ? { ...file } : {};
  return typeof agreedOn === "string" && parseDay(agreedOn) !== undefined ? agreedOn : null;
}

/** The plan of record in a file, where there is one that can be looked at day by day. */
function recordIn(file: unknown): { readonly agreedOn: string | null; readonly plan: PlanInput | undefined } {
  const { plan }: Loose = typeof file === "object" && file !== null ? { ...file } : {};
  const parsed = safeParsePlan(plan);
  const isUndated = parsed.success && planPeriod(parsed.data).kind === "undated";
  return {
    agreedOn: agreedDay(file),
    plan: parsed.success && !isUndated ? parsed.data : undefined,
  };
}

/** One goal as it was agreed and as it is now. */
interface GoalOfBoth {
  readonly was: DatedPlan;
  readonly is: DatedPlan;
}

/** The goals of a metric that both plans have, that which bound when they were agreed first. */
function goalsOfBoth(before: DatedPlan, now: DatedPlan): readonly GoalOfBoth[] {
  const binding = before.plan.goal.metric;
  const pairs = eachGoal(before).flatMap((was): GoalOfBoth[] => {
    const is = eachGoal(now).find(({ plan }) => plan.goal.metric === was.plan.goal.metric);
    return is === undefined ? [] : [{ was, is }];
  });
  const isFirst = ({ was }: GoalOfBoth): boolean => was.plan.goal.metric === binding;
  return [...pairs.filter(isFirst), ...pairs.filter((pair) => !isFirst(pair))];
}

/** Where a goal should be by the work of its plan, which is that of the goal that binds. */
function yardstick(goal: DatedPlan, compiled: DatedPlan, snapshot: Snapshot): YardstickData {
  const seen = compileSnapshotFor(goal, snapshot);
  const course = computePlannedCourse(goal, plannedWork(compiled));
  const planned = plannedAmount(goal, onDay(course, course.worth, seen.asOf), seen.asOf);
  return {
    goal: encodeExact(goal.bridge.goal),
    planned: encodeExact(planned),
    gap: encodeExact(subtract(outcomeSoFar(goal, seen).amount, planned)),
  };
}

/** What has happened, as far as an earlier plan knows its stages: only the outcome is looked at. */
function knownTo(plan: PlanInput, { entered, pipeline, ...rest }: Snapshot): Snapshot {
  const known = new Set(listStages(plan).map(({ stage }) => stage.stage));
  const only = <Value>(counts: Readonly<Record<string, Value>> | undefined) =>
    counts && Object.fromEntries(Object.entries(counts).filter(([name]) => known.has(name)));
  return { ...rest, entered: only(entered), pipeline: only(pipeline) };
}
