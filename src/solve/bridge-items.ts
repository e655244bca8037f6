import { encodeExact } from "../number/exact-string.js";
import { divide, isNegative, isZero, multiply, negate, subtract, type Ratio } from "../number/ratio.js";
import { amountToWin, exactWins, wholeWins, type Bridge } from "../model/bridge.js";
import type { BridgeItem } from "./answer.js";

/**
 * The bridge step by step, from the goal to the whole number of wins: items up to `new customers lost` add up to the
 * exact wins, all of them to the wins to go for. Items of 0 are left out. Empty when no number of wins meets the goal.
 *
 * With the margin of a chance they add up to the expected wins of the work, which need not be whole.
 */
export function buildBridgeItems(bridge: Bridge, margin: Ratio | null = null): readonly BridgeItem[] {
  const exact = exactWins(bridge);
  if (exact === undefined || isZero(bridge.worth)) return [];
  const item = (name: BridgeItem["item"], amount: Ratio) => row(name, amount, divide(amount, bridge.worth));
  const beside = bridge.parts.map((part) => item(part.item, part.amount));
  return [item("goal", bridge.goal), ...beside, ...lostAgain(bridge, exact), ...onTop(bridge, exact, margin)];
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
function onTop(bridge: Bridge, exact: Ratio, margin: Ratio | null): BridgeItem[] {
  const wins = (name: BridgeItem["item"], count: Ratio) =>
    isZero(count) ? [] : [row(name, multiply(count, bridge.worth), count)];
  const passed = isNegative(exact) ? wins("already reached", negate(exact)) : [];
  if (margin !== null) return [...passed, ...wins("chance", margin)];
  if (isNegative(exact)) return passed;
  const buffer = multiply(exact, bridge.buffer);
  const whole = subtract(subtract({ num: wholeWins(bridge, exact), den: 1 }, exact), buffer);
  return [...wins("buffer", buffer), ...wins("whole win", whole)];
}
