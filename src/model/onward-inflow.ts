import { multiply } from "../number/ratio.js";
import { NO_LAG, type LagTable } from "../lag/read-lag.js";
import type { FlowStage } from "./flow.js";
import type { Inflow, Inflows } from "./inflow.js";
import { mergedInflows } from "./merged-inflow.js";
import { stagesOfUnitsChannels } from "./pipeline-wins.js";
import type { Mover } from "./timeline.js";

/** A funnel, and how time moves units through it; without time everything happens on the same day. */
export interface Moving {
  readonly flow: readonly FlowStage[];
  readonly time: { readonly mover: Mover; readonly lags: readonly LagTable[] } | undefined;
}

/** Moves what starts at each stage on through the later ones; `ends` names stages whose units do not go on. */
export function movedOn(
  model: Moving,
  started: readonly (readonly Inflow[])[],
  ends: readonly boolean[] = stagesOfUnitsChannels(model.flow),
): Inflows {
  const stages: (readonly Inflow[])[] = [...started];
  let wins: readonly Inflow[] = [];
  model.flow.forEach((stage, index) => {
    const here = mergedInflows(stages[index] ?? []);
    stages[index] = here;
    if (ends[index] === true) return;
    const on = here.map((inflow) => goneOn(model, inflow, stage, index));
    if (stage.next < 0) wins = on;
    else stages[stage.next] = [...(stages[stage.next] ?? []), ...on];
  });
  return { stages, wins };
}

function goneOn({ time }: Moving, inflow: Inflow, stage: FlowStage, index: number): Inflow {
  const amount = multiply(inflow.amount, stage.rate);
  if (time === undefined || inflow.series === undefined) return { ...inflow, amount };
  return { ...inflow, amount, series: time.mover.forward(inflow.series, time.lags[index] ?? NO_LAG) };
}
