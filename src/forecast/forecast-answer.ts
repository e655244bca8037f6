import { toExact } from "../number/exact-string.js";
import { quantityOf } from "../schema/quantity.js";
import { add, divide, isZero, larger, multiply, subtract, sum, ZERO, type Ratio } from "../number/ratio.js";
import { exactWins, wholeWins } from "../model/bridge.js";
import { openWins } from "../model/pipeline-wins.js";
import { planTime } from "../model/plan-time.js";
import { assumptionsOf } from "../solve/assumptions.js";
import { formatDay } from "../calendar/day.js";
import type { Forecast, ForecastOn, StageForecast } from "./answer.js";
import { forecastAssumptions } from "./assumptions.js";
import { cumulative } from "./cumulative.js";
import { healthOf } from "./health.js";
import { amountOn, churnedAmount } from "./metric-by-date.js";
import type { Outlook } from "./outlook.js";
import { churnedSoFar, enteredSoFar, wonSoFar } from "./so-far.js";

/** Reads the answer out of what moves: wins and the metric by date, entries by stage, the health of what is open. */
export function forecastAnswer(outlook: Outlook): Forecast {
  const { prepared, snapshot, pace, from, horizon, open } = outlook;
  const at = outcomeByDate(outlook);
  return {
    plan: prepared.plan,
    snapshot,
    pace,
    through: snapshot.through,
    horizon: formatDay(horizon),
    stages: stageForecasts(outlook),
    byDate: days(from, horizon).map(at),
    atEnd: atEnd(outlook, at),
    afterEnd: afterEnd(outlook),
    open: health(outlook),
    assumptions: [...assumptionsOf({ ...prepared, open }), ...forecastAssumptions(outlook)],
  };
}

/** Wins and the metric's amount on a day, cumulatively from the period's first day. */
function outcomeByDate(outlook: Outlook): (day: number) => ForecastOn {
  const { prepared, snapshot, work, counted, valued } = outlook;
  const counts = sinceStart(outlook, [...work.wins, ...counted.wins]);
  const worths = valued === counted ? counts : sinceStart(outlook, [...work.wins, ...valued.wins]);
  const churned = churnedAmount(prepared, churnedSoFar(snapshot));
  return (day) => {
    const won = wonSoFar(prepared, snapshot, day);
    const amount = amountOn(prepared, add(won.worth, worths(day)), day, churned);
    return { on: formatDay(day), wins: toExact(add(won.count, counts(day))), amount: toExact(amount) };
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
    attainment: isZero(goal) ? null : toExact(divide(quantityOf(amount), goal)),
    from: {
      won: toExact(wonSoFar(prepared, snapshot, period.last).count),
      open: toExact(sinceStart(outlook, counted.wins)(period.last)),
      pace: toExact(sinceStart(outlook, work.wins)(period.last)),
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
    wins: toExact(late(everWon.count, counted.wins)),
    amount: toExact(multiply(worth, prepared.bridge.worth)),
  };
}

function health(outlook: Outlook): Forecast["open"] {
  const { prepared, period, snapshot, open, openFrom, valued, axis } = outlook;
  const { bridge, flow, calendar, plan } = prepared;
  const exact = exactWins(bridge);
  const wins: Ratio = exact === undefined ? ZERO : { num: wholeWins(bridge, exact), den: 1 };
  const { overdue } = openWins(open, flow, planTime(flow, period, openFrom, calendar), openFrom, calendar);
  return healthOf({
    model: prepared,
    written: snapshot.open ?? plan.open ?? {},
    open,
    overdue,
    wins: valued.wins,
    inTime: sinceStart(outlook, valued.wins)(period.last),
    axis,
    through: outlook.from - 1,
    stillNeeded: larger(ZERO, subtract(wins, wonSoFar(prepared, snapshot, period.last).worth)),
  });
}

function stageForecasts(outlook: Outlook): Record<string, StageForecast> {
  const { prepared, period, snapshot, axis, from, horizon, work, counted } = outlook;
  const size = axis.last - axis.first + 1;
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
