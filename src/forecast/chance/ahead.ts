import type { Day } from "../../calendar/day.js";
import type { CompiledSnapshot } from "../../model/compile-snapshot.js";
import type { CompiledPlan } from "../../model/compile.js";
import { floor } from "../../number/ceiling.js";
import { at } from "../../number/invariant.js";
import { nearestNumber } from "../../number/nearest-number.js";
import {
  divide,
  equal,
  isZero,
  multiply,
  ONE,
  ratio,
  subtract,
  ZERO,
  type Ratio,
} from "../../number/ratio.js";
import { readAmountInputs, type AmountInputs } from "../../solve/chance/amount-inputs.js";
import { ratesBehind, winsThrough } from "../../solve/chance/chance-rates.js";
import { passedStages, type PassedStage } from "../../solve/chance/loops.js";
import { fewerValues, usualValues, type LikelyValue } from "../../solve/chance/win-value.js";
import type { Outlook } from "../outlook.js";
import { countWonSoFar } from "../so-far.js";
import { withDecided, type DecidedUnits } from "./decided.js";
import { landingsOf, type Landings } from "./landings.js";
import { unitsThatMayWin, type MayWin } from "./may-win.js";
import { spreadAhead } from "./spread-ahead.js";
import type { Odds, UnitsAhead } from "./units-ahead.js";
import { undecidedShare } from "../../chance/undecided.js";

/** Everything that decides what will have been won by any day, read once out of an outlook. */
export interface Ahead {
  readonly outlook: Outlook;
  readonly amount: AmountInputs;
  /** What a win without a value of its own brings. */
  readonly usual: readonly LikelyValue[];
  readonly units: readonly MayWin[];
  readonly odds: Omit<Odds, "spread">;
  readonly landingsBy: (last: Day) => Landings;
}

/** Reads an outlook for questions about what is won by a day; `decided` units say more of uncertain rates. */
export function readAhead(outlook: Outlook, decided: DecidedUnits): Ahead {
  const { compiled, from } = outlook;
  const { flow, calendar, period } = compiled;
  const amount = readAmountInputs(compiled);
  const units = unitsThatMayWin(outlook);
  const landingsBy = landingsOf(flow, calendar, { from, first: Math.max(period.first, from) });
  const passed = passedStages(flow);
  const places = passed.map(({ next }) => ({ next: next < 0 ? null : next }));
  const expected = expectedBy(passed, units, landingsBy(period.last), period.last);
  const { rates, shared } = withDecided(ratesBehind(passed, winsThrough(places, expected)), decided);
  const wins = expected.reduce((all, { count, chance }) => all + count * chance, 0);
  return {
    outlook,
    amount,
    usual: fewerValues(usualValues(amount), wins),
    units,
    odds: { stages: places.map(({ next }, index) => ({ next, rate: at(rates, index) })), shared },
    landingsBy,
  };
}

/** Wins by a day, by the rates of the plan. */
function expectedBy(
  passed: readonly PassedStage[],
  units: readonly MayWin[],
  landings: Landings,
  last: Day,
): readonly { readonly place: number; readonly count: number; readonly chance: number }[] {
  return units.map((each) => {
    const { stage, count } = each;
    const { rate, winsPerUnit } = at(passed, stage);
    const left = undecidedShare(nearestNumber(rate), each);
    const share = landingBy(each, landings, last) * nearestNumber(winsPerUnit);
    return { place: stage, count, chance: left > 0 ? share / left : 0 };
  });
}

/** Of those that go on, the share that still does, and is won by the day if it passes all later stages. */
export function landingBy({ enters }: MayWin, landings: Landings, last: Day): number {
  let landing = 0;
  for (const { to, day, share } of enters) if (day <= last) landing += share * landings(to, day);
  return landing;
}

/** What may be won by a day, and by which odds. */
export function unitsBy(
  ahead: Ahead,
  last: Day,
): { readonly units: readonly UnitsAhead[]; readonly odds: Odds } {
  const landings = ahead.landingsBy(last);
  const units = ahead.units.flatMap((each): UnitsAhead[] => {
    const { stage, count, worth, converted, lost } = each;
    const landing = landingBy(each, landings, last);
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
export function wonBy(
  {
    outlook: { compiled, snapshot },
  }: { readonly outlook: { readonly compiled: CompiledPlan; readonly snapshot: CompiledSnapshot } },
  last: Day,
): WonAlready {
  const { count, worth } = countWonSoFar(compiled, snapshot, last);
  if (equal(compiled.bridge.keep, ONE) || isZero(count))
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
