import type { Targets } from "../solve/answer.js";
import { ACTIVITY_TARGET } from "./activity-target.js";
import { BRIDGE_ITEM } from "./bridge-item.js";
import { GOAL_CHANCE } from "./chance-of-goal.js";
import { CHANNEL_ECONOMICS } from "./channel-economics.js";
import { explainMinOnTimeShare } from "./days.js";
import { ECONOMICS } from "./economics.js";
import type { GuideOf } from "./explainer.js";
import { explainGoal, explainWorkingDays, GOAL_CHANGE } from "./goal.js";
import { ONE_OF_GOALS } from "./goals.js";
import { NOT_A_NUMBER } from "./guide.js";
import { LOSS_LIMIT } from "./loss-limit.js";
import { monthOf, sumOfMonths, type OwnOf } from "./month-sums.js";
import { MONTH_TARGETS } from "./month-targets.js";
import { PIPELINE } from "./pipeline.js";
import { QUOTAS } from "./quotas.js";
import { TARGET } from "./stage-target.js";
import { UTILISATION } from "./utilisation.js";
import { explainExactWins, explainWins } from "./wins.js";

function own(key: "wins" | "exactWins"): OwnOf {
  return (subject, month) => ({ value: monthOf(subject, month)[key], at: [key] });
}

/** What must be done. */
export const TARGETS: GuideOf<Targets> = {
  goal: {
    metric: NOT_A_NUMBER,
    amount: explainGoal,
    unit: NOT_A_NUMBER,
    change: GOAL_CHANGE,
    every: NOT_A_NUMBER,
    why: NOT_A_NUMBER,
  },
  goals: { "*": ONE_OF_GOALS },
  period: { kind: NOT_A_NUMBER, start: NOT_A_NUMBER, end: NOT_A_NUMBER, workingDays: explainWorkingDays },
  wins: sumOfMonths(own("wins"), explainWins),
  exactWins: sumOfMonths(own("exactWins"), explainExactWins),
  bridge: { "*": BRIDGE_ITEM },
  chance: GOAL_CHANCE,
  minOnTimeShare: explainMinOnTimeShare,
  pipeline: PIPELINE,
  path: { "*": TARGET },
  stages: { "*": TARGET },
  lossLimits: { "*": LOSS_LIMIT },
  activities: { "*": ACTIVITY_TARGET },
  utilisation: { "*": UTILISATION },
  economics: ECONOMICS,
  channels: { "*": CHANNEL_ECONOMICS },
  months: { "*": MONTH_TARGETS },
  quotas: QUOTAS,
};
