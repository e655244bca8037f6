import { Labels, LEFT_OUT, LOST, WON } from "../adapters/labels.js";
import { parseDay } from "../calendar/day.js";
import { at, must } from "../number/invariant.js";
import { listPaths, type StagePath } from "../history/journeys/paths.js";
import { issueAt } from "../schema/issue.js";
import { PlanError } from "../schema/plan-error.js";
import { suggestion } from "../schema/suggestion.js";
import { dialectOf, SQL_DIALECTS, type Dialect } from "./dialect.js";
import type { TableColumns, TableOptions } from "./table-options.js";
import { isOneOf } from "../schema/fields.js";

/** One way through the funnel, its stages by their number, the last one first: paths that merge then count alike. */
export interface Way {
  readonly path: StagePath;
  /** Numbers of its stages, by how many stages lie between each and the win. */
  readonly stages: readonly number[];
}

/** A word of the stage column: in lower case, whichever case the table writes; or exactly so. */
interface Label {
  readonly text: string;
  readonly isFolded: boolean;
}

/** What is asked of a table, with everything looked up that is known before the query runs. */
export interface Question {
  readonly dialect: Dialect;
  readonly table: string;
  readonly column: (role: keyof TableColumns) => string | undefined;
  /** Every stage of the funnel once; their numbers are their places here. */
  readonly stages: readonly string[];
  readonly ways: readonly Way[];
  /** The labels that stand for each stage, for a win, a loss and what is left out. */
  readonly labels: ReadonlyMap<number, readonly Label[]>;
  readonly asOf: number;
  readonly form: "statements" | "query";
}

/** The number by which a win, a loss, and what is left out go in statements. */
export const WIN = 1000;
export const LOSS = 1001;
export const OUT = -1;

/**
 * Looks up what the statements need.
 *
 * @throws RangeError for a dialect that there is not, a date that is none, and names that no quotes make safe
 * @throws PlanError for a label that stands for no stage of the funnel
 */
export function readQuestion(options: TableOptions, verb: string): Question {
  const { funnel, stages = {}, columns = {}, form = "statements" } = options;
  if (!isOneOf(SQL_DIALECTS, options.dialect))
    throw new RangeError(
      `${verb} requires one of ${SQL_DIALECTS.join(", ")} as dialect; got ${JSON.stringify(options.dialect)}`,
    );
  const dialect = dialectOf(options.dialect);
  const paths = listPaths(funnel);
  const labels = new Labels(paths, { stages });
  const issues = labels.strange.map(([label, stage]) =>
    issueAt(["stages", label], stage, {
      code: "map.stage-unknown",
      expected: "a stage of the funnel, won or lost",
      advice: suggestion(stage, labels.stages),
    }),
  );
  if (issues.length > 0) throw new PlanError(issues);
  if (labels.stages.length === 0) throw new RangeError(`${verb} requires a funnel with a stage; got none`);
  const names = typeof options.table === "string" ? options.table.split(".") : options.table;
  const all: TableColumns = { id: "id", stage: "stage", on: "on", ...columns };
  return {
    dialect,
    table: names.map(dialect.name).join("."),
    column: (role) => {
      const name = all[role];
      return name === undefined ? undefined : dialect.name(name);
    },
    stages: labels.stages,
    ways: paths.map((path) => ({
      path,
      stages: path.stages.map((stage) => labels.stages.indexOf(stage)).reverse(),
    })),
    labels: labelsByTarget(labels, Object.keys(stages)),
    asOf: dayOf(options.asOf, verb),
    form,
  };
}

/**
 * The day of a date.
 *
 * @throws RangeError for what is none
 */
export function dayOf(date: string, verb: string): number {
  const day = parseDay(date);
  if (day !== undefined) return day;
  throw new RangeError(`${verb} requires dates such as 2026-01-31; got ${JSON.stringify(date)}`);
}

/** Labels by what they stand for: in lower case, and as they are written where an engine may not know their lower case. */
function labelsByTarget(labels: Labels, written: readonly string[]): Question["labels"] {
  const byTarget = new Map<number, Label[]>();
  const add = (target: number | undefined, label: Label) => {
    if (target === undefined) return;
    const number = numberOf(target);
    byTarget.set(number, [...(byTarget.get(number) ?? []), label]);
  };
  for (const [text, target] of labels.targets) add(target, { text, isFolded: true });
  for (const text of new Set([...labels.stages, ...written]))
    if (/[^\p{ASCII}]/u.test(text) || !labels.targets.has(text.trim().toLowerCase()))
      add(labels.read(text), { text: text.trim(), isFolded: false });
  return byTarget;
}

function numberOf(target: number): number {
  return target === WON ? WIN : target === LOST ? LOSS : target === LEFT_OUT ? OUT : target;
}

/**
 * Of rows of one day, which counts as the later: their targets in the order in which an import compares them, as texts. So both
 * take the same owner where rows of one day differ.
 */
export function ranksOfTargets(
  stages: readonly string[],
): readonly (readonly [target: number, rank: number])[] {
  const written = [...stages.map((_, index) => index), WON, LOST];
  const inOrder = [...written].sort((one, other) => (String(one) < String(other) ? -1 : 1));
  return inOrder.map((target, rank) => [numberOf(target), rank]);
}

/** How many stages, counted from the win, all of these ways share. */
export function sharedEnd(ways: readonly Way[]): number {
  const [first] = ways;
  const stages = must(first, "a way").stages;
  const differs = stages.findIndex((stage, place) => ways.some((way) => way.stages[place] !== stage));
  return differs < 0 ? stages.length : differs;
}

/** The stage of a way that lies so many stages before the win. */
export function stageAt(way: Way, depth: number): number {
  return at(way.stages, depth);
}
