import { showExact } from "../model/display.js";
import { quantityOf } from "../schema/quantity.js";
import { goalPath, targetsOf, type Explainer } from "./explainer.js";
import { input } from "./formula.js";
import { ceilingFormula } from "./bridge-part.js";

/** The most that may be lost for the bridge to hold. */
export const explainCeiling: Explainer = (subject, path) => {
  const targets = targetsOf(subject);
  const ceiling = targets.ceilings[Number(path[2])];
  if (ceiling === undefined)
    throw new RangeError(`explainCeiling requires a ceiling; got ${String(path[2])}`);
  const { plan } = subject.model;
  const index = targets.bridge.findIndex(({ item }) => item === "churn");
  const what = ceiling.item === "churned MRR" ? "of MRR may churn" : "customers may churn";
  const written = plan.churn?.customers ?? plan.churn?.mrr ?? plan.churn?.rate;
  return {
    text: `At most ${showExact(ceiling.atMost)} ${what} in the period: the number of wins counts on it, and each one more would have to be won on top.`,
    formula: ceilingFormula(subject, quantityOf(ceiling.atMost)),
    inputs:
      typeof written === "object" || written === undefined
        ? []
        : [input("churn as written", String(written), ["plan", "churn"])],
    because: index < 0 ? goalPath(subject) : ["targets", "bridge", index, "wins"],
  };
};
