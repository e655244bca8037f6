import { strictObject } from "zod/mini";
import { list, record } from "../schema/kinds.js";
import { daySchema, parseWrittenDay } from "../plan/dates.js";
import { issueAt, type Issue } from "../schema/issue.js";
import { judgeName, nameSchema } from "../schema/name.js";
import { suggestion } from "../schema/suggestion.js";
import { scalar } from "../schema/scalar.js";
import { PlanError } from "../schema/plan-error.js";
import type { PlanInput } from "../plan/plan.js";
import type { Ratio } from "../number/ratio.js";
import { parseQuantity, quantitySchema, type Quantity } from "../schema/quantity.js";
import { TEXT } from "../schema/written-form.js";
import { listStages } from "../plan/stage-list.js";
import { stageActivities } from "../model/activities.js";
import { weekStart } from "../calendar/week.js";
import { parseShape } from "../schema/parse-shape.js";

/** The name under which wins are counted; no stage can be called so. */
export const WINS = "win";

/** Any name may be counted, also one that a plan reserves, such as that of the wins; whether it is known is asked later. */
const countName = scalar<string>((name) => (String(name).trim() === "" ? judgeName(name) : undefined), TEXT);
const weekSchema = strictObject({ week: daySchema, counts: record(countName, quantitySchema) });
const historySchema = record(nameSchema, list(weekSchema));

/** One week of one person: any day of it, and how often each activity was done, or units entered each stage. */
export interface HistoryWeek {
  /** Any day of the week. */
  readonly week: string;
  /** By activity or stage; "win" for wins. What is not listed in a week that is listed counts 0. */
  readonly counts: Readonly<Record<string, Quantity>>;
}

/** Weekly counts by person, the earliest week first. A week that is not listed was not worked. */
export type History = Readonly<Record<string, readonly HistoryWeek[]>>;

/** One week that was read. */
export interface ReadWeek {
  readonly week: string;
  readonly counts: ReadonlyMap<string, Ratio>;
}

/**
 * Reads a history from data of any origin.
 *
 * @throws PlanError with every issue
 */
export function readHistory(data: unknown, plan: PlanInput): History {
  const { data: history, issues: shape } = parseShape(historySchema, data);
  if (shape.length > 0) throw new PlanError(shape);
  const issues = [...strangers(history, plan), ...unknownCounts(history, plan), ...weekOrder(history)];
  if (issues.length > 0) throw new PlanError(issues);
  return history;
}

/** The weeks of each person of a history that was validated. */
export function compileHistory(history: History): ReadonlyMap<string, readonly ReadWeek[]> {
  return new Map(Object.entries(history).map(([person, weeks]) => [person, weeks.map(readWeek)]));
}

function readWeek({ week, counts }: HistoryWeek): ReadWeek {
  const read = Object.entries(counts).map(([name, count]) => [name, parseQuantity(count)] as const);
  return { week, counts: new Map(read) };
}

/** Everything that can be counted for a plan: stages, activities and wins. */
export function countedNames(plan: PlanInput): readonly string[] {
  const stages = listStages(plan).flatMap(({ stage }) => [
    stage.stage,
    ...stageActivities(stage).map(({ name }) => name),
  ]);
  return [...new Set([...stages, ...(plan.deal?.activities ?? []).map(({ name }) => name), WINS])];
}

/** Where a plan names its people, a history is of them. */
function strangers(history: History, { teams }: PlanInput): Issue[] {
  const people = Object.values(teams ?? {}).flatMap(({ people: own }) => own ?? []);
  if (people.length === 0) return [];
  const known = people.map(({ name }) => name);
  return Object.keys(history)
    .filter((name) => !known.includes(name))
    .map((name) =>
      issueAt([name], name, {
        code: "person.unknown",
        expected: "a person of one of the plan's teams",
        advice: suggestion(name, known),
      }),
    );
}

function unknownCounts(history: History, plan: PlanInput): Issue[] {
  const known = countedNames(plan);
  return Object.entries(history).flatMap(([person, weeks]) =>
    weeks.flatMap(({ counts }, index) =>
      Object.keys(counts)
        .filter((name) => !known.includes(name))
        .map((name) =>
          issueAt([person, index, "counts", name], name, {
            code: "activity.unknown",
            expected: "an activity or a stage of the plan, or win",
            advice: suggestion(name, known),
          }),
        ),
    ),
  );
}

function weekOrder(history: History): Issue[] {
  return Object.entries(history).flatMap(([person, weeks]) =>
    weeks.flatMap(({ week }, index) => {
      const before = weeks[index - 1]?.week;
      if (before === undefined || mondayOf(before) < mondayOf(week)) return [];
      return [
        issueAt([person, index, "week"], week, {
          code: "history.order",
          expected: `a week after that of ${before}`,
          advice: "list each week once, the earliest first",
        }),
      ];
    }),
  );
}

/** The number of the week that a date lies in, counted from Mondays. */
function mondayOf(date: string): number {
  return weekStart(parseWrittenDay(date));
}
