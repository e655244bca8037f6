import { amountToWin, exactWins, wholeWins, type Bridge } from "../model/bridge.js";
import { plainFormat } from "../format/format.js";
import { floor } from "../number/ceiling.js";
import { encodeExact, type ExactString } from "../number/exact-string.js";
import { add, multiply, ONE, subtract, type Ratio } from "../number/ratio.js";
import { valueAt, withChange, type Change } from "../plan/change.js";
import { issueAt, type Path } from "../schema/issue.js";
import type { Plan, PlanInput } from "../plan/plan.js";
import { PlanError } from "../schema/plan-error.js";
import { deepFreeze } from "../solve/freeze.js";
import { parseMinOnTimeShare, prepare, type Prepared, type SolveOptions } from "../schedule/prepared.js";
import { workGiven, type ActivityGiven } from "./activity-given.js";
import { parseSolvablePlan } from "./honoured-plan.js";
import { pinnedChurn } from "./pinned-churn.js";
import { minutesAtScale, scaledWork, teamScale } from "./scaled-work.js";
import { solvableAt, type Solvable } from "./solvable.js";
import { threshold, wholeThreshold, type Threshold } from "./threshold.js";
import { saySolvedFor } from "../words/solved-for.js";
import { winsOfWork } from "./wins-of-work.js";

/** The value that one number must have, or why there is none. */
export type SolvedFor = {
  /** The number that was asked for. */
  readonly path: Path;
  /** What the plan says now. */
  readonly from: unknown;
  /** Whether the value is the least that does (a number that helps) or the greatest (one that hurts). */
  readonly limit: "least" | "greatest";
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
 * for. It can be asked for rates, the deal's value, margin and upsells (what a churned customer is worth stays as it is
 * now), the goal's amount, the buffer, churn and the other movements of the base, and a team's size and minutes (work is
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
  plan: PlanInput<Stage, Team>,
  path: Path,
  given: ActivityGiven<NoInfer<Stage>>,
  options?: SolveOptions,
): SolvedFor {
  const read = parseSolvablePlan(plan);
  const solvable = solvableAt(read, path);
  refuseOwnValues(read, path);
  const question: Question = {
    plan: read,
    path,
    solvable,
    given,
    minOnTimeShare: parseMinOnTimeShare(options),
    pins: pinsFor(read, path),
  };
  // Minutes act in inverse proportion: the least scale of the work is the greatest number of minutes.
  const search = solvable.acts === "minutes" ? { limit: "least" as const, most: undefined } : solvable;
  const found = threshold((value) => surplusAt(question, value), search);
  return deepFreeze(answerFor(question, found));
}

interface Question {
  readonly plan: Plan;
  readonly path: Path;
  readonly solvable: Solvable;
  readonly given: ActivityGiven;
  readonly minOnTimeShare: Ratio;
  readonly pins: readonly Change[];
}

function pinsFor(plan: Plan, path: Path): readonly Change[] {
  return path[0] === "deal" ? pinnedChurn(plan) : [];
}

/** Above 0 where the goal is more than reached. Wins are compared where they move, else what must be won. */
function surplusAt(question: Question, value: Ratio): Ratio {
  const { prepared, wins } = atValue(question, value);
  const { bridge } = prepared;
  if (question.solvable.acts !== "amount") return subtract(wins, neededWins(bridge, wins));
  // Whole wins to go for are enough exactly when the wins before rounding up are not above the whole wins there are.
  const enough: Ratio = { num: floor(wins), den: 1 };
  const brought = multiply(enough, multiply(bridge.worth, bridge.keep));
  return subtract(brought, multiply(amountToWin(bridge), add(ONE, bridge.buffer)));
}

/** One more than there are where no number of wins does. */
function neededWins(bridge: Bridge, wins: Ratio): Ratio {
  const exact = exactWins(bridge);
  return exact === undefined ? add(wins, ONE) : { num: wholeWins(bridge, exact), den: 1 };
}

function atValue(question: Question, value: Ratio): { prepared: Prepared; wins: Ratio } {
  const { plan, path, solvable, given, minOnTimeShare, pins } = question;
  const teams = solvable.acts === "team" || solvable.acts === "minutes";
  const data = teams ? plan : [...pins, { path, to: solvable.write(value) }].reduce<Plan>(withChange, plan);
  const prepared = prepare(data, minOnTimeShare);
  const works = workGiven(prepared, given);
  const scale = solvable.acts === "team" ? teamScale(plan, path, value) : value;
  return { prepared, wins: winsOfWork(prepared, teams ? scaledWork(prepared, works, path, scale) : works) };
}

function answerFor(question: Question, found: Threshold): SolvedFor {
  const { plan, path, solvable, pins } = question;
  const { limit } = solvable;
  const from = valueAt(plan, path) ?? null;
  const value = found.kind === "value" ? valueFor(question, found.value) : undefined;
  if (found.kind === "any") {
    return { status: "any", path, from, limit, text: saySolvedFor({ status: "any", path }, plainFormat) };
  }
  if (found.kind !== "value" || value === undefined) {
    return { status: "none", path, from, limit, text: saySolvedFor({ status: "none", path }, plainFormat) };
  }
  const to = solvable.write(value);
  const said = { status: "value", path, limit, value: encodeExact(value) } as const;
  return {
    status: "value",
    path,
    from,
    limit,
    value: said.value,
    text: saySolvedFor(said, plainFormat),
    to,
    changes: [...pins, { path, to }],
    wins: winsAt(question, found),
  };
}

function valueFor({ plan, path, solvable }: Question, found: Ratio): Ratio | undefined {
  if (solvable.acts === "minutes") return minutesAtScale(plan, path, found);
  return solvable.whole ? wholeThreshold(found, solvable.limit) : found;
}

function winsAt(question: Question, found: Extract<Threshold, { kind: "value" }>) {
  const { solvable } = question;
  const at = solvable.whole ? wholeThreshold(found.value, solvable.limit) : found.value;
  const { prepared, wins } = atValue(question, at);
  return { expected: encodeExact(wins), needed: Number(encodeExact(neededWins(prepared.bridge, wins))) };
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
