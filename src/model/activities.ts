import { ONE, type Ratio } from "../number/ratio.js";
import type { ActivityInput, DealInput, StageInput } from "../plan/plan.js";
import type { Path } from "../schema/issue.js";
import { parseQuantity } from "../schema/quantity.js";

/** Work of one kind that each unit of a stage, or each win, takes. */
export interface CompiledActivity {
  readonly name: string;
  /** Where its minutes and its cost stand in the plan. */
  readonly path: Path;
  /** The team that does it; undefined where the plan names none. */
  readonly owner: string | undefined;
  /** How often it is done for each unit; 1 unless the plan says otherwise. */
  readonly perUnit: Ratio;
  /** Minutes that it takes once; undefined where the plan does not say. */
  readonly minutes: Ratio | undefined;
  /** What it costs once; undefined where the plan does not say. */
  readonly cost: Ratio | undefined;
  /** Why it is done, as the plan says it; undefined where it does not. */
  readonly why: string | undefined;
}

/** Reads the activities of a stage, which stands at a path of the plan. */
export function compileStageActivities(stage: StageInput, path: Path): readonly CompiledActivity[] {
  const all = stageActivities(stage);
  const listed = stage.activities?.length ?? 0;
  // A stage that is an activity itself comes before those that it lists.
  const before = all.length - listed;
  return all.map((activity, index) =>
    compileActivity(activity, index < before ? path : [...path, "activities", index - before]),
  );
}

/** Reads the activities of each win; the deal's owner does those that name nobody. */
export function compileWinActivities(deal: DealInput | undefined): readonly CompiledActivity[] {
  return (deal?.activities ?? []).map((activity, index) =>
    compileActivity({ owner: deal?.owner, ...activity }, ["deal", "activities", index]),
  );
}

/** The activities of a stage. One without any is its own activity; so is one that has minutes or a cost itself. */
export function stageActivities(stage: StageInput): readonly ActivityInput[] {
  const listed = (stage.activities ?? []).map((activity) => ({ owner: stage.owner, ...activity }));
  const own = listed.length === 0 || stage.minutes !== undefined || stage.cost !== undefined;
  const { minutes, cost, why } = stage;
  const itself = { name: stage.stage, owner: stage.owner, minutes, cost, why };
  return own ? [itself, ...listed] : listed;
}

function compileActivity(
  { name, owner, perUnit, minutes, cost, why }: ActivityInput,
  path: Path,
): CompiledActivity {
  return {
    name,
    path,
    owner,
    perUnit: perUnit === undefined ? ONE : parseQuantity(perUnit),
    minutes: minutes === undefined ? undefined : parseQuantity(minutes),
    cost: cost === undefined ? undefined : parseQuantity(cost),
    why,
  };
}
