import { chosenPlan } from "../../plan/goals.js";
import { compileFlow, type FlowStage } from "../../model/flow.js";
import { encodeExact } from "../../number/exact-string.js";
import type { Path } from "../../schema/issue.js";
import type { Target } from "../../schedule/target.js";
import type { Solution } from "../../solve/answer.js";
import { deepFreeze } from "../../solve/freeze.js";
import { blockersOf, type Blockers } from "./blockers.js";
import { pictureNumber } from "../picture-number.js";
import type { FunnelChance, FunnelPicture, FunnelStage } from "./picture.js";
import { buildPictureGoal, moneyOf } from "../goal.js";
import { planFacts, planFormat } from "../../words/plan-format.js";
import { funnelWords } from "./words.js";
import { requireHanded } from "../../schema/handed.js";

/**
 * What must be done, as a picture of the whole path: the goal, the wins it takes, and stage by stage back to the sources
 * what must enter in all, a week and a day. Numbers are those of the answer. A plan that cannot be reached has its blocked
 * stages marked.
 *
 * @throws TypeError for anything else than an answer of solve
 *
 * @example
 * ```ts
 * const answer = solve({ goal: { metric: "customers", amount: 10, period: "2026-01" }, funnel: [{ stage: "demo", rate: "25%" }] });
 * funnelPicture(answer).last.perDay; // => { value: "2", path: ["stages", "demo", "perDay"] }
 * ```
 */
export function funnelPicture(answer: Solution): FunnelPicture {
  requireHanded("funnelPicture", ["an answer of solve"], answer);
  const { plan, targets } = answer;
  const blockers = blockersOf(answer);
  const flow = compileFlow(plan);
  const last = flow.findIndex(({ next }) => next < 0);
  const picture = {
    kind: "funnel",
    title: plan.name ?? "Plan",
    ...planFacts(plan),
    currency: moneyOf(chosenPlan(answer)),
    goal: buildPictureGoal(answer),
    reachable: answer.status === "feasible",
    reasons: answer.status === "feasible" ? [] : answer.reasons,
    blocked: blockers.goal,
    wins: pictureNumber(targets?.wins, ["wins"]),
    chance: chanceOf(answer),
    owner: plan.deal?.owner ?? null,
    bridge: bridgeOf(answer),
    last: stageAt({ answer, flow, blockers }, last),
  } as const;
  return deepFreeze({ ...picture, description: funnelWords(picture, planFormat(plan)) });
}

/** Of work that cannot be done, no chance is worth saying. */
function chanceOf({ status, targets }: Solution): FunnelChance | null {
  if (status === "infeasible" || targets.chance === null) return null;
  const { reached, asked } = targets.chance;
  const sure = pictureNumber(reached, ["chance", "reached"]);
  return sure === null ? null : { reached: sure, asked: pictureNumber(asked, ["chance", "asked"]) };
}

function bridgeOf({ targets }: Solution): FunnelPicture["bridge"] {
  return (targets?.bridge ?? []).map(({ item, wins }, index) => {
    return { item, wins: { value: wins, path: ["bridge", index, "wins"] } };
  });
}

interface Place {
  readonly answer: Solution;
  readonly flow: readonly FlowStage[];
  readonly blockers: Blockers;
}

function stageAt(place: Place, index: number): FunnelStage {
  const { answer, flow, blockers } = place;
  const step = flow[index];
  if (step === undefined)
    throw new RangeError(`funnelPicture requires a funnel with stages; got none at ${index}`);
  const { name, channel, written, rate } = step;
  const target: Target | undefined = answer.targets?.stages[name];
  const at = (key: string) => ["stages", name, key];
  const feeders = flow.flatMap(({ next }, from) => (next === index ? [from] : []));
  return {
    stage: name,
    channel,
    owner: written.owner ?? null,
    isWork: step.isWork,
    rate: { value: encodeExact(rate), path: target === undefined ? writtenAt(step) : at("rate") },
    total: pictureNumber(target?.total, at("total")),
    perWeek: pictureNumber(target?.perWeek, at("perWeek")),
    perDay: pictureNumber(target?.perDay, at("perDay")),
    startBy: startByOf(answer, target),
    blocked: blockers.stages.get(name) ?? [],
    from: feeders.map((from) => stageAt(place, from)),
  };
}

/** Where the rate stands in the plan, or the first number of one that is written in several. */
function writtenAt({ rated: { path, written } }: FlowStage): Path {
  const at = ["plan", ...path];
  return typeof written === "object" ? [...at, Object.keys(written)[0] ?? ""] : at;
}

/** A last day is only worth saying where it is not simply the end. */
function startByOf({ targets }: Solution, target: Target | undefined): string | null {
  const end = targets?.path.at(-1)?.window?.startBy;
  const startBy = target?.window?.startBy;
  return startBy === undefined || startBy === end ? null : startBy;
}
