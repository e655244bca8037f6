import { encodeExact } from "../number/exact-string.js";
import { isZero, multiply } from "../number/ratio.js";
import { churnLoss } from "../model/base-movement.js";
import { movesTheBase } from "../model/deal-worth.js";
import { spansIn, spanTotal } from "../model/base-spans.js";
import { METRIC_FACTS } from "../plan/metric-facts.js";
import { parsePeriod } from "../plan/period.js";
import type { PlanInput } from "../plan/plan.js";
import { parseLossCount } from "../plan/loss-count.js";
import type { LossLimit } from "./answer.js";

/** The most that churn may take in the period for the bridge to hold, as a target for whoever keeps customers. */
export function computeLossLimits(plan: PlanInput): readonly LossLimit[] {
  const { churn } = plan;
  if (churn === undefined || !movesTheBase(plan)) return [];
  const owner = churn.owner ?? null;
  if (churn.customers !== undefined) {
    const spans = spanTotal(spansIn(parsePeriod(plan.goal.period), churn.per ?? "period"));
    return [
      {
        owner,
        item: "churned customers",
        atMost: encodeExact(multiply(parseLossCount(churn.customers), spans)),
      },
    ];
  }
  const money = METRIC_FACTS[plan.goal.metric].kind === "recurring money";
  const loss = churnLoss(plan);
  return isZero(loss) && churn.mrr === undefined && churn.rate === undefined
    ? []
    : [{ owner, item: money ? "churned MRR" : "churned customers", atMost: encodeExact(loss) }];
}
