import { sumOfParts } from "../model/base-movement.js";
import type { CompiledPlan } from "../model/compile.js";
import { unitsBrought } from "../model/flow.js";
import { costOfStarted } from "../model/level-costs.js";
import { computeNeeds } from "../model/needs.js";
import { at } from "../number/invariant.js";
import { add, multiply, subtract, sum, ZERO, type Ratio } from "../number/ratio.js";

/** Units that are started at a stage, in all. */
interface StartedUnits {
  readonly stage: number;
  readonly amount: Ratio;
}

/** The profit of so many wins when this work is done: all that it causes is paid, and what is paid whatever is won. */
export function profitOfWork(compiled: CompiledPlan, works: readonly StartedUnits[], wins: Ratio): Ratio {
  return subtract(multiply(wins, compiled.deal.worth), paidForWork(compiled, works, wins));
}

/** What a profit takes off for this work, without what must be left: repeat business helps. */
export function paidForWork(compiled: CompiledPlan, works: readonly StartedUnits[], wins: Ratio): Ratio {
  const { base, bridge, pipelineWins } = compiled;
  const fixed = bridge.parts.filter(({ item }) => item === "fixed costs");
  const cost = costOfStarted({ ...compiled, openWins: pipelineWins.wins }, startedBy(compiled, works), wins);
  return sum([sumOfParts(base.parts), sumOfParts(fixed), cost]);
}

/** What starts at each stage, by its index: the work, and what channels with fixed units bring. */
function startedBy({ flow }: CompiledPlan, works: readonly StartedUnits[]): readonly Ratio[] {
  const { entries } = computeNeeds(flow, ZERO);
  return flow.map((stage) => {
    if (stage.inUnitsChannel) return at(entries, stage.index);
    const own = works.filter((work) => work.stage === stage.index).map(({ amount }) => amount);
    return add(unitsBrought(stage), sum(own));
  });
}
