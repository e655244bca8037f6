import { at } from "../number/invariant.js";
import type { Target } from "../schedule/target.js";
import { explainDay, explainMilestone, explainOnTimeShareToday, explainWindow } from "./days.js";
import type { GuideOf } from "./explainer.js";
import { NOT_A_NUMBER } from "./guide.js";
import { monthOf, mostOfMonths, sumOfMonths, type OwnOf } from "./month-sums.js";
import { explainPerDay, explainPerWeek } from "./pace.js";
import { placeOf } from "./place.js";
import {
  explainAfterEnd,
  explainExact,
  explainExtra,
  explainFromPipeline,
  explainSurplus,
  explainTotal,
} from "./stage-need.js";
import { explainRate } from "./stage-rate.js";

/** The same number of a stage in a month; of the wins there are only whole ones. */
function ownOfStage(key: "exact" | "total" | "perDay"): OwnOf {
  return (subject, month, path) => {
    const { index, stage } = placeOf(subject, path);
    const { stages, wins } = monthOf(subject, month);
    if (stage === undefined) return key === "total" ? { value: wins, at: ["wins"] } : undefined;
    const value = at(stages, index)[key];
    return value === null ? undefined : { value, at: ["stages", index, key] };
  };
}

/** What a stage, or the win at the end of the path, must reach. */
export const TARGET: GuideOf<Target> = {
  stage: NOT_A_NUMBER,
  channel: NOT_A_NUMBER,
  owner: NOT_A_NUMBER,
  kind: NOT_A_NUMBER,
  rate: explainRate,
  exact: sumOfMonths(ownOfStage("exact"), explainExact),
  total: sumOfMonths(ownOfStage("total"), explainTotal),
  extra: explainExtra,
  fromPipeline: explainFromPipeline,
  surplus: explainSurplus,
  perDay: mostOfMonths(ownOfStage("perDay"), explainPerDay),
  perWeek: mostOfMonths(() => undefined, explainPerWeek),
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
