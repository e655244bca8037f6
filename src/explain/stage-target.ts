import type { Target } from "../schedule/target.js";
import { explainDay, explainMilestone, explainOnTimeShareToday, explainWindow } from "./days.js";
import type { GuideOf } from "./explainer.js";
import { NOT_A_NUMBER } from "./guide.js";
import { explainPerDay, explainPerWeek } from "./pace.js";
import {
  explainAfterEnd,
  explainExact,
  explainExtra,
  explainFromPipeline,
  explainNew,
  explainSurplus,
  explainTotal,
} from "./stage-need.js";
import { explainRate } from "./stage-rate.js";

/** What a stage, or the win at the end of the path, must reach. */
export const TARGET: GuideOf<Target> = {
  stage: NOT_A_NUMBER,
  channel: NOT_A_NUMBER,
  owner: NOT_A_NUMBER,
  kind: NOT_A_NUMBER,
  rate: explainRate,
  exact: explainExact,
  total: explainTotal,
  new: explainNew,
  extra: explainExtra,
  fromPipeline: explainFromPipeline,
  surplus: explainSurplus,
  perDay: explainPerDay,
  perWeek: explainPerWeek,
  window: {
    from: NOT_A_NUMBER,
    startBy: NOT_A_NUMBER,
    lastUseful: NOT_A_NUMBER,
    workingDays: explainWindow,
    onTimeShareToday: explainOnTimeShareToday,
  },
  days: { "*": { on: NOT_A_NUMBER, count: explainDay } },
  milestones: { "*": { on: NOT_A_NUMBER, total: explainMilestone } },
  afterEnd: explainAfterEnd,
  why: NOT_A_NUMBER,
};
