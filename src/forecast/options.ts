import type { IssueCode } from "../schema/issue-code.js";
import { nearestNumber } from "../number/nearest-number.js";
import { isNegative, ZERO, type Ratio } from "../number/ratio.js";
import { issueAt, type Issue, type Path } from "../schema/issue.js";
import { suggestion } from "../schema/suggestion.js";
import { PlanError } from "../schema/plan-error.js";
import { tryQuantity } from "../schema/quantity.js";
import { parseRateText } from "../number/rate-text.js";
import type { FlowStage } from "../model/flow.js";
import { parseDay, type Day } from "../calendar/day.js";
import type { CompiledPace, Pace } from "./pace.js";
import { fieldsOf } from "../schema/fields.js";
import { isWholeNumber } from "../number/whole.js";

/** How far and at which pace to look ahead. */
export interface ForecastOptions<Stage extends string = string> {
  /** The last day to look at, `2026-06-30`; default: the period's end, or the day after the snapshot where that is later. */
  readonly horizon?: string | undefined;
  /** How work goes on after the snapshot; default `"targets"`, as the plan asks. */
  readonly pace?: Pace<Stage> | undefined;
  /** How much of all cases the ranges hold at least, such as "90%"; default 80%. */
  readonly range?: number | string | undefined;
  /** Whether chances and ranges are told; default true. */
  readonly chance?: boolean | undefined;
  /** As in `solve`: which days belong to a stage's window; matters for the pace of the targets. */
  readonly minOnTimeShare?: number | string | undefined;
}

/** Ten years ahead; a later horizon is a typing mistake. */
const FARTHEST = 3660;

/**
 * Reads the horizon as a day number.
 *
 * @throws PlanError where it is no day after the snapshot, or one too far away
 */
export function parseHorizon({ horizon }: ForecastOptions, from: Day, end: Day): Day {
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

const EIGHTY = 0.8;

/**
 * Reads how much of all cases a range holds.
 *
 * @throws PlanError where that is not above 0% and below 100%
 */
export function parseLevel({ range }: ForecastOptions): number {
  if (range === undefined) return EIGHTY;
  const level = nearestNumber(parseRateText(range) ?? ZERO);
  if (level > 0 && level < 1) return level;
  throw new PlanError([
    issueAt(["range"], range, {
      code: "range.invalid",
      expected: "a share of all cases, above 0% and below 100%",
      advice: 'write a share such as "80%"',
    }),
  ]);
}

/**
 * Reads the pace.
 *
 * @throws PlanError with what is wrong with it
 */
export function parsePace({ pace = "targets" }: ForecastOptions, flow: readonly FlowStage[]): CompiledPace {
  if (pace === "targets") return pace;
  const { recent, perDay, ofPlan } = fieldsOf(pace);
  if ([recent, perDay, ofPlan].filter((each) => each !== undefined).length > 1)
    throw paceError(
      ["pace"],
      pace,
      "pace.invalid",
      "one of recent, perDay and ofPlan",
      "leave all but one out",
    );
  if (recent !== undefined) return { recent: parseRecent(recent) };
  const byStage = ofPlan ?? perDay;
  if (typeof byStage !== "object" || byStage === null)
    throw paceError(
      ["pace"],
      pace,
      "pace.invalid",
      "a pace",
      'write "targets", { recent: 20 }, { perDay: { call: 40 } } or { ofPlan: { call: "80%" } }',
    );
  return ofPlan === undefined
    ? { perDay: parseByStage("perDay", byStage, flow) }
    : { ofPlan: parseByStage("ofPlan", byStage, flow) };
}

function paceError(
  path: Path,
  received: unknown,
  code: IssueCode,
  expected: string,
  advice: string,
): PlanError {
  return new PlanError([issueAt(path, received, { code, expected, advice })]);
}

function parseRecent(recent: unknown): number {
  if (isWholeNumber(recent) && recent >= 1 && recent <= FARTHEST) return recent;
  throw paceError(
    ["pace", "recent"],
    recent,
    "pace.recent",
    "a number of working days from 1",
    "write { recent: 20 }",
  );
}

function parseByStage(
  key: "perDay" | "ofPlan",
  byStage: object,
  flow: readonly FlowStage[],
): ReadonlyMap<string, Ratio> {
  const counts = Object.entries(byStage).map(
    ([stage, count]) => [stage, parseAtStage(key, stage, count, flow)] as const,
  );
  const issues = counts.flatMap(([, count]) => ("num" in count ? [] : [count]));
  if (issues.length > 0) throw new PlanError(issues);
  return new Map(counts.flatMap(([stage, count]) => ("num" in count ? [[stage, count] as const] : [])));
}

/** Units a working day at a stage, or the part of the plan's work there; or what is wrong with it. */
function parseAtStage(
  key: "perDay" | "ofPlan",
  stage: string,
  count: unknown,
  flow: readonly FlowStage[],
): Ratio | Issue {
  const path = ["pace", key, stage];
  const found = flow.find(({ name }) => name === stage);
  if (found === undefined)
    return issueAt(path, stage, {
      code: "stage.unknown",
      expected: "a stage of the funnel",
      advice: suggestion(
        stage,
        flow.map(({ name }) => name),
      ),
    });
  if (!found.isWork) {
    const sources = flow.filter(({ isWork }) => isWork).map(({ name }) => JSON.stringify(name));
    return issueAt(path, count, {
      code: "pace.milestone",
      expected: "no pace here, because the units of this stage come from the stages before it",
      advice: `give the pace of ${sources.join(" or ")}`,
    });
  }
  const read = key === "perDay" ? tryQuantity(count) : parseRateText(count);
  if (read !== undefined && !isNegative(read)) return read;
  if (key === "ofPlan")
    return issueAt(path, count, {
      code: "number.invalid",
      expected: "a part of what the plan asks",
      advice: 'write a share from 0, such as "80%"',
    });
  return issueAt(path, count, {
    code: "number.invalid",
    expected: "units a working day",
    advice: "write a number from 0, such as 40",
  });
}
