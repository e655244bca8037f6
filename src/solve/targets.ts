import { toExact } from "../number/exact.js";
import { ZERO } from "../number/ratio.js";
import { exactWins } from "../model/bridge.js";
import type { PlanModel } from "../model/model.js";
import { METRIC_FACTS } from "../plan/metric-needs.js";
import { formatDay } from "../time/day.js";
import { activityTargets } from "./activities.js";
import type { GoalAnswer, PeriodAnswer, Targets } from "./answer.js";
import { bridgeItems } from "./bridge-items.js";
import { ceilingsOf } from "./ceilings.js";
import { countOf } from "./count.js";
import { economicsOf } from "./economics.js";
import { stageTarget, winTarget } from "./stage-target.js";
import type { Volumes } from "./volumes.js";
import { windowOf, workingDaysInPeriod } from "./windows.js";

/** Puts the whole answer together: what each stage, activity and team must reach for so many wins. */
export function targetsFor(model: PlanModel, volumes: Volumes): Targets {
  const window = windowOf(model);
  const stages = model.flow.map((stage, index) => stageTarget(model, volumes, window, stage, index));
  const win = winTarget(model, volumes, window);
  const activities = activityTargets(model, volumes, stages, window);
  return {
    goal: goalAnswer(model),
    period: periodAnswer(model),
    wins: countOf(volumes.wins, ["goal", "amount"]),
    exactWins: toExact(exactWins(model.bridge) ?? ZERO),
    bridge: bridgeItems(model.bridge),
    chance: null,
    path: [...stages, win],
    stages: Object.fromEntries(stages.map((target) => [target.stage, target])),
    ceilings: ceilingsOf(model.plan),
    activities,
    utilisation: [],
    economics: economicsOf(model, volumes.wins, activities),
  };
}

function goalAnswer({ plan, bridge }: PlanModel): GoalAnswer {
  const { metric, unit } = plan.goal;
  const { kind } = METRIC_FACTS[metric];
  const money = kind === "one-off money" || kind === "recurring money";
  const counted = kind === "count" ? "customers" : (unit ?? "units");
  return { metric, amount: toExact(bridge.goal), unit: money ? (plan.currency ?? null) : counted };
}

function periodAnswer(model: PlanModel): PeriodAnswer {
  const { period } = model;
  const working = workingDaysInPeriod(model);
  if (period.kind === "undated") return { kind: "undated", workingDays: working };
  return { kind: "dated", start: formatDay(period.first), end: formatDay(period.last), workingDays: working };
}
