import type { Path } from "../schema/issue.js";
import { encodeExact } from "../number/exact-string.js";
import { at, must } from "../number/invariant.js";
import { isZero, subtract, ZERO } from "../number/ratio.js";
import { goalLossLimits, lossAllowedBy } from "../solve/loss-limits.js";
import { isExpected } from "../plan/loss-count.js";
import { parseRate } from "../plan/rate.js";
import { parseQuantity } from "../schema/quantity.js";
import type { LossLimit } from "../solve/answer.js";
import { goalPath, targetsOf, type Explainer, type GuideOf } from "./explainer.js";
import { NOT_A_NUMBER } from "./guide.js";
import { input } from "./input.js";
import { sumOfMonths, type OwnOf } from "./month-sums.js";
import { lossLimitMovement } from "./movement.js";

/** The most that may be lost for the bridge to be right. */
const explainAtMost: Explainer = (subject, path) => {
  const targets = targetsOf(subject);
  const place = Number(path[2]);
  const { atMost, item } = must(targets.lossLimits[place], "a limit on losses");
  const { goal: compiled } = must(goalLossLimits(subject.compiled)[place], "the goal of a limit");
  const { churn } = compiled.plan;
  // Of several goals the limit may be that of one that does not bind, whose bridge is not told.
  const ofOther = compiled.binds === subject.compiled.binds ? -1 : compiled.binds;
  const index = targets.bridge.findIndex((step) => step.item === "churn");
  const written = churn?.customers ?? churn?.mrr ?? churn?.rate;
  const ofRenewals = lossAllowedBy(compiled, ZERO, Infinity);
  const movement =
    compiled.plan.churn === undefined
      ? null
      : lossLimitMovement(compiled, subtract(parseQuantity(atMost), ofRenewals), item === "churned MRR");
  const ofBridge: Path = index < 0 ? goalPath(subject) : ["targets", "bridge", index, "wins"];
  return {
    says: {
      code: "loss-limit",
      figures: {
        atMost,
        item,
        isExpected: isExpected(churn?.customers),
        movement,
        renewals: isZero(ofRenewals) ? null : encodeExact(ofRenewals),
      },
    },
    inputs:
      typeof written === "object" || written === undefined
        ? []
        : [
            input(
              "churn as written",
              encodeExact(churn?.rate === undefined ? parseQuantity(written) : parseRate(churn.rate)),
              ["plan", "churn"],
            ),
          ],
    supports: ofOther < 0 ? ofBridge : ["targets", "goals", ofOther, "wins"],
  };
};

/** The most that may be lost in a month, in customers where the plan counts them. */
const ownLoss: OwnOf = ({ compiled }, month) => {
  const { churn } = at(compiled.months, month).base;
  return churn && { value: encodeExact(churn.customers ?? churn.loss), at: null };
};

/** The most that may be lost. */
export const LOSS_LIMIT: GuideOf<LossLimit> = {
  owner: NOT_A_NUMBER,
  item: NOT_A_NUMBER,
  atMost: sumOfMonths(ownLoss, explainAtMost),
};
