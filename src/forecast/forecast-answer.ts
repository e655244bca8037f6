import { encodeExact } from "../number/exact-string.js";
import { parseQuantity } from "../schema/quantity.js";
import { add, divide, isZero, larger, multiply, subtract, sum, ZERO, type Ratio } from "../number/ratio.js";
import { exactWins, wholeWins } from "../model/bridge.js";
import { computePipelineWins, type PipelineWins } from "../model/pipeline-wins.js";
import { compilePlanTime } from "../model/plan-time.js";
import { collectAssumptions } from "../solve/assumptions.js";
import { formatDay } from "../calendar/day.js";
import type { Forecast, ForecastOn, StageForecast } from "./answer.js";
import { collectForecastAssumptions } from "./assumptions.js";
import { cumulative } from "./cumulative.js";
import { computePipelineHealth } from "./health.js";
import { amountOn, churnedAmount } from "./metric-by-date.js";
import type { Outlook } from "./outlook.js";
import { unitsUnderWay } from "./under-way.js";
import { recentDays } from "./pace.js";
import { churnedSoFar, enteredSoFar, countWonSoFar } from "./so-far.js";

/** Reads the answer out of what moves: wins and the metric by date, entries by stage, the health of what is open. */
export function forecastAnswer(outlook: Outlook): Forecast {
  const { prepared, period, snapshot, pace, from, horizon, pipeline: open, openFrom } = outlook;
  const { flow, calendar } = prepared;
  const at = outcomeByDate(outlook);
  const expected = computePipelineWins(
    open,
    flow,
    compilePlanTime(flow, period, openFrom, calendar),
    openFrom,
    calendar,
  );
  return {
    plan: prepared.plan,
    snapshot,
    pace,
    paceDays: recentDays({ prepared, snapshot, from }, pace),
    asOf: snapshot.asOf,
    horizon: formatDay(horizon),
    stages: stageForecasts(outlook),
    byDate: days(from, horizon).map(at),
    atEnd: atEnd(outlook, at),
    afterEnd: afterEnd(outlook),
    pipelineHealth: health(outlook, expected),
    assumptions: [
      ...collectAssumptions({ ...prepared, pipeline: open, pipelineWins: expected }),
      ...collectForecastAssumptions(outlook),
    ],
  };
}

/** Wins and the metric's amount on a day, cumulatively from the period's first day. */
function outcomeByDate(outlook: Outlook): (day: number) => ForecastOn {
  const { prepared, snapshot, work, counted, valued } = outlook;
  const counts = sinceStart(outlook, [...work.wins, ...counted.wins]);
  const worths = valued === counted ? counts : sinceStart(outlook, [...work.wins, ...valued.wins]);
  const churned = churnedAmount(prepared, churnedSoFar(snapshot));
  return (day) => {
    const won = countWonSoFar(prepared, snapshot, day);
    const amount = amountOn(prepared, add(won.worth, worths(day)), day, churned);
    return {
      on: formatDay(day),
      wins: encodeExact(add(won.count, counts(day))),
      amount: encodeExact(amount),
    };
  };
}

type Inflows = Outlook["work"]["wins"];

/** What has come by a day since the period's first day; what comes before it is not the goal's. */
function sinceStart({ axis, period }: Outlook, inflows: Inflows): (day: number) => Ratio {
  const totals = cumulative(inflows, axis.last - axis.first + 1);
  const before = totals[period.first - axis.first - 1] ?? ZERO;
  return (day) => (day < period.first ? ZERO : subtract(totals[day - axis.first] ?? ZERO, before));
}

function atEnd(outlook: Outlook, at: (day: number) => ForecastOn): Forecast["atEnd"] {
  const { prepared, period, snapshot, work, counted } = outlook;
  const { wins, amount } = at(period.last);
  const { goal } = prepared.bridge;
  return {
    wins,
    amount,
    attainment: isZero(goal) ? null : encodeExact(divide(parseQuantity(amount), goal)),
    from: {
      won: encodeExact(countWonSoFar(prepared, snapshot, period.last).count),
      pipeline: encodeExact(sinceStart(outlook, counted.wins)(period.last)),
      pace: encodeExact(sinceStart(outlook, work.wins)(period.last)),
    },
  };
}

function afterEnd({ prepared, axis, period, work, counted, valued, everWon }: Outlook): Forecast["afterEnd"] {
  const byEnd = (inflows: Inflows) =>
    cumulative(inflows, axis.last - axis.first + 1)[period.last - axis.first] ?? ZERO;
  const late = (all: Ratio, open: Inflows) =>
    larger(ZERO, subtract(all, sum([byEnd(work.wins), byEnd(open)])));
  const worth = late(everWon.worth, valued.wins);
  return {
    wins: encodeExact(late(everWon.count, counted.wins)),
    amount: encodeExact(multiply(worth, prepared.bridge.worth)),
  };
}

function health(outlook: Outlook, { overdue }: PipelineWins): Forecast["pipelineHealth"] {
  const { prepared, period, snapshot, pipeline: open, counted, valued, axis } = outlook;
  const { bridge, plan } = prepared;
  const exact = exactWins(bridge);
  const wins: Ratio = exact === undefined ? ZERO : { num: wholeWins(bridge, exact), den: 1 };
  return computePipelineHealth({
    model: prepared,
    written: snapshot.pipeline ?? plan.pipeline ?? {},
    pipeline: open,
    underWay: unitsUnderWay(prepared, snapshot, outlook.left),
    overdue,
    wins: counted.wins,
    worth: valued.wins,
    inTime: {
      wins: sinceStart(outlook, counted.wins)(period.last),
      worth: sinceStart(outlook, valued.wins)(period.last),
    },
    axis,
    asOf: outlook.from - 1,
    remaining: larger(ZERO, subtract(wins, countWonSoFar(prepared, snapshot, period.last).worth)),
  });
}

function stageForecasts(outlook: Outlook): Record<string, StageForecast> {
  const { prepared, period, snapshot, axis, from, horizon, work, counted } = outlook;
  const size = axis.last - axis.first + 1;
  const entries = prepared.flow.map(({ name }, index): [string, StageForecast] => {
    const soFar = enteredSoFar(snapshot, name);
    const totals = cumulative([...(work.stages[index] ?? []), ...(counted.stages[index] ?? [])], size);
    const asOf = (day: number) => encodeExact(add(soFar, totals[day - axis.first] ?? ZERO));
    const byDate = days(from, horizon).map((day) => ({ on: formatDay(day), entries: asOf(day) }));
    return [name, { soFar: encodeExact(soFar), atEnd: asOf(period.last), byDate }];
  });
  return Object.fromEntries(entries);
}

function days(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
