import type { Beta } from "../chance/beta-rule.js";
import type { ChanceModel } from "../chance/chance-model.js";
import type { JointGoal } from "../chance/joint.js";
import { at } from "../number/invariant.js";

/** A plan's chances for its work, and what its stages are called. */
export interface NamedModel {
  readonly model: ChanceModel;
  readonly names: readonly string[];
  readonly work: JointGoal["work"];
}

/** A rate that more than one plan knows from one sample, and the stages that use it. */
interface SharedRate {
  readonly beta: Beta;
  readonly names: ReadonlySet<string>;
}

/** One uncertain rate of one plan, drawn once for all stages that use it. */
interface Draw {
  readonly plan: NamedModel;
  readonly beta: Beta;
  readonly names: readonly string[];
}

/** The uncertain rates that plans share: those of stages of one name; undefined where their samples are not the same. */
export function findSharedRates(plans: readonly NamedModel[]): readonly SharedRate[] | undefined {
  let classes: (readonly Draw[])[] = [];
  for (const draw of plans.flatMap(drawsOf)) {
    const touched = classes.filter((draws) =>
      draws.some(({ names }) => names.some((name) => draw.names.includes(name))),
    );
    classes = [...classes.filter((draws) => !touched.includes(draws)), [...touched.flat(), draw]];
  }
  const shared = classes.filter((draws) => draws.some(({ plan }) => plan !== at(draws, 0).plan));
  if (!shared.every(isOneSample)) return undefined;
  return shared.map((draws) => ({
    beta: at(draws, 0).beta,
    names: new Set(draws.flatMap(({ names }) => names)),
  }));
}

/** Each plan has one such rate, and all know it from the same sample. */
function isOneSample(draws: readonly Draw[]): boolean {
  const { won, lost } = at(draws, 0).beta;
  return (
    new Set(draws.map(({ plan }) => plan)).size === draws.length &&
    draws.every(({ beta }) => beta.won === won && beta.lost === lost)
  );
}

function drawsOf(plan: NamedModel): Draw[] {
  const { stages, shared } = plan.model;
  const own = stages.flatMap(({ rate }, place): Draw[] =>
    "won" in rate ? [{ plan, beta: rate, names: [at(plan.names, place)] }] : [],
  );
  const common = shared.map((beta, index): Draw => {
    const users = stages.flatMap(({ rate }, place) =>
      "shared" in rate && rate.shared === index ? [at(plan.names, place)] : [],
    );
    return { plan, beta, names: users };
  });
  return [...own, ...common];
}

/** A plan's goal, with the rates that others use too as its first shared ones. */
export function asJointGoal(plan: NamedModel, rates: readonly SharedRate[]): JointGoal {
  const { model, names, work } = plan;
  const draws = rates.flatMap((rate, draw) => (drawsOf(plan).some((own) => isFor(rate, own)) ? [draw] : []));
  const kept = drawsOf(plan).filter((own) => own.names.length > 1 && !rates.some((rate) => isFor(rate, own)));
  const stages = model.stages.map((stage, place) => {
    const name = at(names, place);
    if ("known" in stage.rate) return stage;
    const joint = draws.findIndex((draw) => at(rates, draw).names.has(name));
    if (joint >= 0) return { ...stage, rate: { shared: joint } };
    const own = kept.findIndex((draw) => draw.names.includes(name));
    return own < 0
      ? { ...stage, rate: ownRate(model, stage.rate) }
      : { ...stage, rate: { shared: draws.length + own } };
  });
  const shared = [...draws.map((draw) => at(rates, draw).beta), ...kept.map(({ beta }) => beta)];
  return { model: { ...model, stages, shared }, work, draws };
}

function isFor({ names }: SharedRate, draw: Draw): boolean {
  return draw.names.some((name) => names.has(name));
}

/** A rate that only one stage uses is that stage's own. */
function ownRate({ shared }: ChanceModel, rate: Beta | { readonly shared: number }): Beta {
  return "won" in rate ? rate : at(shared, rate.shared);
}
