import { encodeExact } from "../number/exact-string.js";
import {
  divide,
  isNegative,
  isPositive,
  isZero,
  multiply,
  negate,
  subtract,
  ZERO,
  type Ratio,
  type Whole,
} from "../number/ratio.js";
import { amountToWin, exactWins, wholeWins, type Bridge } from "../model/bridge.js";
import type { BridgeItem } from "./answer.js";

/**
 * The bridge step by step, from the goal to the whole number of wins: items up to `new customers lost` add up to the
 * exact wins, all of them to the wins to go for. Items of 0 are left out. Empty when no number of wins meets the goal.
 *
 * @param wins the wins to go for, where whole units ask for more than the whole exact wins
 *
 * With the margin of a chance they add up to the expected wins of the work, which need not be whole.
 */
export function buildBridgeItems(
  bridge: Bridge,
  margin: Ratio | null = null,
  wins?: Whole,
): readonly BridgeItem[] {
  const exact = exactWins(bridge);
  if (exact === undefined || !isPositive(bridge.worth)) return [];
  const item = (name: BridgeItem["item"], amount: Ratio) => row(name, amount, divide(amount, bridge.worth));
  const beside = bridge.parts.map((part) => item(part.item, part.amount));
  return [
    item("goal", bridge.goal),
    ...beside,
    ...lostAgain(bridge, exact),
    ...onTop(bridge, exact, { margin, wins }),
  ];
}

function row(item: BridgeItem["item"], amount: Ratio, wins: Ratio): BridgeItem {
  return { item, amount: encodeExact(amount), wins: encodeExact(wins) };
}

/** New customers that leave again in the period must be won on top: what the exact wins hold beyond the other items. */
function lostAgain(bridge: Bridge, exact: Ratio): BridgeItem[] {
  const wins = subtract(exact, divide(amountToWin(bridge), bridge.worth));
  return isZero(wins) ? [] : [row("new customers lost", multiply(wins, bridge.worth), wins)];
}

/** What is put on top of the exact wins: the margin of a chance as it is, else the buffer and a whole win. */
function onTop(
  bridge: Bridge,
  exact: Ratio,
  { margin, wins: planned }: { readonly margin: Ratio | null; readonly wins: Whole | undefined },
): BridgeItem[] {
  const wins = (name: BridgeItem["item"], count: Ratio) =>
    isZero(count) ? [] : [row(name, multiply(count, bridge.worth), count)];
  const passed = isNegative(exact) ? wins("already reached", negate(exact)) : [];
  if (margin !== null) return [...passed, ...wins("chance", margin)];
  const least: Ratio = { num: wholeWins(bridge, exact), den: 1 };
  const units = planned === undefined ? ZERO : subtract({ num: planned, den: 1 }, least);
  if (isNegative(exact)) return [...passed, ...wins("whole units", units)];
  const buffer = multiply(exact, bridge.buffer);
  const whole = subtract(subtract(least, exact), buffer);
  return [...wins("buffer", buffer), ...wins("whole win", whole), ...wins("whole units", units)];
}
