import { isExpected } from "../plan/loss-count.js";
import { parseQuantity } from "../schema/quantity.js";
import { goalPath, targetsOf, type Explainer, type GuideOf } from "./explainer.js";
import { input } from "./formula.js";
import { lossLimitFormula } from "./bridge-part.js";
import { NOT_A_NUMBER } from "./guide.js";
import type { LossLimit } from "../solve/answer.js";

/** The most that may be lost for the bridge to hold. */
const explainLossLimit: Explainer = (subject, path) => {
  const targets = targetsOf(subject);
  const ceiling = targets.lossLimits[Number(path[2])];
  if (ceiling === undefined)
    throw new RangeError(`explainCeiling requires a ceiling; got ${String(path[2])}`);
  const { plan } = subject.model;
  const index = targets.bridge.findIndex(({ item }) => item === "churn");
  const what = ceiling.item === "churned MRR" ? "of MRR may churn" : "customers may churn";
  const written = plan.churn?.customers ?? plan.churn?.mrr ?? plan.churn?.rate;
  const most = isExpected(plan.churn?.customers) ? "About" : "At most";
  return {
    text: `${most} ${subject.format.number(ceiling.atMost)} ${what} in the period: the number of wins counts on it, and each one more would have to be won on top.`,
    formula: lossLimitFormula(subject, parseQuantity(ceiling.atMost)),
    inputs:
      typeof written === "object" || written === undefined
        ? []
        : [input("churn as written", String(written), ["plan", "churn"])],
    supports: index < 0 ? goalPath(subject) : ["targets", "bridge", index, "wins"],
  };
};

/** The most that may be lost. */
export const LOSS_LIMIT: GuideOf<LossLimit> = {
  owner: NOT_A_NUMBER,
  item: NOT_A_NUMBER,
  atMost: explainLossLimit,
};
