import { goalAt } from "../model/chosen-goal.js";
import { encodeExact } from "../number/exact-string.js";
import { at, must } from "../number/invariant.js";
import { exactWins, paidBridge } from "../model/bridge.js";
import { monthsOfPipeline } from "../model/earned-worth.js";
import type { CompiledPlan } from "../model/compile.js";
import { countPipelineWins } from "../model/pipeline-count.js";
import { add, compare, divide, isZero, multiply, ZERO } from "../number/ratio.js";
import { goalAnswer } from "./goal-answer.js";
import { goalsAnswer } from "./goals-answer.js";
import { formatDay } from "../calendar/day.js";
import { buildActivityTargets } from "../workload/activities.js";
import type { PipelineAnswer, PeriodAnswer, Targets } from "./answer.js";
import type { ActivityTarget, Utilisation } from "../workload/activity-target.js";
import type { PlannedWork } from "./chance/goal-chance.js";
import { buildBridgeItems } from "./bridge-items.js";
import { computeLossLimits } from "./loss-limits.js";
import { toCount } from "../model/count.js";
import { computeChannelEconomics } from "./channel-economics.js";
import { computeEconomics } from "./economics.js";
import { computeInflows } from "../schedule/inflows.js";
import { totalInflow } from "../model/inflow.js";
import { buildStageTarget, buildWinTarget } from "../schedule/stage-target.js";
import { computePersonalUse, type PersonalWeek } from "../workload/personal-use.js";
import { computeLimitUse, weekLabels } from "../workload/utilisation.js";
import type { Volumes } from "../schedule/volumes.js";
import { stageUnits } from "../schedule/whole-units.js";
import { computeWholeCosts } from "../schedule/whole-costs.js";
import { buildMonthTargets, sumOfBridges } from "./month-targets.js";
import { quotasAnswer } from "./quotas.js";
import { workingDaysInPeriod } from "../model/windows.js";

/** Puts the whole answer together: what each stage, activity and team must reach for so many wins. */
export function buildTargets(
  compiled: CompiledPlan,
  volumes: Volumes,
  { margin, chance }: Pick<PlannedWork, "margin" | "chance"> = { margin: null, chance: null },
): Targets {
  const inflows = computeInflows(compiled, volumes);
  const units = stageUnits(compiled, volumes, inflows);
  const stages = compiled.flow.map((stage) =>
    buildStageTarget(compiled, stage, {
      volume: at(volumes.stages, stage.index),
      inflows: at(inflows.stages, stage.index),
      units: at(units, stage.index),
    }),
  );
  const win = buildWinTarget(compiled, volumes, inflows);
  const activities = buildActivityTargets(compiled, volumes, units, inflows);
  const costs = computeWholeCosts(compiled, volumes, units);
  const quotas = quotasAnswer(compiled);
  const goals = goalsAnswer(compiled, volumes.wins);
  const months = buildMonthTargets(compiled, volumes, units);
  return {
    goal: goalAnswer(compiled),
    ...(goals.length === 0 ? {} : { goals }),
    period: periodAnswer(compiled),
    wins: toCount(volumes.wins, goalAt(compiled, "amount")),
    exactWins: encodeExact(must(exactWins(compiled.bridge), "the wins of a plan with targets")),
    bridge:
      months.length > 0
        ? sumOfBridges(months.map(({ bridge }) => bridge))
        : buildBridgeItems(
            compiled.bridge,
            margin,
            compiled.plan.goal.metric === "profit" ? volumes.wins : undefined,
          ),
    chance,
    minOnTimeShare: encodeExact(compiled.minOnTimeShare),
    pipeline: openAnswer(compiled, volumes),
    path: [...stages, win],
    stages: Object.fromEntries(stages.map((target) => [target.stage, target])),
    lossLimits: computeLossLimits(compiled),
    activities,
    utilisation: utilisationOf(compiled, volumes, activities),
    economics: computeEconomics(compiled, volumes.wins, totalInflow(inflows.wins), costs),
    channels: computeChannelEconomics(compiled, inflows, costs),
    ...(months.length === 0 ? {} : { months }),
    ...(quotas === undefined ? {} : { quotas }),
  };
}

function openAnswer(compiled: CompiledPlan, { newWins }: Volumes): PipelineAnswer {
  const { pipelineWins, flow, bridge } = compiled;
  const overdue = pipelineWins.overdue.map(({ stage, item, entered }) => ({
    stage: at(flow, stage).name,
    item: item ?? null,
    entered: entered === undefined ? null : formatDay(entered),
  }));
  return {
    wins: encodeExact(countPipelineWins(compiled)),
    averageWins: encodeExact(pipelineWins.wins),
    amount: encodeExact(
      compiled.earning === undefined
        ? multiply(pipelineWins.wins, paidBridge(bridge).worth)
        : multiply(compiled.deal.monthly ?? ZERO, monthsOfPipeline(compiled)),
    ),
    remaining: encodeExact(newWins),
    overdue,
  };
}

function utilisationOf(
  compiled: CompiledPlan,
  volumes: Volumes,
  activities: readonly ActivityTarget[],
): Utilisation[] {
  const labels = weekLabels(compiled);
  const uses = computeLimitUse(compiled, volumes);
  const people = computePersonalUse(compiled, uses, activities);
  return uses.flatMap(({ team, of, demand, capacity }, use) =>
    labels.map((week, index) => ({
      team: team.name,
      week,
      of,
      demand: encodeExact(at(demand, index)),
      capacity: encodeExact(at(capacity, index)),
      people: at(people, use).map(({ name, weeks }) => personUtilisation(name, at(weeks, index))),
    })),
  );
}

function personUtilisation(
  name: string,
  { demand, capacity, tolerance }: PersonalWeek,
): Utilisation["people"][number] {
  return {
    name,
    demand: encodeExact(demand),
    capacity: encodeExact(capacity),
    share: isZero(capacity) ? null : encodeExact(divide(demand, capacity)),
    isOver: compare(demand, add(capacity, tolerance)) > 0,
  };
}

function periodAnswer(compiled: CompiledPlan): PeriodAnswer {
  const { period } = compiled;
  const working = workingDaysInPeriod(compiled);
  if (period.kind === "undated") return { kind: "undated", workingDays: working };
  return { kind: "dated", start: formatDay(period.first), end: formatDay(period.last), workingDays: working };
}
