import { at } from "../number/invariant.js";
import { divide, isZero, smaller, type Ratio } from "../number/ratio.js";
import { unitsBrought } from "./flow.js";
import { arriving, type FedStage } from "./needs.js";
import type { StageWindow } from "./windows.js";

/** A stage with the window of its work. */
interface StartingStage extends FedStage {
  readonly window: StageWindow;
}

/** The unrounded work of a window of which `need` units land: need ÷ the share that lands; `need` where nothing does. */
export function computeLevelEffort(need: Ratio, window: StageWindow): Ratio {
  return isZero(window.landing) ? need : divide(need, window.landing);
}

/** All units that start at each stage, by its index, given what must enter it: its level work, and what its channels bring. */
export function startedUnits(flow: readonly StartingStage[], entries: readonly Ratio[]): readonly Ratio[] {
  return flow.map((stage) => startedAt(stage, at(entries, stage.index)));
}

/** All units that start at a stage: its level work, the units of its channels, or those of the channel it lies in. */
function startedAt(stage: StartingStage, exact: Ratio): Ratio {
  if (stage.inUnitsChannel) return arriving(stage, exact);
  if (stage.isSource) return computeLevelEffort(exact, stage.window);
  const units = unitsBrought(stage);
  return isZero(stage.unitsLanding)
    ? units
    : smaller(units, divide(arriving(stage, exact), stage.unitsLanding));
}
