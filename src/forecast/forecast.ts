import { toExact } from "../number/exact.js";
import {
  add,
  divide,
  isZero,
  larger,
  multiply,
  ONE,
  subtract,
  sum,
  ZERO,
  type Ratio,
} from "../number/ratio.js";
import { exactWins, wholeWins } from "../model/bridge.js";
import { movedOn, type Inflow, type Inflows } from "../model/inflow.js";
import type { OpenMoving } from "../model/open-inflow.js";
import { openUnitsOf, type OpenUnits } from "../model/open-work.js";
import { openWins, stagesOfUnitsChannels } from "../model/open-wins.js";
import { planTime } from "../model/plan-time.js";
import { lagsOf, moverFor, type DayAxis } from "../model/timeline.js";
import { dayOf } from "../plan/dates.js";
import { issueAt } from "../plan/issue.js";
import { parsePlan } from "../plan/parse.js";
import { parseSnapshot } from "../plan/parse-snapshot.js";
import { PlanError } from "../plan/plan-error.js";
import type { Period } from "../plan/period.js";
import type { PlanInput } from "../plan/plan.js";
import { quantityOf } from "../plan/quantity.js";
import type { Snapshot } from "../plan/snapshot.js";
import { assumptionsOf } from "../solve/assumptions.js";
import { deepFreeze } from "../solve/freeze.js";
import { refuseUnhonoured } from "../solve/not-yet.js";
import { landsOf, prepare, type Prepared } from "../solve/prepared.js";
import { volumesFor, type Volumes } from "../solve/volumes.js";
import { formatDay } from "../time/day.js";
import type { Forecast, ForecastOn, StageForecast } from "./answer.js";
import { cumulative } from "./cumulative.js";
import { healthOf } from "./health.js";
import { amountOn, lossBeyondPlan } from "./metric-by-date.js";
import { horizonOf, paceOf, type ForecastOptions } from "./options.js";
import { paceInflows, type Pace } from "./pace.js";
import { churnedSoFar, enteredSoFar, wonSoFar } from "./so-far.js";
import { underway } from "./underway.js";

/**
 * What will come of what has been done, if work goes on at a pace?
 *
 * Runs the plan's model forward from the morning after the snapshot: units under way go on by their stages' lags and
 * rates, new work joins at the pace, and wins add up to the metric day by day, also past the period's end. Wins are
 * expected numbers, exact ratios; nothing is rounded.
 *
 * @param snapshot what has happened up to and including `through`; its open work replaces the plan's
 * @throws PlanError for a plan, snapshot or option that is not valid, and for a plan whose period has no dates
 *
 * @example
 * ```ts
 * const outlook = forecast(
 *   { goal: { metric: "customers", amount: 10, period: "2026-Q1" }, funnel: [{ stage: "meeting", rate: "20%", lag: 30 }] },
 *   { through: "2026-01-31", open: { meeting: 20 }, won: 2 },
 *   { pace: { perDay: { meeting: 1 } } },
 * );
 * outlook.atEnd.wins; // => "10"
 * ```
 */
export function forecast<const Stage extends string, const Team extends string = string>(
  plan: PlanInput<Stage, Team>,
  snapshot: Snapshot<NoInfer<Stage>>,
  options: ForecastOptions<NoInfer<Stage>> = {},
): Forecast<Stage> {
  const read = parsePlan(plan);
  refuseUnhonoured(read);
  const prepared = prepare(read, landsOf({ lands: options.lands }));
  const { period } = prepared;
  if (period.kind === "undated") throw new PlanError([undatedIssue(read.goal.period)]);
  const seen: Snapshot = parseSnapshot(snapshot, read as PlanInput<Stage>);
  const outlook = lookAhead(prepared, period, seen, options);
  return deepFreeze(forecastAnswer(outlook));
}

function undatedIssue(period: unknown) {
  const advice = "give the goal a period with dates, such as 2026-Q1";
  return issueAt(["goal", "period"], period, {
    code: "period.undated",
    expected: "a period with dates to forecast over",
    advice,
  });
}

/** Everything that moves between the snapshot and the horizon. */
interface Outlook {
  readonly prepared: Prepared;
  readonly period: Extract<Period, { kind: "dated" }>;
  readonly snapshot: Snapshot;
  readonly axis: DayAxis;
  readonly from: number;
  readonly horizon: number;
  readonly open: readonly OpenUnits[];
  readonly work: Inflows;
  /** Units under way, counted one by one, and counted with what they are worth. */
  readonly counted: Inflows;
  readonly valued: Inflows;
  /** All wins that work up to the period's end will ever bring. */
  readonly everWon: Ratio;
}

function lookAhead(
  prepared: Prepared,
  period: Outlook["period"],
  snapshot: Snapshot,
  options: ForecastOptions,
): Outlook {
  const { flow, calendar, plan } = prepared;
  const from = dayOf(snapshot.through) + 1;
  const horizon = horizonOf(options, from, period.last);
  const axis = { first: Math.min(from, period.first), last: Math.max(horizon, period.last) };
  const lossLags = prepared.time?.lossLags ?? planTime(flow, period, from, calendar).lossLags;
  const moving: OpenMoving = {
    flow,
    time: { mover: moverFor(axis, calendar), lags: lagsOf(flow) },
    calendar,
    workFrom: from,
    lossLags,
  };
  const pace = paceOf(options, flow);
  const left = pace === "targets" ? stagesOfUnitsChannels(flow) : flow.map(() => false);
  const seen =
    snapshot.open === undefined && snapshot.entered === undefined
      ? { ...snapshot, open: plan.open ?? {} }
      : snapshot;
  const open = openUnitsOf(plan, seen.open, flow);
  const started = startedWork(prepared, snapshot, axis, from, pace);
  const counted = underway(moving, seen, open, () => ONE, left);
  const valued = underway(moving, seen, open, ({ worth }) => worth, left);
  const untilEnd = startedWork(prepared, snapshot, { first: axis.first, last: period.last }, from, pace);
  const everWon = sum([
    ...untilEnd.map((inflows, index) => wonOf(prepared, inflows, index, left)),
    ...counted.wins.map(({ amount }) => amount),
  ]);
  return {
    prepared,
    period,
    snapshot,
    axis,
    from,
    horizon,
    open,
    work: movedOn(moving, started, left),
    counted,
    valued,
    everWon,
  };
}

function wonOf(
  { perUnit }: Prepared,
  inflows: readonly Inflow[],
  index: number,
  left: readonly boolean[],
): Ratio {
  return left[index] === true
    ? ZERO
    : multiply(perUnit[index] ?? ZERO, sum(inflows.map(({ amount }) => amount)));
}

function startedWork(prepared: Prepared, snapshot: Snapshot, axis: DayAxis, from: number, pace: Pace) {
  return paceInflows({ prepared, volumes: plannedVolumes(prepared), snapshot, axis, from }, pace);
}

function plannedVolumes(prepared: Prepared): Volumes {
  const exact = exactWins(prepared.bridge);
  return volumesFor(prepared, exact === undefined ? 0 : wholeWins(prepared.bridge, exact));
}

function forecastAnswer(outlook: Outlook): Forecast {
  const { prepared, period, snapshot, axis, from, horizon } = outlook;
  const size = axis.last - axis.first + 1;
  const counts = cumulative([...outlook.work.wins, ...outlook.counted.wins], size);
  const worths = cumulative([...outlook.work.wins, ...outlook.valued.wins], size);
  const won = wonSoFar(prepared, snapshot);
  const before = Math.max(0, period.first - axis.first) - 1;
  const since = (totals: readonly Ratio[], day: number) =>
    subtract(totals[day - axis.first] ?? ZERO, totals[before] ?? ZERO);
  const loss = lossBeyondPlan(prepared, plannedChurn(prepared), churnedSoFar(snapshot));
  const at = (day: number): ForecastOn => {
    const wins = add(won.count, since(counts, day));
    const amount = amountOn(prepared, add(won.worth, since(worths, day)), day, loss);
    return { on: formatDay(day), wins: toExact(wins), amount: toExact(amount) };
  };
  const end = at(period.last);
  const late = larger(ZERO, subtract(outlook.everWon, counts[period.last - axis.first] ?? ZERO));
  const { goal } = prepared.bridge;
  return {
    through: snapshot.through,
    horizon: formatDay(horizon),
    stages: stageForecasts(outlook, size),
    byDate: days(from, horizon).map(at),
    atEnd: {
      wins: end.wins,
      amount: end.amount,
      attainment: isZero(goal)
        ? null
        : toExact(
            divide(amountOn(prepared, add(won.worth, since(worths, period.last)), period.last, loss), goal),
          ),
    },
    afterEnd: { wins: toExact(late), amount: toExact(multiply(late, prepared.bridge.worth)) },
    open: health(outlook, won.worth),
    assumptions: assumptionsOf(prepared),
  };
}

function plannedChurn({ plan }: Prepared): Ratio {
  return quantityOf(plan.churn?.customers ?? 0);
}

function health(outlook: Outlook, won: Ratio) {
  const { prepared, open, from, axis, valued, snapshot } = outlook;
  const exact = exactWins(prepared.bridge);
  const wins: Ratio = exact === undefined ? ZERO : { num: wholeWins(prepared.bridge, exact), den: 1 };
  const time = planTime(prepared.flow, outlook.period, from, prepared.calendar);
  const { overdue } = openWins(open, prepared.flow, time, from, prepared.calendar);
  return healthOf({
    model: prepared,
    open,
    overdue,
    wins: valued.wins,
    first: axis.first,
    last: axis.last,
    through: dayOf(snapshot.through),
    stillNeeded: larger(ZERO, subtract(wins, won)),
  });
}

function stageForecasts(
  { prepared, period, snapshot, axis, from, horizon, work, counted }: Outlook,
  size: number,
): Record<string, StageForecast> {
  const entries = prepared.flow.map(({ name }, index): [string, StageForecast] => {
    const soFar = enteredSoFar(snapshot, name);
    const totals = cumulative([...(work.stages[index] ?? []), ...(counted.stages[index] ?? [])], size);
    const through = (day: number) => toExact(add(soFar, totals[day - axis.first] ?? ZERO));
    const byDate = days(from, horizon).map((day) => ({ on: formatDay(day), entries: through(day) }));
    return [name, { soFar: toExact(soFar), atEnd: through(period.last), byDate }];
  });
  return Object.fromEntries(entries);
}

function days(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
