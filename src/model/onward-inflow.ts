import { at } from "../number/invariant.js";
import { multiply } from "../number/ratio.js";
import type { FlowStage } from "./flow.js";
import type { Inflow, Inflows } from "./inflow.js";
import { mergedInflows } from "./merged-inflow.js";
import type { Mover } from "./mover.js";
import type { MovingStage } from "./stage-time.js";

/** A funnel, and how time moves units through it; without time everything happens on the same day. */
export interface Moving {
  readonly flow: readonly MovingStage[];
  readonly time: { readonly mover: Mover } | undefined;
}

/** Whether units of a stage stay where they are, because what they become is counted elsewhere. */
export type Stays = (stage: FlowStage) => boolean;

/** Units in channels that bring a fixed number: the number says already what they become. */
export const inUnitsChannels: Stays = ({ inUnitsChannel }) => inUnitsChannel;

/** Moves what starts at each stage on through the later ones; `stays` names stages whose units do not go on. */
export function movedOn(model: Moving, started: readonly (readonly Inflow[])[], stays: Stays): Inflows {
  const stages: (readonly Inflow[])[] = [...started];
  let wins: readonly Inflow[] = [];
  for (const stage of model.flow) {
    const here = mergedInflows(at(stages, stage.index)).map((inflow) => entered(model, inflow, stage));
    stages[stage.index] = here;
    if (stays(stage)) continue;
    const on = here.map((inflow) => goneOn(model, inflow, stage));
    if (stage.next < 0) wins = on;
    else stages[stage.next] = [...at(stages, stage.next), ...on];
  }
  return { stages, wins };
}

/** What arrives enters, and those that come back enter again. */
function entered({ time }: Moving, inflow: Inflow, { entriesEach, againLag }: MovingStage): Inflow {
  if (entriesEach.num === entriesEach.den) return inflow;
  const amount = multiply(inflow.amount, entriesEach);
  if (time === undefined || inflow.series === undefined || againLag === undefined)
    return { ...inflow, amount };
  return { ...inflow, amount, series: time.mover.forward(inflow.series, againLag) };
}

/** What becomes of units: the share that goes on, later. */
export function goneOn({ time }: Moving, inflow: Inflow, stage: Pick<MovingStage, "rate" | "lag">): Inflow {
  const amount = multiply(inflow.amount, stage.rate);
  if (time === undefined || inflow.series === undefined) return { ...inflow, amount };
  return { ...inflow, amount, series: time.mover.forward(inflow.series, stage.lag) };
}
