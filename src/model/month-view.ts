import { at } from "../number/invariant.js";
import type { Plan } from "../plan/plan.js";
import type { CompiledPlan } from "./compile.js";

/** The plan as if one month of it were all: its goal, its base and its windows; teams and what is open stay as they are. */
export function monthView(compiled: CompiledPlan, month: number): CompiledPlan {
  const { plan, base, bridge, flow, winWindow, openWins, first, last } = at(compiled.months, month);
  return {
    ...compiled,
    ...{ plan, base, bridge, flow, winWindow },
    // A month of a plan that was read needs no reading.
    written: plan as Plan,
    period: { kind: "dated", first, last },
    pipelineWins: { ...compiled.pipelineWins, wins: openWins },
    months: [],
    partEnds: [],
  };
}
