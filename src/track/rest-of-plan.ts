import { eachGoal, goalAt } from "../model/chosen-goal.js";
import { fullDays } from "../calendar/working-days.js";
import { formatDay } from "../calendar/day.js";
import type { CompiledSnapshot } from "../model/compile-snapshot.js";
import type { DatedPlan } from "../model/compile.js";
import { encodeExact } from "../number/exact-string.js";
import { divide, larger, multiply, ONE, subtract, ZERO } from "../number/ratio.js";
import { valueAt, withChange } from "../plan/change.js";
import { startsFromBase } from "../plan/metric-facts.js";
import type { Plan } from "../plan/plan.js";
import { firstOfEach } from "../schema/first-of-each.js";
import { tryQuantity } from "../schema/quantity.js";
import { parsePlan } from "../plan/parse.js";
import { leftOfBase, netGrowth } from "./left-of-base.js";
import { leftOfCosts } from "./left-of-costs.js";
import { observedRates, type RateChoice } from "./observed-rates.js";
import { outcomeSoFar, passedShare, type Outcome } from "./observed.js";
import { pipelineUnderWay } from "./pipeline-under-way.js";
import { monthsLeft, profileLeft } from "./profile-left.js";
import type { RestChange } from "./rest-change.js";

/** The plan for what is left of the period. */
interface RestOfPlan {
  readonly plan: Plan;
  /** Everything that differs from the old plan; made one after the other they turn it into the new one. */
  readonly changes: readonly RestChange[];
}

/** Makes the plan for the rest of the period out of what is left of each part of the old one. */
export function restOfPlan(compiled: DatedPlan, seen: CompiledSnapshot, rates?: RateChoice): RestOfPlan {
  const outcome = outcomeSoFar(compiled, seen);
  const hasBegun = seen.asOf >= compiled.period.first;
  const goals = eachGoal(compiled);
  const wanted = [
    ...timeLeft(compiled, seen),
    ...rampsGoOn(compiled, seen),
    ...tasksLeft(compiled, seen),
    ...(hasBegun ? goals.flatMap((goal) => amountLeft(goal, outcomeSoFar(goal, seen))) : []),
    ...(hasBegun ? [...monthsLeft(compiled, seen), ...profileLeft(compiled, seen, outcome)] : []),
    ...(hasBegun
      ? // What changes alike for several goals changes once.
        firstOfEach(
          goals.flatMap((goal) => leftOfBase(goal, seen, outcomeSoFar(goal, seen))),
          ({ path }) => JSON.stringify(path),
        )
      : []),
    ...leftOfCosts(compiled, seen),
    ...pipelineNow(compiled, seen),
    ...listsLeft(compiled, seen),
    ...channelsLeft(compiled, seen),
    ...observedRates(compiled, seen, outcome, rates),
  ];
  const changes = wanted.filter(({ path, to }) => !isSame(valueAt(compiled.written, path), to));
  const data = changes.reduce<Plan>((changed, change) => withChange(changed, change), compiled.written);
  return { changes, plan: parsePlan(data) };
}

function timeLeft(compiled: DatedPlan, { asOf }: CompiledSnapshot): RestChange[] {
  const { plan, period, workFrom } = compiled;
  const next = formatDay(asOf + 1);
  const starts: RestChange = { path: ["workFrom"], to: next, reason: { code: "work-starts", on: next } };
  if (asOf + 1 <= period.first) return (workFrom ?? period.first) > asOf ? [] : [starts];
  const last = formatDay(period.last);
  if (asOf >= period.last) {
    const reason = { code: "period-over", on: last } as const;
    return [
      { path: goalAt(compiled, "period"), to: { start: last, end: last }, reason },
      { path: ["workFrom"], to: next, reason },
    ];
  }
  const reason = { code: "rest-begins", on: next } as const;
  const hasStarted = plan.workFrom !== undefined && workFrom !== undefined && workFrom <= asOf;
  return [
    { path: goalAt(compiled, "period"), to: { start: next, end: last }, reason },
    ...(hasStarted ? [starts] : []),
  ];
}

/** A ramp without a day of starting runs from the old plan's first day of work: it does not begin again. */
function rampsGoOn({ plan, workFrom, period }: DatedPlan, { asOf }: CompiledSnapshot): RestChange[] {
  const began = workFrom ?? period.first;
  if (asOf < began) return [];
  const since = formatDay(began);
  return Object.entries(plan.teams ?? {}).flatMap(([team, { people = [] }]) =>
    people.flatMap(({ name, starts, ramp }, index): RestChange[] => {
      if (ramp === undefined || starts !== undefined) return [];
      const reason = { code: "ramp-goes-on", person: name, since } as const;
      return [{ path: ["teams", team, "people", index, "starts"], to: since, reason }];
    }),
  );
}

/** Work that is due by a date and not known to be done counts as done evenly over the working days up to it. */
function tasksLeft({ tasks, workDays, calendar }: DatedPlan, { asOf }: CompiledSnapshot): RestChange[] {
  const dates = new Map(tasks.map(({ name, due }) => [name, due]));
  return tasks.flatMap(({ name, path, minutes, due, dueText, after }): RestChange[] => {
    const waits = after === undefined ? undefined : dates.get(after);
    const from = waits === undefined || waits >= due ? -Infinity : waits;
    const days = workDays.filter((day) => day > from && day <= due);
    const left = days.filter((day) => day > asOf);
    if (left.length === 0 || left.length === days.length) return [];
    const share = divide(fullDays(calendar, left), fullDays(calendar, days));
    const to = encodeExact(multiply(minutes, share));
    const reason = { code: "task-left", task: name, minutes: to, due: dueText } as const;
    return [{ path: [...path, "minutes"], to, reason }];
  });
}

/** Metrics that start from the base keep their amount: the base has moved instead. */
function amountLeft(compiled: DatedPlan, outcome: Outcome): RestChange[] {
  const { bridge, plan } = compiled;
  const { metric } = plan.goal;
  if (startsFromBase(metric)) return [];
  const achieved = netGrowth(compiled, outcome);
  const figures = { metric, goal: encodeExact(bridge.goal), achieved: encodeExact(achieved) };
  const to = encodeExact(larger(ZERO, subtract(bridge.goal, achieved)));
  const named = compiled.written.goals === undefined ? {} : { of: metric };
  return [{ path: goalAt(compiled, "amount"), to, reason: { code: "amount-left", ...figures, ...named } }];
}

/** The pipeline is what the snapshot says; where it says nothing, what dated entries and the old pipeline have become. */
function pipelineNow(compiled: DatedPlan, seen: CompiledSnapshot): RestChange[] {
  const { pipeline, entered, won } = seen.snapshot;
  const path = ["pipeline"];
  if (pipeline !== undefined) return [{ path, to: pipeline, reason: { code: "pipeline-now" } }];
  if (entered === undefined && won === undefined) return [];
  const to = pipelineUnderWay(compiled, seen);
  if (to === undefined && compiled.plan.pipeline === undefined) return [];
  return [{ path, to, reason: { code: to === undefined ? "pipeline-gone" : "pipeline-under-way" } }];
}

/** Lists that end get shorter by what was taken from them. */
function listsLeft({ flow }: DatedPlan, { entered }: CompiledSnapshot): RestChange[] {
  return flow.flatMap(({ name, path, available }): RestChange[] => {
    const taken = entered.get(name)?.total;
    if (available === undefined || taken === undefined) return [];
    const to = encodeExact(larger(ZERO, subtract(available, taken)));
    const reason = { code: "list-left", stage: name, left: to } as const;
    return [{ path: [...path, "available"], to, reason }];
  });
}

/** Channels with fixed units have the rest of them to bring. */
function channelsLeft(compiled: DatedPlan, { asOf }: CompiledSnapshot): RestChange[] {
  const passed = passedShare(compiled, asOf);
  if (passed.num === 0) return [];
  const channels = compiled.flow.flatMap(({ feeders }) => feeders);
  return channels.flatMap(({ name, path, units }): RestChange[] => {
    if (units === null) return [];
    const to = encodeExact(multiply(units, subtract(ONE, passed)));
    return [{ path: [...path, "units"], to, reason: { code: "channel-left", channel: name } }];
  });
}

function isSame(one: unknown, other: unknown): boolean {
  if (one === undefined || other === undefined) return one === other;
  return plainText(one) === plainText(other);
}

/** The same quantity may be written in several ways; dates and words are no quantities. */
function plainText(value: unknown): string {
  const quantity = tryQuantity(value);
  return quantity === undefined ? JSON.stringify(value) : encodeExact(quantity);
}
