import { paidBridge } from "../model/bridge.js";
import type { CompiledSnapshot } from "../model/compile-snapshot.js";
import type { DatedPlan } from "../model/compile.js";
import { encodeExact, type ExactString } from "../number/exact-string.js";
import { at } from "../number/invariant.js";
import { add, isZero, multiply, ONE, subtract, sum, ZERO, type Ratio } from "../number/ratio.js";
import { onDay, type PlannedCourse } from "./course.js";
import { winProducts } from "./gap-products.js";
import { gapSteps } from "./gap-steps.js";
import { countChurn, plannedAmount, shareOf, type Outcome } from "./observed.js";
import { productShares, type Factor } from "./shapley.js";

/** What a part of the gap is due to. */
export type GapLever =
  "effort" | "conversion" | "timing" | "arrival" | "value" | "churn" | "new customers" | "not explained";

/** One part of the gap between what is and what was planned, in wins and in the metric's unit. */
export interface GapPart {
  /** What it is due to. */
  readonly lever: GapLever;
  /** At which stage; null for what belongs to none. */
  readonly stage: string | null;
  /** Its part in wins, below 0 where it costs some. */
  readonly wins: ExactString;
  /** Its part in the metric's unit. */
  readonly amount: ExactString;
}

interface Key {
  readonly lever: GapLever;
  readonly stage: string | null;
}

/** A part before it is written down. */
export interface Part extends Key {
  readonly wins: Ratio;
  readonly amount: Ratio;
}

/** The factors of the amount, path by path: the game that the parts are the Shapley values of. */
interface Game {
  readonly wins: readonly (readonly Factor<Key>[])[];
  readonly amount: readonly (readonly Factor<Key>[])[];
}

/** Takes the outcome so far apart into products of factors that someone can move. */
export function buildGapGame(
  compiled: DatedPlan,
  course: PlannedCourse,
  seen: CompiledSnapshot,
  outcome: Outcome,
): Game {
  const bridge = paidBridge(compiled.bridge);
  const wins = winProducts(gapSteps(compiled, course, seen, outcome.wins));
  // The average worth of wins, in average ones: 1 where none were planned; as planned where there are none.
  const plannedEach =
    shareOf(onDay(course, course.worth, seen.asOf), onDay(course, course.wins, seen.asOf)) ?? ONE;
  const value: Factor<Key> = {
    key: { lever: "value", stage: null },
    actual: multiply(bridge.worth, shareOf(outcome.worth, outcome.wins) ?? plannedEach),
    planned: multiply(bridge.worth, plannedEach),
  };
  const kept: Factor<Key> = {
    key: { lever: "new customers", stage: null },
    actual: bridge.keep,
    planned: bridge.keep,
  };
  return { wins, amount: wins.map((product) => [...product, value, kept]) };
}

/**
 * Why is the outcome so far not what was planned? The parts add up to the gap exactly, in wins and in the amount. What the
 * products do not hold (units that entered from nowhere, a metric that was measured otherwise) is `not explained`.
 */
export function gapParts(
  compiled: DatedPlan,
  course: PlannedCourse,
  seen: CompiledSnapshot,
  outcome: Outcome,
): readonly Part[] {
  const { asOf } = seen;
  const game = buildGapGame(compiled, course, seen, outcome);
  const parts = new Map<string, Part>();
  collect(parts, game.wins, "wins");
  collect(parts, game.amount, "amount");
  const lost = subtract(countChurn(compiled, asOf), outcome.churn);
  const churn: Part = { lever: "churn", stage: null, wins: ZERO, amount: lost };
  const explained = [...parts.values(), churn].filter(({ wins, amount }) => !isZero(wins) || !isZero(amount));
  const planned = plannedAmount(compiled, onDay(course, course.worth, asOf), asOf);
  const rest: Part = {
    lever: "not explained",
    stage: null,
    wins: subtract(
      subtract(outcome.wins, onDay(course, course.wins, asOf)),
      sum(explained.map(({ wins }) => wins)),
    ),
    amount: subtract(subtract(outcome.amount, planned), sum(explained.map(({ amount }) => amount))),
  };
  return isZero(rest.wins) && isZero(rest.amount) ? explained : [...explained, rest];
}

function collect(
  parts: Map<string, Part>,
  products: readonly (readonly Factor<Key>[])[],
  unit: "wins" | "amount",
): void {
  for (const factors of products) {
    const shares = productShares(factors);
    factors.forEach(({ key: { lever, stage } }, index) => {
      const name = JSON.stringify([lever, stage]);
      const part = parts.get(name) ?? { lever, stage, wins: ZERO, amount: ZERO };
      parts.set(name, { ...part, [unit]: add(part[unit], at(shares, index)) });
    });
  }
}

/** A part as it is answered. */
export function encodePart({ lever, stage, wins, amount }: Part): GapPart {
  return { lever, stage, wins: encodeExact(wins), amount: encodeExact(amount) };
}
