import {
  explainActivityPerDay,
  explainActivityPerWeek,
  explainActivityTotal,
  explainCost,
  explainMinutes,
  explainPerPerson,
} from "./activity.js";
import { explainBridgeAmount, explainBridgeWins } from "./bridge-item.js";
import {
  explainAsked,
  explainChanceError,
  explainChanceFrom,
  explainReached,
  explainWithout,
} from "./chance.js";
import { explainLossLimit } from "./ceiling-item.js";
import {
  explainDay,
  explainMinOnTimeShare,
  explainOnTimeShareToday,
  explainMilestone,
  explainWindow,
} from "./days.js";
import {
  explainCac,
  explainGrossRetention,
  explainLtv,
  explainLtvToCac,
  explainNetRetention,
  explainPayback,
  explainQuickRatio,
  explainTotalCost,
} from "./economics.js";
import type { Explainer, ExplainerRow } from "./explainer.js";
import { explainGoal, explainWorkingDays } from "./goal.js";
import {
  explainFix,
  explainNearestAmount,
  explainNearestWins,
  explainPlanNumber,
  explainReason,
} from "./infeasible.js";
import {
  explainPipelineAmount,
  explainPipelineWins,
  explainPipelineWorth,
  explainOverdue,
  explainRemaining,
} from "./open.js";
import { explainPerDay, explainPerWeek } from "./pace.js";
import { explainPerson, explainPersonDay, explainPersonWeek, explainTeamDay } from "./people.js";
import { explainRate } from "./stage-rate.js";
import {
  explainAfterEnd,
  explainExact,
  explainExtra,
  explainFromPipeline,
  explainSurplus,
  explainTotal,
} from "./stage-volume.js";
import {
  explainPersonCapacity,
  explainPersonDemand,
  explainPersonShare,
  explainUtilisation,
} from "./utilisation.js";
import { explainExactWins, explainWins } from "./wins.js";

/** The numbers of a stage, and of the win at the end of the path. */
const STAGE: Readonly<Record<string, Explainer>> = {
  rate: explainRate,
  exact: explainExact,
  total: explainTotal,
  extra: explainExtra,
  fromPipeline: explainFromPipeline,
  surplus: explainSurplus,
  perDay: explainPerDay,
  perWeek: explainPerWeek,
  "window workingDays": explainWindow,
  "window onTimeShareToday": explainOnTimeShareToday,
  "days * count": explainDay,
  "milestones * total": explainMilestone,
  afterEnd: explainAfterEnd,
};

function stageRows(at: string): ExplainerRow[] {
  return Object.entries(STAGE).map(([key, explainer]) => [`${at} ${key}`, explainer]);
}

/** Who explains which number of an answer; the first pattern that fits counts. A new number is one more row. */
export const EXPLAINERS: readonly ExplainerRow[] = [
  ["targets goal amount", explainGoal],
  ["targets period workingDays", explainWorkingDays],
  ["targets wins", explainWins],
  ["targets exactWins", explainExactWins],
  ["targets chance asked", explainAsked],
  ["targets chance reached", explainReached],
  ["targets chance without", explainWithout],
  ["targets chance error", explainChanceError],
  ["targets chance from *", explainChanceFrom],
  ["targets minOnTimeShare", explainMinOnTimeShare],
  ["targets pipeline wins", explainPipelineWins],
  ["targets pipeline averageWins", explainPipelineWorth],
  ["targets pipeline amount", explainPipelineAmount],
  ["targets pipeline remaining", explainRemaining],
  ["targets pipeline overdue * item", explainOverdue],
  ["targets bridge * amount", explainBridgeAmount],
  ["targets bridge * wins", explainBridgeWins],
  ...stageRows("targets path *"),
  ...stageRows("targets stages *"),
  ["targets lossLimits * atMost", explainLossLimit],
  ["targets activities * total", explainActivityTotal],
  ["targets activities * perDay", explainActivityPerDay],
  ["targets activities * perWeek", explainActivityPerWeek],
  ["targets activities * perPersonPerDay", explainPerPerson],
  ["targets activities * minutesPerDay", explainMinutes],
  ["targets activities * cost", explainCost],
  ["targets activities * days * count", explainTeamDay],
  ["targets activities * people * weeks * count", explainPersonWeek],
  ["targets activities * people * days * count", explainPersonDay],
  ["targets activities * people * perDay", explainPerson],
  ["targets activities * people * total", explainPerson],
  ["targets utilisation * demand", explainUtilisation],
  ["targets utilisation * capacity", explainUtilisation],
  ["targets utilisation * people * demand", explainPersonDemand],
  ["targets utilisation * people * capacity", explainPersonCapacity],
  ["targets utilisation * people * share", explainPersonShare],
  ["targets economics cost", explainTotalCost],
  ["targets economics cac", explainCac],
  ["targets economics paybackMonths", explainPayback],
  ["targets economics ltv", explainLtv],
  ["targets economics ltvToCac", explainLtvToCac],
  ["targets economics retention gross", explainGrossRetention],
  ["targets economics retention net", explainNetRetention],
  ["targets economics quickRatio", explainQuickRatio],
  ["reasons * short", explainReason],
  ["reasons * needed", explainReason],
  ["reasons * available", explainReason],
  ["reasons * asked", explainReason],
  ["reasons * reached", explainReason],
  ["reasons * worst demand", explainReason],
  ["reasons * worst capacity", explainReason],
  ["nearest amount", explainNearestAmount],
  ["nearest wins", explainNearestWins],
  ["fixes * from", explainFix],
  ["fixes * to", explainFix],
  ["fixes * from **", explainFix],
  ["fixes * to **", explainFix],
  ["fixes * people", explainFix],
  ["fixes * short", explainFix],
  ["fixes * weeks", explainFix],
  ["plan **", explainPlanNumber],
];
