import { encodeExact } from "../number/exact-string.js";
import { exactWins } from "../model/bridge.js";
import type { PlanModel } from "../model/model.js";
import { ZERO } from "../number/ratio.js";
import { METRIC_FACTS } from "../plan/metric-facts.js";
import { formatDay } from "../calendar/day.js";
import { buildActivityTargets } from "../workload/activities.js";
import type { GoalAnswer, PipelineAnswer, PeriodAnswer, Targets } from "./answer.js";
import type { Utilisation } from "../workload/activity-target.js";
import type { PlannedWork } from "./chance/goal-chance.js";
import { buildBridgeItems } from "./bridge-items.js";
import { computeLossLimits } from "./loss-limits.js";
import { toCount } from "../model/count.js";
import { computeEconomics } from "./economics.js";
import { computeInflows } from "../schedule/inflows.js";
import { totalInflow } from "../model/inflow.js";
import type { Prepared } from "../schedule/prepared.js";
import { buildStageTarget, buildWinTarget } from "../schedule/stage-target.js";
import { computeLimitUse, weekLabels } from "../workload/utilisation.js";
import type { Volumes } from "../schedule/volumes.js";
import { workingDaysInPeriod } from "../schedule/windows.js";

/** Puts the whole answer together: what each stage, activity and team must reach for so many wins. */
export function buildTargets(
  model: Prepared,
  volumes: Volumes,
  { margin, chance }: Pick<PlannedWork, "margin" | "chance"> = { margin: null, chance: null },
): Targets {
  const inflows = computeInflows(model, volumes);
  const stages = model.flow.map((stage, index) =>
    buildStageTarget(model, volumes, inflows.stages[index] ?? [], index, stage),
  );
  const win = buildWinTarget(model, volumes, inflows);
  const activities = buildActivityTargets(model, volumes, stages, inflows);
  return {
    goal: goalAnswer(model),
    period: periodAnswer(model),
    wins: toCount(volumes.wins, ["goal", "amount"]),
    exactWins: encodeExact(exactWins(model.bridge) ?? ZERO),
    bridge: buildBridgeItems(model.bridge, margin),
    chance,
    minOnTimeShare: encodeExact(model.minOnTimeShare),
    pipeline: openAnswer(model, volumes),
    path: [...stages, win],
    stages: Object.fromEntries(stages.map((target) => [target.stage, target])),
    lossLimits: computeLossLimits(model.plan),
    activities,
    utilisation: utilisationOf(model, volumes),
    economics: computeEconomics(model, volumes.wins, totalInflow(inflows.wins), activities),
  };
}

function openAnswer({ pipelineWins: openWins, flow }: Prepared, { newWins }: Volumes): PipelineAnswer {
  const overdue = openWins.overdue.map(({ stage, item, entered }) => ({
    stage: flow[stage]?.name ?? "",
    item: item ?? null,
    entered: entered === undefined ? null : formatDay(entered),
  }));
  return { wins: encodeExact(openWins.wins), remaining: encodeExact(newWins), overdue };
}

function utilisationOf(model: Prepared, volumes: Volumes): Utilisation[] {
  const labels = weekLabels(model);
  return computeLimitUse(model, volumes).flatMap(({ team, of, demand, capacity }) =>
    labels.map((week, index) => ({
      team: team.name,
      week,
      of,
      demand: encodeExact(demand[index] ?? ZERO),
      capacity: encodeExact(capacity[index] ?? ZERO),
    })),
  );
}

function goalAnswer({ plan, bridge }: PlanModel): GoalAnswer {
  const { metric, unit } = plan.goal;
  const { kind } = METRIC_FACTS[metric];
  const money = kind === "one-off money" || kind === "recurring money";
  const counted = kind === "count" ? "customers" : (unit ?? "units");
  return { metric, amount: encodeExact(bridge.goal), unit: money ? (plan.currency ?? null) : counted };
}

function periodAnswer(model: PlanModel): PeriodAnswer {
  const { period } = model;
  const working = workingDaysInPeriod(model);
  if (period.kind === "undated") return { kind: "undated", workingDays: working };
  return { kind: "dated", start: formatDay(period.first), end: formatDay(period.last), workingDays: working };
}
