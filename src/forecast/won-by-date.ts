import type { Day } from "../calendar/day.js";
import { asAverageWins } from "../model/earned-wins.js";
import { axisLength } from "../model/mover.js";
import { at } from "../number/invariant.js";
import { add, subtract, ZERO, type Ratio } from "../number/ratio.js";
import { cumulative } from "./cumulative.js";
import type { Outlook } from "./outlook.js";
import { countWonSoFar } from "./so-far.js";

type Inflows = Outlook["work"]["wins"];

/** What has come by a day since the period's first day; what comes before it is not the goal's. */
export function sinceStart({ axis, compiled: { period } }: Outlook, inflows: Inflows): (day: Day) => Ratio {
  const totals = cumulative(inflows, axisLength(axis));
  const before = period.first === axis.first ? ZERO : at(totals, period.first - axis.first - 1);
  return (day) => (day < period.first ? ZERO : subtract(at(totals, day - axis.first), before));
}

/** Wins by day as what they are worth in average ones. */
export function averageWins({ compiled, axis }: Outlook, inflows: Inflows): Inflows {
  return asAverageWins(compiled, axis, inflows);
}

/** Wins of the period by the end of a day, those so far and those that are expected, as what they are worth in average ones. */
export function averageWinsBy(outlook: Outlook): (day: Day) => Ratio {
  const { compiled, snapshot, work, valued } = outlook;
  const worths = sinceStart(outlook, averageWins(outlook, [...work.wins, ...valued.wins]));
  return (day) => add(countWonSoFar(compiled, snapshot, day).worth, worths(day));
}
