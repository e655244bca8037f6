import type { Change } from "../plan/change.js";
import type { Path } from "../schema/issue.js";
import { METRIC_FACTS } from "../plan/metric-facts.js";
import type { PlanInput } from "../plan/plan.js";
import { listStages } from "../plan/stage-list.js";
import { pinnedChurn } from "./pinned-churn.js";

/** What kind of number someone could move; it says by which steps. */
export type MovableKind = "rate" | "value" | "churn" | "lag" | "headcount" | "minutes";

/** A number of the plan that someone could move. */
export interface Movable {
  readonly kind: MovableKind;
  readonly path: Path;
  /** What it is, for a sentence: `the rate of "demo"`. */
  readonly what: string;
  /** What must be written beside it, so that nothing else moves along. */
  readonly pins: readonly Change[];
}

/** Every number of a plan that moves its daily work, its outcome or its cost, in the order of the plan. */
export function listMovables(plan: PlanInput): readonly Movable[] {
  const found = [...dealNumbers(plan), ...baseNumbers(plan), ...stageNumbers(plan), ...teamNumbers(plan)];
  return found.map((each) => ({ pins: [], ...each }));
}

type Found = Omit<Movable, "pins"> & Partial<Pick<Movable, "pins">>;

function dealNumbers(plan: PlanInput): Found[] {
  const { deal, goal } = plan;
  const { kind } = METRIC_FACTS[goal.metric];
  const pins = pinnedChurn(plan);
  const list: Found[] = [];
  if (deal?.value !== undefined && kind !== "count")
    list.push({ kind: "value", path: ["deal", "value"], what: "the deal value", pins });
  if (kind === "one-off money" || kind === "recurring money") {
    (deal?.upsells ?? []).forEach(({ name }, index) => {
      const path = ["deal", "upsells", index];
      list.push({ kind: "rate", path: [...path, "rate"], what: `the rate of the upsell "${name}"`, pins });
      list.push({ kind: "value", path: [...path, "value"], what: `the value of the upsell "${name}"`, pins });
    });
  }
  const margin = goal.metric === "gross-profit" || goal.metric === "lifetime-value";
  if (margin && deal?.margin !== undefined)
    list.push({ kind: "rate", path: ["deal", "margin"], what: "the margin" });
  if (goal.metric === "commission" && deal?.commission !== undefined)
    list.push({ kind: "rate", path: ["deal", "commission"], what: "the commission" });
  return [...list, ...activityMinutes(deal?.activities, ["deal"])];
}

function baseNumbers(plan: PlanInput): Found[] {
  const { parts } = METRIC_FACTS[plan.goal.metric];
  const list: Found[] = [];
  const churn = parts.includes("churn") ? plan.churn : undefined;
  for (const key of ["customers", "mrr", "rate"] as const) {
    if (churn?.[key] === undefined) continue;
    list.push({ kind: "churn", path: ["churn", key], what: `churn (${key})` });
  }
  if (churn?.newCustomers !== undefined)
    list.push({
      kind: "churn",
      path: ["churn", "newCustomers"],
      what: "the share of new customers lost again",
    });
  for (const part of ["expansion", "contraction", "repeat"] as const) {
    if (!parts.includes(part) || plan[part]?.rate === undefined) continue;
    list.push({ kind: "rate", path: [part, "rate"], what: `the rate of ${part}` });
  }
  return list;
}

function stageNumbers(plan: PlanInput): Found[] {
  return listStages(plan).flatMap(({ stage, path }) => {
    const list: Found[] = [{ kind: "rate", path: [...path, "rate"], what: `the rate of "${stage.stage}"` }];
    if (stage.lag !== undefined)
      list.push({ kind: "lag", path: [...path, "lag"], what: `the lag of "${stage.stage}"` });
    if (stage.minutes !== undefined)
      list.push({ kind: "minutes", path: [...path, "minutes"], what: `the minutes of "${stage.stage}"` });
    return [...list, ...activityMinutes(stage.activities, path)];
  });
}

function activityMinutes(
  activities: readonly { readonly name: string; readonly minutes?: unknown }[] | undefined,
  at: Path,
): Found[] {
  return (activities ?? []).flatMap(({ name, minutes }, index): Found[] =>
    minutes === undefined
      ? []
      : [
          {
            kind: "minutes",
            path: [...at, "activities", index, "minutes"],
            what: `the minutes of "${name}"`,
          },
        ],
  );
}

function teamNumbers({ teams }: PlanInput): Found[] {
  return Object.entries(teams ?? {}).flatMap(([name, team]) => {
    const list: Found[] = [];
    if (team.headcount !== undefined)
      list.push({
        kind: "headcount",
        path: ["teams", name, "headcount"],
        what: `the headcount of "${name}"`,
      });
    if (team.minutesPerDay !== undefined)
      list.push({
        kind: "minutes",
        path: ["teams", name, "minutesPerDay"],
        what: `the minutes a day of "${name}"`,
      });
    return list;
  });
}
