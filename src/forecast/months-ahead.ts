import { formatDay } from "../calendar/day.js";
import { amountToWin } from "../model/bridge.js";
import type { CompiledMonth, DatedPlan } from "../model/compile.js";
import type { CompiledSnapshot } from "../model/compile-snapshot.js";
import { monthView } from "../model/month-view.js";
import { at } from "../number/invariant.js";
import { encodeExact } from "../number/exact-string.js";
import { add, compare, multiply, subtract, ZERO, type Ratio } from "../number/ratio.js";
import type { ForecastMonth, MonthExpected } from "./answer.js";
import { lookAhead, type Outlook } from "./outlook.js";
import { countWonSoFar } from "./so-far.js";
import { averageWinsBy } from "./won-by-date.js";

/** A month of a goal that holds for each, and what it comes to. */
interface MonthOutcome {
  readonly month: CompiledMonth;
  /** In the metric's unit; undefined where it is not known which wins so far are its own. */
  readonly amount: Ratio | undefined;
}

/**
 * What does each month come to, where the goal holds for each of them?
 *
 * Its amount + what its own wins bring, so far and expected − what it takes, with all that the base does in it. What an earlier
 * month missed or has too much is no other month's. None where the goal holds for the period as a whole.
 */
export function monthOutcomes(outlook: Outlook): readonly MonthOutcome[] {
  const { compiled, snapshot } = outlook;
  if (compiled.months.length === 0) return [];
  const wonBy = averageWinsBy(outlook);
  return compiled.months.map((month, index): MonthOutcome => {
    if (!areWinsKnown(snapshot, month, index)) return { month, amount: undefined };
    const { bridge, first, last } = month;
    const won = subtract(wonBy(last), index === 0 ? ZERO : wonBy(first - 1));
    const brought = multiply(won, multiply(bridge.worth, bridge.keep));
    return { month, amount: add(bridge.goal, subtract(brought, amountToWin(bridge))) };
  });
}

/** What the wins so far of a month bring that stay, in the metric's unit. */
export function broughtIn(compiled: DatedPlan, seen: CompiledSnapshot, index: number): Ratio {
  const { bridge, last } = at(compiled.months, index);
  const { worth } = countWonSoFar(monthView(compiled, index), seen, last);
  return multiply(worth, multiply(bridge.worth, bridge.keep));
}

/** Wins without days are those of the month in which all of them must have come: the first, as long as it lasts. */
export function areWinsKnown(
  { won, asOf }: CompiledSnapshot,
  { first, last }: CompiledMonth,
  index: number,
): boolean {
  const haveDays = won !== undefined && !("num" in won);
  return haveDays || first > asOf || (index === 0 && asOf <= last);
}

/** Does each month that is not over reach its amount, at the pace of an outlook and with the rest done as planned? */
export function monthsAhead(outlook: Outlook): readonly ForecastMonth[] {
  const { asOf } = outlook.snapshot;
  const isPlanned = outlook.pace === "targets";
  const planned = isPlanned
    ? outlook
    : lookAhead({ ...outlook, pace: "targets", givenPace: "targets" }, outlook.volumes);
  const atPace = monthOutcomes(outlook).map(expected);
  const asPlanned = isPlanned ? atPace : monthOutcomes(planned).map(expected);
  return outlook.compiled.months.flatMap(({ name, first, last, bridge }, index): ForecastMonth[] =>
    last <= asOf
      ? []
      : [
          {
            ...{ month: name, start: formatDay(first), end: formatDay(last), goal: encodeExact(bridge.goal) },
            ...{ atPace: atPace[index] ?? null, asPlanned: asPlanned[index] ?? null },
          },
        ],
  );
}

function expected({ month, amount }: MonthOutcome): MonthExpected | null {
  return amount === undefined
    ? null
    : { amount: encodeExact(amount), isReached: compare(amount, month.bridge.goal) >= 0 };
}
