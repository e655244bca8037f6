import { must } from "../number/invariant.js";
import { valueAt } from "../plan/change.js";
import type { Path } from "../schema/issue.js";
import type { Reason } from "../words/reasons.js";
import {
  goalPath,
  infeasible,
  type Explained,
  type Explainer,
  type GuideOf,
  type Subject,
} from "./explainer.js";
import { NOT_A_NUMBER } from "./guide.js";

/** A figure of a reason why the goal cannot be reached. */
function explainFigure(
  figure:
    | "seen"
    | "upTo"
    | "short"
    | "budget"
    | "cost"
    | "over"
    | "needed"
    | "available"
    | "asked"
    | "reached"
    | "demand"
    | "capacity",
): Explainer {
  return (subject, path) => {
    const reason = reasonAt(subject, path);
    const value = valueAt(subject.answer, path);
    const isChance = reason.code === "chance" && (figure === "asked" || figure === "reached");
    return {
      says: isChance
        ? { code: "reason-chance", figures: { reason, figure, chance: Number(value) } }
        : { code: "reason", figures: { reason, figure, value: String(value) } },
      inputs: [],
      supports: supportsOf(subject, reason),
    };
  };
}

function reasonAt(subject: Subject, path: Path): Reason {
  return must(infeasible(subject).reasons[Number(path[1])], "a reason of an answer");
}

/** The stage that a reason is about, where its targets are known; else the goal. */
function supportsOf(subject: Subject, reason: Reason): Explained["supports"] {
  const { targets } = subject.answer;
  const stage = "stage" in reason ? reason.stage : undefined;
  return stage !== undefined && targets !== null && Object.hasOwn(targets.stages, stage)
    ? ["targets", "stages", stage, "total"]
    : goalPath(subject);
}

/** Why the goal cannot be reached. */
export const REASON: GuideOf<Reason> = {
  code: NOT_A_NUMBER,
  path: NOT_A_NUMBER,
  text: NOT_A_NUMBER,
  stage: NOT_A_NUMBER,
  metric: NOT_A_NUMBER,
  cause: NOT_A_NUMBER,
  lastDay: NOT_A_NUMBER,
  month: NOT_A_NUMBER,
  team: NOT_A_NUMBER,
  of: NOT_A_NUMBER,
  weeks: NOT_A_NUMBER,
  activity: NOT_A_NUMBER,
  waits: NOT_A_NUMBER,
  name: NOT_A_NUMBER,
  budget: explainFigure("budget"),
  cost: explainFigure("cost"),
  over: explainFigure("over"),
  seen: explainFigure("seen"),
  upTo: explainFigure("upTo"),
  short: explainFigure("short"),
  needed: explainFigure("needed"),
  available: explainFigure("available"),
  asked: explainFigure("asked"),
  reached: explainFigure("reached"),
  worst: { week: NOT_A_NUMBER, demand: explainFigure("demand"), capacity: explainFigure("capacity") },
};
