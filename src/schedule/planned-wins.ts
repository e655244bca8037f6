import { amountToWin, plannedWins, type Bridge } from "../model/bridge.js";
import { sumOfParts } from "../model/base-movement.js";
import { isPastEnough } from "../model/level-costs.js";
import type { CompiledPlan } from "../model/compile.js";
import { compare, multiply, subtract, ZERO, type Ratio, type Whole } from "../number/ratio.js";
import { computeVolumes, type Volumes } from "./volumes.js";
import { computeWholeCosts } from "./whole-costs.js";

/** So many numbers of wins are tried one after the other; after them in strides that double. */
const ONE_BY_ONE = 1000;

/**
 * The wins to go for: whole, with the buffer, and enough; undefined when no number of wins meets the goal.
 *
 * A profit pays for whole units, which cost a little more than their exact parts: it is the least number of wins whose
 * profit, all units rounded up as they are printed, still reaches the goal.
 */
export function winsToGoFor(compiled: CompiledPlan): Whole | undefined {
  const least = plannedWins(compiled.bridge);
  if (least === undefined || typeof least === "bigint" || compiled.plan.goal.metric !== "profit")
    return least;
  if (computeVolumes(compiled, least).blocked.length > 0) return least;
  const flow = { ...compiled, openWins: compiled.pipelineWins.wins };
  const amount = subtract(amountToWin(compiled.bridge), sumOfParts(givenParts(compiled)));
  let stride = 1;
  let wins = least;
  while (compare(profitOf(compiled, wins), compiled.bridge.goal) < 0) {
    if (isPastEnough(flow, compiled.deal.worth, amount, { num: wins, den: 1 })) return undefined;
    wins += stride;
    if (wins - least >= ONE_BY_ONE) stride *= 2;
    if (!Number.isSafeInteger(wins)) return undefined;
  }
  return wins;
}

function givenParts({ bridge }: CompiledPlan): Bridge["parts"] {
  return bridge.parts.filter(({ item }) => item === "given work");
}

/** What the plan's own number of wins asks of each stage; nothing where no number of wins meets the goal. */
export function plannedVolumes(compiled: CompiledPlan): Volumes {
  return computeVolumes(compiled, winsToGoFor(compiled) ?? 0);
}

/** The profit of so many wins when all that they take is done in whole units: what they bring − all that is paid. */
export function profitOf(compiled: CompiledPlan, wins: Whole): Ratio {
  const { deal, base } = compiled;
  const won: Ratio = { num: wins, den: 1 };
  const { all = ZERO } = computeWholeCosts(compiled, computeVolumes(compiled, wins));
  return subtract(subtract(multiply(deal.worth, won), sumOfParts(base.parts)), all);
}
