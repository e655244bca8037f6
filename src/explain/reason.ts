import { chanceWords } from "../words/chance.js";
import { sayReason } from "../words/reasons.js";
import { valueAt } from "../plan/change.js";
import type { Reason } from "../words/reasons.js";
import { goalPath, infeasible, type Explainer, type GuideOf, type Said } from "./explainer.js";
import { figure } from "./figure.js";
import { NOT_A_NUMBER } from "./guide.js";

/** What a figure of a reason is. */
const FIGURES: Readonly<Record<string, string>> = {
  short: "short by",
  needed: "needed",
  available: "available",
  asked: "asked for",
  reached: "with the plan's own work",
  demand: "asked for in the worst week",
  capacity: "possible in the worst week",
};

/** A figure of a reason why the goal cannot be reached. */
const explainReason: Explainer = (subject, path): Said => {
  const reason = infeasible(subject).reasons[Number(path[1])];
  const key = String(path.at(-1));
  const found = valueAt(subject.answer, path);
  const isChance = reason?.code === "chance" && typeof found === "number";
  const value = isChance ? chanceWords(found, subject.format) : figure(found, subject.format.number);
  const { answer } = subject;
  const stage = reason !== undefined && "stage" in reason ? reason.stage : undefined;
  const known = stage !== undefined && answer.targets !== null && Object.hasOwn(answer.targets.stages, stage);
  return {
    text: `${reason === undefined ? "" : sayReason(reason, subject.format)} (${FIGURES[key] ?? key}: ${value})`,
    formula: shortFormula(reason) ?? value,
    inputs: [],
    supports: known ? ["targets", "stages", stage, "total"] : goalPath(subject),
  };

  function shortFormula(found: typeof reason): string | undefined {
    if (key !== "short" || found?.code !== "available") return undefined;
    const needed = subject.format.number(String(found.needed));
    return `${needed} needed − ${subject.format.number(found.available)} available = ${value}`;
  }
};

/** Why the goal cannot be reached. */
export const REASON: GuideOf<Reason> = {
  code: NOT_A_NUMBER,
  path: NOT_A_NUMBER,
  text: NOT_A_NUMBER,
  stage: NOT_A_NUMBER,
  metric: NOT_A_NUMBER,
  cause: NOT_A_NUMBER,
  lastDay: NOT_A_NUMBER,
  team: NOT_A_NUMBER,
  of: NOT_A_NUMBER,
  weeks: NOT_A_NUMBER,
  activity: NOT_A_NUMBER,
  waits: NOT_A_NUMBER,
  short: explainReason,
  needed: explainReason,
  available: explainReason,
  asked: explainReason,
  reached: explainReason,
  worst: { week: NOT_A_NUMBER, demand: explainReason, capacity: explainReason },
};
