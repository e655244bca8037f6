import { amountToWin, plannedWins, type Bridge } from "../model/bridge.js";
import { plainFormat } from "../format/format.js";
import { floor } from "../number/ceiling.js";
import { encodeExact, type ExactString } from "../number/exact-string.js";
import { nearestNumber } from "../number/nearest-number.js";
import { add, multiply, ONE, subtract, type Ratio } from "../number/ratio.js";
import { parseRate } from "../plan/rate.js";
import { tryQuantity } from "../schema/quantity.js";
import { valueAt, withChange, type Change } from "../plan/change.js";
import { issueAt, type Path } from "../schema/issue.js";
import type { Plan, PlanInput } from "../plan/plan.js";
import { PlanError } from "../schema/plan-error.js";
import { deepFreeze } from "../solve/freeze.js";
import { compilePlan, type CompiledPlan } from "../model/compile.js";
import { keptBy } from "../model/kept-parts.js";
import type { SolveOptions } from "../model/options.js";
import { compiledFrom, type Compiled } from "../solve/compiled.js";
import { workGiven, type ActivityGiven } from "./activity-given.js";
import { earnedByWork } from "./earned-by-work.js";
import { pinnedChurn } from "./pinned-churn.js";
import { minutesAtScale, scaledWork, teamScale } from "./scaled-work.js";
import { heldChance, wholeOf } from "./held-chance.js";
import { sureThreshold } from "./sure-threshold.js";
import { unknownAt, type UnknownNumber } from "./unknown-number.js";
import { threshold, wholeThreshold, type Threshold } from "./threshold.js";
import { saySolvedFor } from "../words/solved-for.js";
import { profitOfWork } from "./profit-of-work.js";
import { winsOfWork, type StartedWork } from "./wins-of-work.js";

/** The value that one number must have, or why there is none. */
export type SolvedFor = {
  /** The number that was asked for. */
  readonly path: Path;
  /** What the plan says now. */
  readonly from: unknown;
  /** Whether the value is the least that does (a number that helps) or the greatest (one that hurts). */
  readonly limit: "least" | "greatest";
  /** The chance that the plan asks for, from 0 to 1; null where it asks for none. */
  readonly asked: number | null;
  /** The answer in a sentence. */
  readonly text: string;
} & (
  | {
      /** A value would do. */
      readonly status: "value";
      /** The value itself. */
      readonly value: ExactString;
      /** The same as a plan takes it. */
      readonly to: unknown;
      /** What to put into the plan: the value, and what is pinned beside it. */
      readonly changes: readonly Change[];
      /** The chance that today's activity then reaches the goal, from 0 to 1; null where it is not told. */
      readonly chance: number | null;
      /** Wins that today's activity then brings, and wins to go for. */
      readonly wins: {
        /** Wins that today's activity then brings, unrounded. */
        readonly expected: ExactString;
        /** Wins to go for. */
        readonly needed: number;
      };
    }
  | {
      /** Any value does, or none. */
      readonly status: "any" | "none";
    }
);

/**
 * What would one number have to be, so that today's activity reaches the goal?
 *
 * Holds the activity and everything else, and finds the exact value at which the expected wins are just the wins to go
 * for; where the plan asks for a chance, the value at which the whole units of the activity have it. It can be asked for rates, the deal's value, margin and upsells (what a churned customer is worth stays as it is
 * now), the goal's amount, the buffer, churn, renewals and the other movements of the base, and a team's size and minutes (work is
 * then done in proportion). Churn and other rates that act over several spans are found to a thousand-millionth.
 *
 * @param path where the number stands in the plan
 * @param given today's activity, such as `{ perDay: { call: 40 } }`
 * @throws PlanError for a plan, a path or an activity that is not valid, and for a value that open items have their own of
 *
 * @example
 * ```ts
 * const plan = {
 *   goal: { metric: "customers", amount: 10, period: { workingDays: 20 } },
 *   funnel: [{ stage: "call", rate: "4%" }, { stage: "meeting", rate: "50%" }],
 * } as const;
 * const answer = solveFor(plan, ["funnel", 0, "rate"], { perDay: { call: 20 } });
 * answer.status === "value" && answer.to; // => "0.05"
 * ```
 */
export function solveFor<const Stage extends string, const Team extends string = string>(
  plan: PlanInput<Stage, Team> | Compiled<Stage, Team>,
  path: Path,
  given: ActivityGiven<NoInfer<Stage>>,
  options?: SolveOptions,
): SolvedFor {
  const compiled = compiledFrom(plan, options);
  if (compiled.goals.length > 0) throw severalGoals(compiled.written);
  const unknown = unknownAt(compiled, path);
  refuseOwnValues(compiled.written, path);
  const works = workGiven(compiled, given);
  const pins = path[0] === "deal" ? pinnedChurn(compiled) : [];
  const question: Question = { compiled, path, unknown, works, pins };
  // Minutes act in inverse proportion: the least scale of the work is the greatest number of minutes.
  const search = unknown.acts === "minutes" ? { limit: "least" as const, most: undefined } : unknown;
  const asked = askedOf(compiled);
  const found =
    asked === null
      ? threshold((value) => surplusAt(question, value), search)
      : sureThreshold((value) => isSureAt(question, value, asked), {
          ...search,
          now: unknown.acts === "minutes" ? ONE : tryQuantity(valueAt(compiled.written, path)),
        });
  return deepFreeze(answerFor(question, found));
}

/** Another goal may bind at each value: only of one goal there is one value at which it is just reached. */
function severalGoals({ goals }: Plan): PlanError {
  const expected = "a plan with one goal to solve for a number";
  const advice = "write each goal as goal: in a plan of its own, and take the stricter value";
  return new PlanError([issueAt(["goals"], goals, { code: "path.not-solvable", expected, advice })]);
}

interface Question {
  readonly compiled: CompiledPlan;
  readonly path: Path;
  readonly unknown: UnknownNumber;
  /** Today's activity. */
  readonly works: readonly StartedWork[];
  /** What must be written beside the number, so that nothing else moves along. */
  readonly pins: readonly Change[];
}

/** The chance that a plan asks for; null where it asks for none. */
function askedOf({ plan: { goal } }: CompiledPlan): number | null {
  return goal.chance === undefined ? null : nearestNumber(parseRate(goal.chance));
}

function isSureAt(question: Question, value: Ratio, asked: number): boolean {
  const chance = chanceAt(question, value);
  return chance !== null && chance >= asked;
}

/** How likely today's activity, in whole units, reaches the goal with the number at a value. */
function chanceAt(question: Question, value: Ratio): number | null {
  const { compiled, works } = planAt(question, value);
  return heldChance(compiled, wholeOf(works));
}

/** Above 0 where the goal is more than reached. Wins are compared where they move, else what must be won. */
function surplusAt(question: Question, value: Ratio): Ratio {
  if (question.compiled.plan.goal.metric === "profit") return profitSurplus(question, value);
  if (question.compiled.earning !== undefined) return earnedSurplus(question, value);
  const { bridge, wins } = atValue(question, value);
  if (question.unknown.acts !== "amount") return subtract(wins, neededWins(bridge, wins));
  // Whole wins to go for are enough exactly when the wins before rounding up are not above the whole wins there are.
  const enough: Ratio = { num: floor(wins), den: 1 };
  const brought = multiply(enough, multiply(bridge.worth, bridge.keep));
  return subtract(brought, multiply(amountToWin(bridge), add(ONE, bridge.buffer)));
}

/** By how much the profit of today's activity, with the number at a value, is above the goal. */
function profitSurplus(question: Question, value: Ratio): Ratio {
  const { compiled, works } = planAt(question, value);
  return subtract(profitOfWork(compiled, works, winsOfWork(compiled, works)), compiled.bridge.goal);
}

/** By how much what the wins of today's activity pay within the period, with the number at a value, is above the goal. */
function earnedSurplus(question: Question, value: Ratio): Ratio {
  const { compiled, works } = planAt(question, value);
  const { bridge } = compiled;
  return subtract(earnedByWork(compiled, works), multiply(amountToWin(bridge), add(ONE, bridge.buffer)));
}

/** One more than there are where no number of wins does. */
function neededWins(bridge: Bridge, wins: Ratio): Ratio {
  const needed = plannedWins(bridge);
  return needed === undefined ? add(wins, ONE) : { num: needed, den: 1 };
}

/** The bridge, and the wins that today's activity brings, with the number at a value. */
function atValue(question: Question, value: Ratio): { readonly bridge: Bridge; readonly wins: Ratio } {
  const { compiled, works } = planAt(question, value);
  return { bridge: compiled.bridge, wins: winsOfWork(compiled, works) };
}

/** The plan and today's activity with the number at a value. */
function planAt(question: Question, value: Ratio): Pick<Question, "compiled" | "works"> {
  const { compiled, path, unknown, works, pins } = question;
  if (unknown.acts === "team" || unknown.acts === "minutes") {
    const scale = unknown.acts === "team" ? teamScale(compiled, path, value) : value;
    return { compiled, works: scaledWork(compiled, works, path, scale) };
  }
  const data = [...pins, { path, to: unknown.write(value) }].reduce<Plan>(withChange, compiled.written);
  return { compiled: compilePlan(data, compiled.minOnTimeShare, keptBy(compiled, path)), works };
}

function answerFor(question: Question, found: Threshold): SolvedFor {
  const { compiled, path, unknown, pins } = question;
  const { limit } = unknown;
  const from = valueAt(compiled.written, path) ?? null;
  const value = found.kind === "value" ? valueFor(question, found.value) : undefined;
  const asked = askedOf(compiled);
  const shared = { path, from, limit, asked };
  if (found.kind !== "value" || value === undefined) {
    const status = found.kind === "any" ? "any" : "none";
    return { status, ...shared, text: saySolvedFor({ status, path, asked }, plainFormat) };
  }
  const to = unknown.write(value);
  const said = { status: "value", path, limit, asked, value: encodeExact(value) } as const;
  return {
    status: "value",
    ...shared,
    value: said.value,
    text: saySolvedFor(said, plainFormat),
    to,
    changes: [...pins, { path, to }],
    chance: chanceAt(question, usedValue(question, found)),
    wins: winsAt(question, found),
  };
}

function valueFor({ compiled, path, unknown }: Question, found: Ratio): Ratio | undefined {
  if (unknown.acts === "minutes") return minutesAtScale(compiled, path, found);
  return unknown.whole ? wholeThreshold(found, unknown.limit) : found;
}

/** The value as it is used: a whole one where only such do. */
function usedValue({ unknown }: Question, found: Extract<Threshold, { kind: "value" }>): Ratio {
  return unknown.whole ? wholeThreshold(found.value, unknown.limit) : found.value;
}

function winsAt(question: Question, found: Extract<Threshold, { kind: "value" }>) {
  const { bridge, wins } = atValue(question, usedValue(question, found));
  return { expected: encodeExact(wins), needed: Number(encodeExact(neededWins(bridge, wins))) };
}

/** Open items with a value of their own count for fewer wins as the deal's value grows: then no single value is the least. */
function refuseOwnValues(plan: Plan, path: Path): void {
  if (path[0] !== "deal" || (path[1] !== "value" && path[1] !== "upsells")) return;
  const own = Object.values(plan.pipeline ?? {}).some(
    (items) =>
      Array.isArray(items) && items.some((item: { readonly value?: unknown }) => item.value !== undefined),
  );
  if (!own) return;
  const expected = "open items without values of their own";
  const advice = "leave their values out while the deal's value is asked for";
  throw new PlanError([issueAt(["pipeline"], plan.pipeline, { code: "pipeline.values", expected, advice })]);
}
