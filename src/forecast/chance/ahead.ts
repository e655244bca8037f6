import type { Beta } from "../../chance/beta-rule.js";
import { floor } from "../../number/ceiling.js";
import { nearestNumber } from "../../number/nearest-number.js";
import { divide, isZero, multiply, ONE, ratio, subtract, ZERO, type Ratio } from "../../number/ratio.js";
import { readAmountInputs, type AmountInputs } from "../../solve/chance/amount-inputs.js";
import { chanceRate } from "../../solve/chance/plan-chance.js";
import type { Outlook } from "../outlook.js";
import { countWonSoFar } from "../so-far.js";
import { usualValues, type LikelyValue } from "./amount-axis.js";
import { landingsOf, type Landings } from "./landings.js";
import { unitsThatMayWin, type MayWin } from "./may-win.js";
import { spreadAhead } from "./spread-ahead.js";
import type { Odds, UnitsAhead } from "./units-ahead.js";

/** Everything that decides what will have been won by any day, read once out of an outlook. */
export interface Ahead {
  readonly outlook: Outlook;
  readonly amount: AmountInputs;
  /** What a win without a value of its own brings. */
  readonly usual: readonly LikelyValue[];
  readonly units: readonly MayWin[];
  readonly odds: Omit<Odds, "spread">;
  readonly landingsBy: (last: number) => Landings;
}

/** Reads an outlook for questions about what is won by a day. */
export function readAhead(outlook: Outlook): Ahead {
  const { compiled, from } = outlook;
  const { flow, calendar, period } = compiled;
  const amount = readAmountInputs(compiled);
  const shared: readonly Beta[] = [];
  const stages = flow.map(({ next, rate, written }) => ({
    next: next < 0 ? null : next,
    rate: chanceRate(written.rate, rate),
  }));
  return {
    outlook,
    amount,
    usual: usualValues(amount),
    units: unitsThatMayWin(outlook),
    odds: { stages, shared },
    landingsBy: landingsOf(flow, calendar, { from, first: Math.max(period.first, from) }),
  };
}

/** What may be won by a day, and by which odds. */
export function unitsBy(
  ahead: Ahead,
  last: number,
): { readonly units: readonly UnitsAhead[]; readonly odds: Odds } {
  const landings = ahead.landingsBy(last);
  const units = ahead.units.flatMap((each): UnitsAhead[] => {
    const { stage, count, worth, converted, lost, to } = each;
    let landing = 0;
    for (const { day, share } of each.enters) if (day <= last) landing += share * landings(to, day);
    return landing > 0 ? [{ stage, count, worth, converted, lost, landing }] : [];
  });
  const { compiled, from } = ahead.outlook;
  return { units, odds: { ...ahead.odds, spread: spreadAhead(compiled, from, last) } };
}

/** Wins of the period so far, of which some may be lost again. */
export interface WonAlready {
  readonly count: Ratio;
  /** What they are worth for sure, in average wins. */
  readonly sure: Ratio;
  /** Whole wins of which each may be lost again, and what each is worth, in average wins. */
  readonly mayLeave: { readonly count: number; readonly worth: Ratio };
}

/** What has been won by a day: for sure, or as far as customers stay. */
export function wonBy({ outlook: { compiled, snapshot } }: Ahead, last: number): WonAlready {
  const { count, worth } = countWonSoFar(compiled, snapshot, last);
  if (equalsOne(compiled.bridge.keep) || isZero(count))
    return { count, sure: worth, mayLeave: { count: 0, worth: ZERO } };
  const each = divide(worth, count);
  const whole = Number(floor(count));
  return {
    count,
    sure: multiply(subtract(count, ratio(whole)), each),
    mayLeave: { count: whole, worth: each },
  };
}

/** The share of the wins that stay. */
export function keptShare({ outlook }: Ahead): number {
  return nearestNumber(outlook.compiled.bridge.keep);
}

function equalsOne({ num, den }: Ratio): boolean {
  return num === ONE.num && den === ONE.den;
}
