import { parseExact, type ExactString } from "../number/exact-string.js";
import { chanceWords } from "../words/chance.js";
import { sayFix } from "../words/fixes.js";
import { sayReason } from "../words/reasons.js";
import { add, divide, multiply, ONE, ratio } from "../number/ratio.js";
import { sumOfParts } from "../model/base-movement.js";
import { valueAt } from "../plan/change.js";
import { quote } from "../schema/issue.js";
import { parseQuantity } from "../schema/quantity.js";
import type { InfeasibleSolution } from "../solve/answer.js";
import { amountWords } from "../words/goal.js";
import { goalPath, type Explainer, type Said, type Subject } from "./explainer.js";
import { counted, equals, input } from "./formula.js";

function infeasible({ answer }: Subject): InfeasibleSolution {
  if (answer.status === "feasible")
    throw new TypeError("infeasible requires an answer that is infeasible; got one that is feasible");
  return answer;
}

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
export const explainReason: Explainer = (subject, path): Said => {
  const reason = infeasible(subject).reasons[Number(path[1])];
  const key = String(path.at(-1));
  const figure = valueAt(subject.answer, path);
  const isChance = reason?.code === "chance" && typeof figure === "number";
  const value = isChance ? chanceWords(figure, subject.format) : shown(subject, figure);
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

/** The greatest goal that can be reached as things stand. */
export const explainNearestAmount: Explainer = (subject): Said => {
  const { nearest } = infeasible(subject);
  const amount = parseQuantity(nearest?.amount ?? "0");
  return {
    text: `${amountWords(subject.model.plan, amount, subject.format)} can be reached as things stand, with ${counted(subject, ratio(nearest?.wins ?? 0), "win")}; the goal is ${amountWords(subject.model.plan, subject.model.bridge.goal, subject.format)}.`,
    formula: `${subject.format.number(amount)} at most`,
    inputs: [input("wins", nearest?.wins ?? 0, ["nearest", "wins"])],
    supports: goalPath(subject),
  };
};

/** The wins that the nearest goal takes: what must be won for it ÷ what a win adds, with the buffer. */
export const explainNearestWins: Explainer = (subject) => {
  const { nearest } = infeasible(subject);
  const { bridge } = subject.model;
  const amount = add(parseQuantity(nearest?.amount ?? "0"), sumOfParts(bridge.parts));
  const wins = ratio(nearest?.wins ?? 0);
  const each = multiply(bridge.worth, bridge.keep);
  return {
    text: `${counted(subject, wins, "win")} are what the nearest goal takes, and as many as can be reached.`,
    formula: nearestFormula(),
    inputs: [input("nearest goal", nearest?.amount ?? "0", ["nearest", "amount"])],
    supports: ["nearest", "amount"],
  };

  function nearestFormula(): string {
    if (each.num === 0 || wins.num === 0) return counted(subject, wins, "win");
    const padded = multiply(divide(amount, each), add(ONE, bridge.buffer));
    const buffer =
      bridge.buffer.num === 0 ? "" : ` × (100% + ${subject.format.writtenRate(bridge.buffer)} buffer)`;
    const rounded = padded.den === 1 ? "" : `, rounded up to ${subject.format.number(wins)}`;
    return `${equals(subject, `${subject.format.number(amount)} ÷ ${subject.format.number(each)} a win${buffer}`, padded)}${rounded}`;
  }
};

/** What the figures of a fix are called. */
const FIX_FIGURES: Readonly<Record<string, string>> = { from: "now", to: "then" };

/** A value before or after a mend. */
export const explainFix: Explainer = (subject, path) => {
  const fix = infeasible(subject).fixes[Number(path[1])];
  const value = valueAt(subject.answer, path);
  return {
    text: `${fix === undefined ? "" : sayFix(fix, subject.format)} (${FIX_FIGURES[String(path[2])] ?? String(path[2])}: ${written(subject, value)})`,
    formula: written(subject, value),
    inputs: [],
    supports: goalPath(subject),
  };
};

function shown(subject: Subject, value: unknown): string {
  return figure(value, subject.format.number);
}

function written(subject: Subject, value: unknown): string {
  return figure(value, subject.format.written);
}

/** A number by a format; what is written otherwise, such as "40%" or a date, stays as it is. */
function figure(value: unknown, show: (exact: ExactString) => string): string {
  if (typeof value !== "number" && typeof value !== "string") return quote(value);
  return parseExact(String(value)) === undefined ? String(value) : show(String(value));
}

/** A number of the plan, which is as it was written. */
export const explainPlanNumber: Explainer = (subject, path): Said => {
  const value = valueAt(subject.answer, path);
  const where = path.slice(1).join(" ");
  return {
    text: `The plan says ${written(subject, value)} for ${where}.`,
    formula: `${written(subject, value)}, as written`,
    inputs: [],
    // Without targets, the goal as it was written is the end of the chain.
    supports: subject.answer.targets === null && where === "goal amount" ? null : goalPath(subject),
  };
};
