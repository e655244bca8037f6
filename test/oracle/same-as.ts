import type { PlainPlan, PlainStage } from "./plain-plan.js";
import { needed } from "./worth.js";

/** The plan with the rate of the other stage wherever a stage says `sameAs`. */
export function withSharedRates(plan: PlainPlan): PlainPlan {
  const stages = allStages(plan.funnel);
  const shared = (stage: PlainStage): PlainStage => {
    const { sameAs, sources } = stage;
    const other = stages.find((each) => each.stage === sameAs);
    return {
      ...stage,
      ...(sameAs === undefined ? {} : { rate: needed(other, `a stage "${sameAs}"`).rate }),
      ...(sources === undefined
        ? {}
        : { sources: sources.map((source) => ({ ...source, funnel: source.funnel.map(shared) })) }),
    };
  };
  return { ...plan, funnel: plan.funnel.map(shared) };
}

/** All stages of a list and of what feeds it. */
export function allStages(funnel: readonly PlainStage[]): PlainStage[] {
  return funnel.flatMap((stage) => [
    ...(stage.sources ?? []).flatMap((source) => allStages(source.funnel)),
    stage,
  ]);
}
