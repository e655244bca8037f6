import { isNegative } from "../number/ratio.js";
import { issueAt, type Issue } from "../schema/issue.js";
import { suggestion } from "../schema/suggestion.js";
import { PlanError } from "../schema/plan-error.js";
import { tryQuantity } from "../schema/quantity.js";
import { parseRateText } from "../number/rate-text.js";
import { isWork, type FlowStage } from "../model/flow.js";
import { parseDay } from "../calendar/day.js";
import type { Pace } from "./pace.js";

/** How far and at which pace to look ahead. */
export interface ForecastOptions<Stage extends string = string> {
  /** The last day to look at, `2026-06-30`; default: the period's end, or the day after the snapshot where that is later. */
  readonly horizon?: string | undefined;
  /** How work goes on after the snapshot; default `"targets"`, as the plan asks. */
  readonly pace?: Pace<Stage> | undefined;
  /** As in `solve`: which days belong to a stage's window; matters for the pace of the targets. */
  readonly minOnTimeShare?: number | string | undefined;
}

/** Ten years ahead; a later horizon is a typing mistake. */
const FARTHEST = 3660;

/** Reads the horizon as a day number, and throws a PlanError where it is no day after the snapshot. */
export function parseHorizon({ horizon }: ForecastOptions, from: number, end: number): number {
  if (horizon === undefined) return Math.max(from, end);
  const day = typeof horizon === "string" ? parseDay(horizon) : undefined;
  if (day !== undefined && day >= from && day - from <= FARTHEST) return day;
  const advice = "write a later day, such as three months after the snapshot";
  throw new PlanError([
    issueAt(["horizon"], horizon, {
      code: "horizon.invalid",
      expected: "a day after the snapshot, within ten years",
      advice,
    }),
  ]);
}

/** Reads the pace, and throws a PlanError with what is wrong with it. */
export function parsePace({ pace = "targets" }: ForecastOptions, flow: readonly FlowStage[]): Pace {
  if (pace === "targets") return pace;
  const issues = paceIssues(pace, flow);
  if (issues.length > 0) throw new PlanError(issues);
  return pace;
}

function paceIssues(pace: unknown, flow: readonly FlowStage[]): Issue[] {
  const { recent, perDay, ofPlan } = (typeof pace === "object" && pace !== null ? pace : {}) as {
    readonly recent?: unknown;
    readonly perDay?: unknown;
    readonly ofPlan?: unknown;
  };
  if ([recent, perDay, ofPlan].filter((each) => each !== undefined).length > 1) {
    const problem = {
      code: "pace.invalid",
      expected: "one of recent, perDay and ofPlan",
      advice: "leave all but one out",
    };
    return [issueAt(["pace"], pace, problem)];
  }
  if (recent !== undefined) {
    const fits = Number.isSafeInteger(recent) && (recent as number) >= 1 && (recent as number) <= FARTHEST;
    const problem = {
      code: "pace.recent",
      expected: "a number of working days from 1",
      advice: "write { recent: 20 }",
    };
    return fits ? [] : [issueAt(["pace", "recent"], recent, problem)];
  }
  const byStage = ofPlan ?? perDay;
  if (typeof byStage !== "object" || byStage === null) {
    const problem = {
      code: "pace.invalid",
      expected: "a pace",
      advice: 'write "targets", { recent: 20 }, { perDay: { call: 40 } } or { ofPlan: { call: "80%" } }',
    };
    return [issueAt(["pace"], pace, problem)];
  }
  const key = ofPlan === undefined ? "perDay" : "ofPlan";
  return Object.entries(byStage).flatMap(([stage, count]) => byStageIssues(key, stage, count, flow));
}

function byStageIssues(
  key: "perDay" | "ofPlan",
  stage: string,
  count: unknown,
  flow: readonly FlowStage[],
): Issue[] {
  const names = flow.map(({ name }) => name);
  const path = ["pace", key, stage];
  if (!names.includes(stage))
    return [
      issueAt(path, stage, {
        code: "stage.unknown",
        expected: "a stage of the funnel",
        advice: suggestion(stage, names),
      }),
    ];
  if (!isWork(flow, names.indexOf(stage)))
    return [
      issueAt(path, count, {
        code: "pace.milestone",
        expected: "no pace here, because the units of this stage come from the stages before it",
        advice: `give the pace of ${names
          .filter((_, index) => isWork(flow, index))
          .map((name) => JSON.stringify(name))
          .join(" or ")}`,
      }),
    ];
  const read = key === "perDay" ? tryQuantity(count) : parseRateText(count);
  if (read !== undefined && !isNegative(read)) return [];
  if (key === "ofPlan")
    return [
      issueAt(path, count, {
        code: "number.invalid",
        expected: "a part of what the plan asks",
        advice: 'write a share from 0, such as "80%"',
      }),
    ];
  return [
    issueAt(path, count, {
      code: "number.invalid",
      expected: "units a working day",
      advice: "write a number from 0, such as 40",
    }),
  ];
}
