import { validated } from "../schema/validated.js";
import type { PlanParts, StageInput } from "./plan.js";
import type { RateInput } from "./rate.js";
import { listStages, type PlacedStage } from "./stage-list.js";

/** A stage together with where it stands, and a rate of its own. */
interface RatedStage extends PlacedStage {
  readonly rate: RateInput;
}

/** Which stage's rate does a stage have: its own, or that of the one it names in `sameAs`? */
export type RateOwners = (placed: PlacedStage) => RatedStage;

/** Finds the owner of each stage's rate in a plan that was validated. */
export function rateOwners(plan: PlanParts): RateOwners {
  let byName: ReadonlyMap<string, PlacedStage> | undefined;
  return (placed) => {
    const { sameAs } = placed.stage;
    if (sameAs === undefined) return rated(placed);
    byName ??= new Map(listStages(plan).map((each) => [each.stage.stage, each]));
    return rated(byName.get(sameAs), placed.stage);
  };
}

function rated(owner: PlacedStage | undefined, asked?: StageInput): RatedStage {
  const stage = asked ?? owner?.stage;
  const found = validated(owner, "rateOwners", "a validated stage", stage);
  return { ...found, rate: validated(found.stage.rate, "rateOwners", "a validated stage", stage) };
}
