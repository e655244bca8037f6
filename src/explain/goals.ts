import { must } from "../number/invariant.js";
import { encodeExact } from "../number/exact-string.js";
import { sumOfParts } from "../model/base-movement.js";
import type { CompiledPlan } from "../model/compile.js";
import { moreFromPipeline } from "../model/needs-most.js";
import { add, multiply, negate, ratio } from "../number/ratio.js";
import type { Path } from "../schema/issue.js";
import type { OneOfGoals } from "../solve/answer.js";
import type { NearestOfGoals } from "../diagnose/nearest-goal.js";
import {
  goalPath,
  infeasible,
  targetsOf,
  type Explained,
  type Explainer,
  type GuideOf,
  type Subject,
} from "./explainer.js";
import { explainChange, explainGoal } from "./goal.js";
import { NOT_A_NUMBER } from "./guide.js";
import { input } from "./input.js";
import { explainExactWins, explainWins } from "./wins.js";

function oneOf(subject: Subject, path: Path): { readonly row: OneOfGoals; readonly at: Path } {
  const at = path.slice(0, 3);
  return { row: must(targetsOf(subject).goals?.[Number(path[2])], "a goal of several"), at };
}

/** One of several goals as if it were the only one, so that whoever explains a goal explains each of them. */
function viewOf({ answer, compiled }: Subject, path: Path): Subject {
  const { row } = oneOf({ answer, compiled }, path);
  const alone = must(compiled.goals[Number(path[2])], "a goal of several");
  // By itself a goal has no margin: its wins are the exact ones, with the buffer, rounded up.
  const own = { wins: row.wins, exactWins: row.exactWins, bridge: [] };
  const targets = { ...targetsOf({ answer, compiled }), ...own };
  return { compiled: alone, answer: { ...answer, targets } };
}

/** Lets a number of one goal be explained as that of a plan of this goal alone. */
function alone(explainer: Explainer): Explainer {
  return (subject, path) => {
    const { at } = oneOf(subject, path);
    const within = (other: Path): Path => {
      const [targets, key, ...rest] = other;
      if (targets !== "targets") return other;
      return key === "goal" ? [...at, ...rest] : key === "exactWins" ? [...at, key] : other;
    };
    const { says, inputs, supports } = explainer(viewOf(subject, path), path);
    return {
      says,
      inputs: inputs.map((given) => ({ ...given, path: within(given.path) })),
      supports: supports && within(supports),
    };
  };
}

/** What the wins to go for bring of one goal: wins × what each adds and keeps, less what the base does. */
const explainBrought: Explainer = (subject, path) => {
  const { row, at } = oneOf(subject, path);
  const goal = must(subject.compiled.goals[Number(path[2])], "a goal of several");
  const { bridge, plan } = goal;
  const { wins } = targetsOf(subject);
  const counted = add(ratio(wins), moreFromPipeline(goal, subject.compiled));
  return {
    says: {
      code: "goal-brought",
      figures: {
        plan: { goal: plan.goal },
        amount: row.brought,
        wins: encodeExact(counted),
        each: encodeExact(multiply(bridge.worth, bridge.keep)),
        base: encodeExact(negate(sumOfParts(bridge.parts))),
      },
    },
    inputs: [input("wins", wins, ["targets", "wins"])],
    supports: [...at, "amount"],
  };
};

const explainAttainment: Explainer = (subject, path) => {
  const { row, at } = oneOf(subject, path);
  const share = must(row.attainment ?? undefined, "the attainment of a goal");
  return {
    says: { code: "goal-attainment", figures: { share, amount: row.brought, goal: row.amount } },
    inputs: [input("amount", row.brought, [...at, "brought"]), input("goal", row.amount, [...at, "amount"])],
    supports: [...at, "amount"],
  };
};

/** Each of several goals. */
export const ONE_OF_GOALS: GuideOf<OneOfGoals> = {
  metric: NOT_A_NUMBER,
  amount: alone(explainGoal),
  unit: NOT_A_NUMBER,
  change: { of: NOT_A_NUMBER, was: alone(explainChange("was")), by: alone(explainChange("by")) },
  every: NOT_A_NUMBER,
  why: NOT_A_NUMBER,
  exactWins: alone(explainExactWins),
  wins: alone(explainWins),
  brought: explainBrought,
  attainment: explainAttainment,
  binds: NOT_A_NUMBER,
};

/** Which of several goals all other numbers are for. */
export const explainBinds: Explainer = (subject) => ({
  says: bindsSays(subject.compiled),
  inputs: [],
  supports: goalPath(subject),
});

/** What is said of the goal that binds. */
export function bindsSays({ goals, binds }: CompiledPlan): Explained["says"] {
  const written = goals.map(({ plan }) => ({ goal: plan.goal }));
  return { code: "goal-binds", figures: { goals: written, binds } };
}

/** The share of all goals that can be reached. */
export const explainNearestShare: Explainer = (subject) => {
  const nearest = must(infeasible(subject).nearest ?? undefined, "the nearest goals of an answer");
  const share = must(nearest.share, "the share of several goals");
  return {
    says: { code: "nearest-share", figures: { share, wins: nearest.wins } },
    inputs: [input("wins", nearest.wins, ["nearest", "wins"])],
    supports: goalPath(subject),
  };
};

/** What can be reached of one of several goals. */
export const NEAREST_OF_GOALS: GuideOf<NearestOfGoals> = {
  metric: NOT_A_NUMBER,
  amount: (subject, path) => {
    const place = Number(path[2]);
    const nearest = must(infeasible(subject).nearest ?? undefined, "the nearest goals of an answer");
    const { plan, bridge } = must(subject.compiled.goals[place], "a goal of several");
    const figures = {
      plan: { goal: plan.goal },
      share: must(nearest.share, "the share of several goals"),
      amount: must(nearest.goals?.[place]?.amount, "the amount of a goal"),
      goal: encodeExact(bridge.goal),
    };
    return {
      says: { code: "nearest-of-goals", figures },
      inputs: [input("share", figures.share, ["nearest", "share"])],
      supports: ["nearest", "share"],
    };
  },
};
