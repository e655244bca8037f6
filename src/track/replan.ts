import { showExact, showRatio } from "../model/display.js";
import { encodeExact } from "../number/exact-string.js";
import { larger, multiply, ONE, ratio, subtract, ZERO, type Ratio } from "../number/ratio.js";
import { valueAt, withChange, type Change } from "../plan/change.js";
import { parseWrittenDay } from "../plan/dates.js";
import type { Path } from "../schema/issue.js";
import { startsFromBase } from "../plan/metric-facts.js";
import type { Plan, PlanInput } from "../plan/plan.js";
import { parseQuantity } from "../schema/quantity.js";
import type { Snapshot } from "../plan/snapshot.js";
import { listChannels } from "../plan/stage-list.js";
import type { Fix } from "../words/fixes.js";
import type { NearestGoal } from "../diagnose/nearest-goal.js";
import type { Solution } from "../solve/answer.js";
import { deepFreeze } from "../solve/freeze.js";
import { compilePlan } from "../model/compile.js";
import type { SolveOptions } from "../model/options.js";
import { canBeMet } from "../solve/can-be-met.js";
import { solveCompiled } from "../solve/solve.js";
import { formatDay } from "../calendar/day.js";
import { readPlan } from "../solve/read-plan.js";
import { prepareDatedPlan, snapshotForPlan, type DatedPrepared } from "./dated.js";
import { leftOfBase, netGrowth } from "./left-of-base.js";
import { pipelineUnderWay } from "./under-way-items.js";
import { countSnapshot, outcomeSoFar, passedShare, type Outcome } from "./observed.js";
import { observedRates, type RateChoice } from "./seen-rates.js";

/** How a plan is made anew. */
export interface ReplanOptions extends SolveOptions {
  /**
   * The rates of the new plan: as `"planned"` (default), as `"seen"` so far where units have had the time to go on, or
   * `{ blend: 20 }`, where the planned rate counts as much as twenty units seen.
   */
  readonly rates?: RateChoice | undefined;
}

/** What was changed in a plan, and why. */
export interface Replanned {
  /** The number that is different. */
  readonly path: Path;
  /** What the old plan says; undefined where it says nothing. */
  readonly from: unknown;
  /** What the new one says. */
  readonly to: unknown;
  /** The change and its reason in a sentence. */
  readonly text: string;
}

/** The plan for the rest of the period. */
export interface Replan<Stage extends string = string, Team extends string = string> {
  /** The snapshot's day. */
  readonly asOf: string;
  /** The plan for what is left of the period. */
  readonly plan: Plan<Stage, Team>;
  /** Everything that differs from the old plan; made one after the other they turn it into the new one. */
  readonly changes: readonly Replanned[];
  /** Its answer. */
  readonly solution: Solution<Stage, Team>;
  /** Where the rest is out of reach: the greatest goal for it, and each single change that would do. */
  readonly nearest: NearestGoal | null;
  /** Each single change that would do; empty where the rest is within reach. */
  readonly fixes: readonly Fix[];
}

/**
 * What must be done from tomorrow on, given what has happened?
 *
 * Makes a new plan from the day after the snapshot to the period's end: the amount less what was achieved net, the base as
 * it is now, the churn that is still to come, open work from the snapshot, the same buffer on what remains. Before the
 * period's first day, with nothing done, it is the old plan. On the period's last day and after it no day of work is left:
 * the answer is then whether the goal is reached.
 *
 * @throws PlanError for a plan or snapshot that is not valid
 *
 * @example
 * ```ts
 * const plan = {
 *   goal: { metric: "customers", amount: 10, period: "2026-01" },
 *   funnel: [{ stage: "demo", rate: "25%" }],
 * } as const;
 * const { solution } = replan(plan, { asOf: "2026-01-16", won: 6 });
 * solution.targets?.wins; // => 4
 * solution.targets?.stages.demo.total; // => 16
 * ```
 */
export function replan<const Stage extends string, const Team extends string = string>(
  plan: PlanInput<Stage, Team>,
  snapshot: Snapshot<NoInfer<Stage>>,
  options: ReplanOptions = {},
): Replan<Stage, Team> {
  const prepared = prepareDatedPlan(plan, options);
  const seen = snapshotForPlan(prepared, snapshot);
  return deepFreeze(replanned(prepared, seen, options)) as unknown as Replan<Stage, Team>;
}

/** The new plan of a plan and a snapshot that were read. */
export function replanned(prepared: DatedPrepared, snapshot: Snapshot, options: ReplanOptions): Replan {
  const { changes, plan } = planOfTheRest(prepared, snapshot, options);
  const solution = solveCompiled(compilePlan(plan, prepared.minOnTimeShare));
  const infeasible = solution.status === "infeasible" ? solution : undefined;
  return {
    asOf: snapshot.asOf,
    plan,
    changes: changes.map(({ path, to, text }) => ({
      path,
      from: valueAt(prepared.plan, path) ?? null,
      to,
      text,
    })),
    solution,
    nearest: infeasible?.nearest ?? null,
    fixes: infeasible?.fixes ?? [],
  };
}

/** Whether the rest of the period can still bring what is missing. */
export function isRestReachable(prepared: DatedPrepared, snapshot: Snapshot): boolean {
  if (parseWrittenDay(snapshot.asOf) >= prepared.period.last) return false;
  return canBeMet(compilePlan(planOfTheRest(prepared, snapshot, {}).plan, prepared.minOnTimeShare));
}

/** The plan for what is left, and everything that differs in it. */
function planOfTheRest(
  prepared: DatedPrepared,
  snapshot: Snapshot,
  options: ReplanOptions,
): { readonly changes: readonly Told[]; readonly plan: Plan } {
  const asOf = parseWrittenDay(snapshot.asOf);
  const outcome = outcomeSoFar(prepared, snapshot);
  const told = [
    ...timeLeft(prepared, asOf),
    ...rampsGoOn(prepared, asOf),
    ...needsLeft(prepared, asOf),
    ...(asOf < prepared.period.first ? [] : amountLeft(prepared, outcome)),
    ...(asOf < prepared.period.first ? [] : leftOfBase(prepared, snapshot, outcome)),
    ...openNow(prepared, snapshot),
    ...listsLeft(prepared, snapshot),
    ...observedRates(prepared, snapshot, outcome, options.rates),
  ];
  const changes = told.filter(({ path, to }) => !isSame(valueAt(prepared.plan, path), to));
  const data = changes.reduce<Plan>((changed, change) => withChange(changed, change), prepared.plan);
  return { changes, plan: readPlan(data) };
}

type Told = Change & { readonly text: string };

function timeLeft({ plan, period }: DatedPrepared, asOf: number): Told[] {
  const from = formatDay(asOf + 1);
  if (asOf + 1 <= period.first) {
    const starts = plan.workFrom === undefined ? period.first : parseWrittenDay(plan.workFrom);
    return starts > asOf ? [] : [{ path: ["workFrom"], to: from, text: `New work starts on ${from}.` }];
  }
  const last = formatDay(period.last);
  if (asOf >= period.last) {
    const text = `The period ends on ${last}: no day of it is left.`;
    return [
      { path: ["goal", "period"], to: { start: last, end: last }, text },
      { path: ["workFrom"], to: from, text },
    ];
  }
  const to = { start: from, end: last };
  return [
    { path: ["goal", "period"], to, text: `What is left of the period begins on ${from}.` },
    ...(plan.workFrom === undefined || parseWrittenDay(plan.workFrom) > asOf
      ? []
      : [{ path: ["workFrom"], to: from, text: `New work starts on ${from}.` }]),
  ];
}

/** A ramp without a day of starting runs from the old plan's first day of work: it does not begin anew. */
function rampsGoOn({ plan, workFrom, period }: DatedPrepared, asOf: number): Told[] {
  const began = workFrom ?? period.first;
  if (asOf < began) return [];
  return Object.entries(plan.teams ?? {}).flatMap(([team, { people }]) =>
    (people ?? []).flatMap(({ name, starts, ramp }, index): Told[] => {
      if (ramp === undefined || starts !== undefined) return [];
      const to = formatDay(began);
      const text = `"${name}" has been coming up to speed since ${to}.`;
      return [{ path: ["teams", team, "people", index, "starts"], to, text }];
    }),
  );
}

/** Work that is due by a date and not known to be done counts as done evenly over the working days up to it. */
function needsLeft({ plan, workDays }: DatedPrepared, asOf: number): Told[] {
  const dates = new Map((plan.tasks ?? []).map(({ name, due: by }) => [name, parseWrittenDay(by)]));
  return (plan.tasks ?? []).flatMap(({ name, minutes, due: by, after }, index): Told[] => {
    const waits = (after === undefined ? undefined : dates.get(after)) ?? -Infinity;
    const from = waits < parseWrittenDay(by) ? waits : -Infinity;
    const days = workDays.filter((day) => day > from && day <= parseWrittenDay(by));
    const left = days.filter((day) => day > asOf).length;
    if (left === 0 || left === days.length) return [];
    const to = encodeExact(multiply(parseQuantity(minutes), ratio(left, days.length)));
    const text = `Of "${name}", ${showExact(to)} minutes are left, taking it as done evenly up to ${by}.`;
    return [{ path: ["tasks", index, "minutes"], to, text }];
  });
}

/** Metrics that start from the base keep their amount: the base has moved instead. */
function amountLeft(prepared: DatedPrepared, outcome: Outcome): Told[] {
  const { plan, bridge } = prepared;
  if (startsFromBase(plan.goal.metric)) return [];
  const achieved = netGrowth(prepared, outcome);
  const to = encodeExact(larger(ZERO, subtract(bridge.goal, achieved)));
  const text = `Of ${showRatio(bridge.goal)}, ${showRatio(achieved)} is achieved.`;
  return [{ path: ["goal", "amount"], to, text }];
}

/** Open work is what the snapshot says; where it says nothing, what dated entries and the old open work have become. */
function openNow(prepared: DatedPrepared, snapshot: Snapshot): Told[] {
  const { plan } = prepared;
  if (snapshot.pipeline !== undefined)
    return [{ path: ["pipeline"], to: snapshot.pipeline, text: "Open work is what is open now." }];
  if (snapshot.entered === undefined && snapshot.won === undefined) return [];
  const to = pipelineUnderWay(prepared, snapshot);
  if (to === undefined && plan.pipeline === undefined) return [];
  const text =
    to === undefined
      ? "What was open before has gone its way; the snapshot says nothing of open work."
      : "Open work is what is under way of what was entered with its day, and of what was open before.";
  return [{ path: ["pipeline"], to, text }];
}

/** Lists that end get shorter by what was taken from them; channels have the rest of their units to bring. */
function listsLeft(prepared: DatedPrepared, snapshot: Snapshot): Told[] {
  const lists = prepared.flow.flatMap(({ name, path, written }): Told[] => {
    const taken = countSnapshot(snapshot.entered, name)?.total;
    if (written.available === undefined || taken === undefined) return [];
    const to = encodeExact(larger(ZERO, subtract(parseQuantity(written.available), taken)));
    return [{ path: [...path, "available"], to, text: `${to} of the units for "${name}" are left.` }];
  });
  const passed = passedShare(prepared, parseWrittenDay(snapshot.asOf));
  const channels = listChannels(prepared.plan).flatMap(({ channel, path }): Told[] => {
    if (channel.units === undefined || passed.num === 0) return [];
    const left: Ratio = multiply(parseQuantity(channel.units), subtract(ONE, passed));
    const text = `"${channel.channel}" brings the rest of its units in the days that are left.`;
    return [{ path: [...path, "units"], to: encodeExact(left), text }];
  });
  return [...lists, ...channels];
}

function isSame(one: unknown, other: unknown): boolean {
  if (one === undefined || other === undefined) return one === other;
  const plain = (value: unknown): string =>
    typeof value === "number" || typeof value === "string"
      ? (exactText(value) ?? JSON.stringify(value))
      : JSON.stringify(value);
  return plain(one) === plain(other);
}

/** The same quantity may be written in several ways; dates and words are no quantities. */
function exactText(value: number | string): string | undefined {
  try {
    return encodeExact(parseQuantity(value));
  } catch {
    return undefined;
  }
}
