import { toExact } from "../number/exact-string.js";
import { exactWins } from "../model/bridge.js";
import type { PlanModel } from "../model/model.js";
import { ZERO } from "../number/ratio.js";
import { METRIC_FACTS } from "../plan/metric-facts.js";
import { formatDay } from "../calendar/day.js";
import { activityTargets } from "../workload/activities.js";
import type { GoalAnswer, OpenAnswer, PeriodAnswer, Targets, Utilisation } from "./answer.js";
import { bridgeItems } from "./bridge-items.js";
import { ceilingsOf } from "./loss-limits.js";
import { countOf } from "../model/count.js";
import { economicsOf } from "./economics.js";
import { inflowsFor } from "../schedule/inflows.js";
import { amountOf } from "../model/inflow.js";
import type { Prepared } from "../schedule/prepared.js";
import { stageTarget, winTarget } from "../schedule/stage-target.js";
import { limitUse, weekLabels } from "../workload/utilisation.js";
import type { Volumes } from "../schedule/volumes.js";
import { workingDaysInPeriod } from "../schedule/windows.js";

/** Puts the whole answer together: what each stage, activity and team must reach for so many wins. */
export function targetsFor(model: Prepared, volumes: Volumes): Targets {
  const inflows = inflowsFor(model, volumes);
  const stages = model.flow.map((stage, index) =>
    stageTarget(model, volumes, inflows.stages[index] ?? [], index, stage),
  );
  const win = winTarget(model, volumes, inflows);
  const activities = activityTargets(model, volumes, stages, inflows);
  return {
    goal: goalAnswer(model),
    period: periodAnswer(model),
    wins: countOf(volumes.wins, ["goal", "amount"]),
    exactWins: toExact(exactWins(model.bridge) ?? ZERO),
    bridge: bridgeItems(model.bridge),
    chance: null,
    lands: toExact(model.lands),
    open: openAnswer(model, volumes),
    path: [...stages, win],
    stages: Object.fromEntries(stages.map((target) => [target.stage, target])),
    ceilings: ceilingsOf(model.plan),
    activities,
    utilisation: utilisationOf(model, volumes),
    economics: economicsOf(model, volumes.wins, amountOf(inflows.wins), activities),
  };
}

function openAnswer({ openWins, flow }: Prepared, { newWins }: Volumes): OpenAnswer {
  const overdue = openWins.overdue.map(({ stage, item, entered }) => ({
    stage: flow[stage]?.name ?? "",
    item: item ?? null,
    entered: entered === undefined ? null : formatDay(entered),
  }));
  return { wins: toExact(openWins.wins), stillNeeded: toExact(newWins), overdue };
}

function utilisationOf(model: Prepared, volumes: Volumes): Utilisation[] {
  const labels = weekLabels(model);
  return limitUse(model, volumes).flatMap(({ team, of, demand, capacity }) =>
    labels.map((week, index) => ({
      team: team.name,
      week,
      of,
      demand: toExact(demand[index] ?? ZERO),
      capacity: toExact(capacity[index] ?? ZERO),
    })),
  );
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
