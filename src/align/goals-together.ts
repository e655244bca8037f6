import { jointChance } from "../chance/joint.js";
import type { Format } from "../format/format.js";
import { at, must } from "../number/invariant.js";
import type { DatedPlan } from "../model/compile.js";
import { workOf } from "../solve/chance/chance-inputs.js";
import {
  chanceOf,
  MOST_ASKED,
  MOST_UNASKED,
  toldChance,
  type GoalChance,
} from "../solve/chance/goal-chance.js";
import type { PlanChance } from "../solve/chance/plan-chance.js";
import {
  sayGoalsTogether,
  type GoalsTogether,
  type GoalsTogetherData,
  type PlanSureness,
  type TogetherReason,
} from "../words/goals-together.js";
import { foldedName } from "./find-handoffs.js";
import type { Member } from "./member.js";
import { asJointGoal, findSharedRates, type NamedModel } from "./shared-rates.js";

/** How sure each plan's goal is by itself, and those that share stages together. */
interface Sureness {
  readonly chances: readonly PlanSureness[];
  readonly together: readonly GoalsTogether[];
}

/** How sure are the goals, if all work is done as planned? */
export function howSure(members: readonly Member[], format: Format): Sureness {
  const sure = members.map((member): Sure => ({ member, told: chanceTold(member) }));
  const groups = sharingStages(sure);
  return {
    chances: sure.map(({ member: { name }, told }) => ({
      plan: name,
      asked: told?.asked ?? null,
      reached: told?.reached ?? null,
      error: told?.error ?? null,
    })),
    together: groups.map((group) => goalsTogether(group, format)),
  };
}

/** A plan with its own chance; null where no work is known that reaches its goal. */
interface Sure {
  readonly member: Member;
  readonly told: GoalChance | null;
}

function chanceTold({ compiled, planned }: Member): GoalChance | null {
  if (planned === undefined) return null;
  return planned.chance ?? toldChance(compiled, planned.volumes);
}

/** Plans that share stages, and the names of those. */
interface Sharing {
  readonly sure: readonly Sure[];
  readonly stages: readonly string[];
}

/** Plans are in one group where a chain of stages that two of them have leads from the one to the other. */
function sharingStages(sure: readonly Sure[]): Sharing[] {
  const groups: Sure[][] = [];
  for (const each of sure) {
    const own = namesOf(each);
    const touched = groups.filter((group) =>
      group.some((other) => namesOf(other).some((name) => own.includes(name))),
    );
    const joined = [...touched.flat(), each];
    groups.splice(0, groups.length, ...groups.filter((group) => !touched.includes(group)), joined);
  }
  return groups
    .filter((group) => group.length > 1)
    .map((group) => ({ sure: sure.filter((each) => group.includes(each)), stages: sharedNames(group) }));
}

function namesOf({ member: { compiled } }: Sure): readonly string[] {
  return compiled.flow.map(({ name }) => foldedName(name));
}

/** The stages of more than one plan, by the name that they have in the first of them. */
function sharedNames(group: readonly Sure[]): string[] {
  const seen = new Map<string, { name: string; plans: number }>();
  for (const { member } of group)
    for (const { name } of member.compiled.flow) {
      const known = seen.get(foldedName(name));
      seen.set(foldedName(name), { name: known?.name ?? name, plans: (known?.plans ?? 0) + 1 });
    }
  return [...seen.values()].filter(({ plans }) => plans > 1).map(({ name }) => name);
}

function goalsTogether({ sure, stages }: Sharing, format: Format): GoalsTogether {
  const known = sure.map(({ told }) => ({ reached: told?.reached ?? null, error: told?.error ?? 0 }));
  const [low, high] = bounds(known);
  const chances = known.map(({ reached }) => reached);
  const product = chances.every((chance) => chance !== null)
    ? chances.reduce((all, chance) => all * chance, 1)
    : null;
  const joint = product === null ? "own-chance" : jointOf(sure);
  const common = { plans: sure.map(({ member }) => member.name), stages, product };
  const data: GoalsTogetherData =
    typeof joint === "string"
      ? { ...common, chance: null, atLeast: low, atMost: high, reason: joint }
      : {
          ...common,
          chance: between(low, joint.chance, high),
          atLeast: between(low, joint.chance - joint.error, high),
          atMost: between(low, joint.chance + joint.error, high),
          reason: null,
        };
  return { ...data, text: sayGoalsTogether(data, format) };
}

/** Whatever goals have in common: not below 1 less all their failures, not above the least of their chances. */
function bounds(
  chances: readonly { readonly reached: number | null; readonly error: number }[],
): [number, number] {
  let [failures, least] = [0, 1];
  for (const { reached, error } of chances) {
    failures += reached === null ? 1 : 1 - reached + error;
    least = Math.min(least, reached === null ? 1 : reached + error);
  }
  return [Math.max(0, 1 - failures), least];
}

function between(low: number, value: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

interface Joint {
  readonly chance: number;
  readonly error: number;
}

function jointOf(sure: readonly Sure[]): Joint | TogetherReason {
  if (sure.some(({ member: { compiled } }) => compiled.months.length > 0)) return "each-month";
  const plans = sure.map(({ member: { compiled, planned } }): Modelled | undefined => {
    const { volumes, chance: asked } = must(planned, "the work of a plan with a chance");
    const chance = chanceOf(compiled, volumes, asked === null ? MOST_UNASKED : MOST_ASKED, TOLERANCE);
    if (chance === undefined) return undefined;
    const names = chance.inputs.stages.map(({ index }) => foldedName(at(compiled.flow, index).name));
    const work = workOf(compiled, chance.inputs, volumes);
    return { model: chance.model, losses: chance.amount.losses, names, work, period: compiled.period };
  });
  const known = plans.filter((plan) => plan !== undefined);
  if (known.length < plans.length) return "own-chance";
  if (known.filter(({ losses }) => losses !== null).length > 1) return "losses";
  const spreading = known.filter(({ model }) => model.spread > 0);
  const oneFactor = spreading.length > 1;
  if (oneFactor && !isOneFactor(known, at(spreading, 0))) return "different-spreads";
  const shared = findSharedRates(known);
  if (shared === undefined) return "different-samples";
  const goals = known.map((plan) => asJointGoal(plan, shared));
  const joint = jointChance({ goals, rates: shared.map(({ beta }) => beta), oneFactor });
  if (joint === undefined) return "too-many-shared";
  const own = sure.reduce((all, { told }) => all + (told?.error ?? 0), 0);
  return { chance: joint.chance, error: joint.error + own };
}

const TOLERANCE = 1e-5;

/** A plan's model, what it loses by chance, and its period. */
interface Modelled extends NamedModel {
  readonly losses: PlanChance["amount"]["losses"];
  readonly period: DatedPlan["period"];
}

/** Plans of one period with one spread are good or bad together. */
function isOneFactor(plans: readonly Modelled[], first: Modelled): boolean {
  return plans.every(
    ({ model, period }) =>
      model.spread === first.model.spread &&
      period.first === first.period.first &&
      period.last === first.period.last,
  );
}
