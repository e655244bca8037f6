import { planInAnswer } from "../model/chosen-goal.js";
import { encodeExact } from "../number/exact-string.js";
import { add, divide, isZero, larger, multiply, subtract, sum, ZERO, type Ratio } from "../number/ratio.js";
import { at } from "../number/invariant.js";
import { paidBridge, plannedWins } from "../model/bridge.js";
import { computePipelineWins, type PipelineWins } from "../model/pipeline-wins.js";
import { axisLength } from "../model/mover.js";
import { compileTime, computeLandings } from "../model/stage-time.js";
import { collectAssumptions } from "../solve/assumptions.js";
import { formatDay, type Day } from "../calendar/day.js";
import type { Forecast, ForecastOn, StageForecast } from "./answer.js";
import { collectForecastAssumptions } from "./assumptions.js";
import { cumulative } from "./cumulative.js";
import { computePipelineHealth } from "./health.js";
import { amountOn, churnedAmount } from "./metric-by-date.js";
import { goalsAhead } from "./goals-ahead.js";
import type { Outlook } from "./outlook.js";
import { countWonSoFar } from "./so-far.js";
import { unitsUnderWay } from "./under-way.js";
import { recentDays } from "./pace.js";
import { monthsAhead } from "./months-ahead.js";
import { averageWins, sinceStart } from "./won-by-date.js";

/** Reads the answer out of what moves: wins and the metric by date, entries by stage, the health of what is open. */
export function forecastAnswer(
  outlook: Outlook,
  chance: Forecast["chance"],
  chanceOfGoal?: (outlook: Outlook) => number | null,
): Forecast {
  const { compiled, snapshot, pace, givenPace, from, horizon, pipeline } = outlook;
  const outcomeOn = outcomeByDate(outlook);
  const expected = pipelineWinsFrom(outlook);
  const goals = goalsAhead(outlook, (own) => outcomeByDate(own)(compiled.period.last).amount, chanceOfGoal);
  return {
    ...planInAnswer(compiled),
    snapshot: snapshot.snapshot,
    pace: givenPace,
    paceDays: recentDays({ compiled, entered: snapshot.entered, from }, pace),
    asOf: snapshot.snapshot.asOf,
    horizon: formatDay(horizon),
    stages: stageForecasts(outlook),
    byDate: days(from, horizon).map((day) => encodeOutcome(day, outcomeOn(day))),
    atEnd: atEnd(outlook, outcomeOn),
    ...(goals.length === 0 ? {} : { goals }),
    ...(compiled.months.length === 0 ? {} : { months: monthsAhead(outlook) }),
    afterEnd: afterEnd(outlook),
    chance,
    pipelineHealth: health(outlook, expected),
    assumptions: [
      ...collectAssumptions({ ...compiled, pipeline, pipelineWins: expected }),
      ...collectForecastAssumptions(outlook),
    ],
  };
}

/** What the open work is expected to bring within the period, as it is on the morning from which it goes on. */
function pipelineWinsFrom({ compiled, pipeline, openFrom }: Outlook): PipelineWins {
  const { flow, period, calendar } = compiled;
  const time = compileTime(period, openFrom, calendar);
  const landings = computeLandings(flow, time, period);
  const timed = flow.map((stage) => ({ ...stage, landing: at(landings, stage.index).landing }));
  return computePipelineWins(pipeline, { flow: timed, time, calendar }, openFrom);
}

/** Wins and the metric's amount by a day. */
interface Outcome {
  readonly wins: Ratio;
  readonly amount: Ratio;
}

function encodeOutcome(day: Day, { wins, amount }: Outcome): ForecastOn {
  return { on: formatDay(day), wins: encodeExact(wins), amount: encodeExact(amount) };
}

/** Wins and the metric's amount on a day, cumulatively from the period's first day. */
function outcomeByDate(outlook: Outlook): (day: Day) => Outcome {
  const { compiled, snapshot, work, counted, valued } = outlook;
  const counts = sinceStart(outlook, [...work.wins, ...counted.wins]);
  const isAlike = valued === counted && compiled.earning === undefined;
  const worths = isAlike ? counts : sinceStart(outlook, averageWins(outlook, [...work.wins, ...valued.wins]));
  const churned = churnedAmount(compiled, snapshot);
  return (day) => {
    const won = countWonSoFar(compiled, snapshot, day);
    return {
      wins: add(won.count, counts(day)),
      amount: amountOn(compiled, add(won.worth, worths(day)), day, churned),
    };
  };
}

function atEnd(outlook: Outlook, outcomeOn: (day: Day) => Outcome): Forecast["atEnd"] {
  const { compiled, snapshot, work, counted } = outlook;
  const { period, bridge } = compiled;
  const { wins, amount } = outcomeOn(period.last);
  return {
    wins: encodeExact(wins),
    amount: encodeExact(amount),
    attainment: isZero(bridge.goal) ? null : encodeExact(divide(amount, bridge.goal)),
    from: {
      won: encodeExact(countWonSoFar(compiled, snapshot, period.last).count),
      pipeline: encodeExact(sinceStart(outlook, counted.wins)(period.last)),
      pace: encodeExact(sinceStart(outlook, work.wins)(period.last)),
    },
  };
}

function afterEnd({ compiled, axis, work, counted, valued, everWon }: Outlook): Forecast["afterEnd"] {
  const { period, bridge } = compiled;
  const byEnd = (inflows: Outlook["work"]["wins"]) =>
    at(cumulative(inflows, axisLength(axis)), period.last - axis.first);
  const late = (all: Ratio, open: Outlook["work"]["wins"]) =>
    larger(ZERO, subtract(all, sum([byEnd(work.wins), byEnd(open)])));
  const worth = late(everWon.worth, valued.wins);
  return {
    wins: encodeExact(late(everWon.count, counted.wins)),
    // What is won after the period pays nothing within it.
    amount: encodeExact(compiled.earning === undefined ? multiply(worth, paidBridge(bridge).worth) : ZERO),
  };
}

function health(outlook: Outlook, { overdue }: PipelineWins): Forecast["pipelineHealth"] {
  const { compiled, snapshot, pipeline, counted, valued, axis, stays } = outlook;
  const { bridge, period } = compiled;
  // Where no number of wins meets the goal, none are counted on.
  const wins: Ratio = { num: plannedWins(bridge) ?? 0, den: 1 };
  return computePipelineHealth({
    compiled,
    pipeline,
    underWay: unitsUnderWay(compiled, snapshot, stays),
    overdue,
    wins: counted.wins,
    worth: averageWins(outlook, valued.wins),
    inTime: {
      wins: sinceStart(outlook, counted.wins)(period.last),
      worth: sinceStart(outlook, averageWins(outlook, valued.wins))(period.last),
    },
    axis,
    asOf: snapshot.asOf,
    remaining: larger(ZERO, subtract(wins, countWonSoFar(compiled, snapshot, period.last).worth)),
  });
}

function stageForecasts(outlook: Outlook): Record<string, StageForecast> {
  const { compiled, snapshot, axis, from, horizon, work, counted } = outlook;
  const size = axisLength(axis);
  const entries = compiled.flow.map(({ name, index }): [string, StageForecast] => {
    // A stage that the snapshot does not name has had no entries.
    const soFar = snapshot.entered.get(name)?.total ?? ZERO;
    const totals = cumulative([...at(work.stages, index), ...at(counted.stages, index)], size);
    const asOf = (day: Day) => encodeExact(add(soFar, at(totals, day - axis.first)));
    const byDate = days(from, horizon).map((day) => ({ on: formatDay(day), entries: asOf(day) }));
    return [name, { soFar: encodeExact(soFar), atEnd: asOf(compiled.period.last), byDate }];
  });
  return Object.fromEntries(entries);
}

function days(first: Day, last: Day): Day[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
