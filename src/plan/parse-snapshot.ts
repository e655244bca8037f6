import { fieldsOf, isList } from "../schema/fields.js";
import { parseWrittenDay } from "./dates.js";
import { issueAt, type Issue, type Path } from "../schema/issue.js";
import { suggestion } from "../schema/suggestion.js";
import { copyPlainData } from "../schema/plain-data.js";
import { dataOrThrow, parseResult, type ParseResult } from "../schema/parse-result.js";
import type { PlanInput } from "./plan.js";
import { shapeIssues } from "../schema/shape-issues.js";
import { snapshotShape, type Snapshot } from "./snapshot.js";
import { listStages } from "./stage-list.js";

/**
 * Reads a snapshot from data of any origin. All issues come at once: nothing in it may lie after `asOf`, open work may
 * not have entered after it, and with a plan given every stage must be one of the plan's.
 *
 * @example
 * ```ts
 * safeParseSnapshot({ asOf: "2026-01-14", entered: { demo: [{ on: "2026-01-15", count: 3 }] } }).success; // => false
 * ```
 */
export function safeParseSnapshot<Stage extends string = string>(
  data: unknown,
  plan?: PlanInput<Stage>,
): ParseResult<Snapshot<Stage>> {
  const copy = copyPlainData(data, { values: MOST_VALUES });
  const shape = copy.issues.length > 0 ? copy.issues : shapeIssues(snapshotShape, copy.data);
  const snapshot = copy.data as Snapshot<Stage>;
  const issues =
    shape.length > 0
      ? shape
      : [...lateRows(snapshot), ...strangeStages(snapshot, plan), ...outcomeOfGoals(snapshot, plan)];
  return parseResult(snapshot, issues);
}

/**
 * Reads a snapshot from data of any origin.
 *
 * @throws PlanError with every issue
 *
 * @example
 * ```ts
 * parseSnapshot({ asOf: "2026-01-14", won: 3 }).won; // => 3
 * ```
 */
export function parseSnapshot<Stage extends string = string>(
  data: unknown,
  plan?: PlanInput<Stage>,
): Snapshot<Stage> {
  return dataOrThrow(safeParseSnapshot(data, plan));
}

/** A million deals, won or open, with all that is known of each. */
const MOST_VALUES = 6_000_000;

function lateRows(snapshot: Snapshot): Issue[] {
  const { asOf, outcome, won, lost, churned } = snapshot;
  const records = (["entered", "activities", "pipeline"] as const).flatMap((part) =>
    Object.entries(snapshot[part] ?? {}).map(([name, rows]) => [[part, name], rows] as const),
  );
  const lists = Object.entries({ won, lost, churned, outcome }).map(
    ([part, rows]) => [[part], rows] as const,
  );
  return [...records, ...lists].flatMap(([path, rows]) => (isList(rows) ? lateIn(rows, path, asOf) : []));
}

function lateIn(rows: readonly unknown[], path: Path, asOf: string): Issue[] {
  return rows.flatMap((row, index) => {
    const { on, entered } = fieldsOf(row);
    const date = on ?? entered;
    if (typeof date !== "string" || parseWrittenDay(date) <= parseWrittenDay(asOf)) return [];
    const key = on === undefined ? "entered" : "on";
    const advice = "leave it out, or move asOf to a later day";
    const expected = `a day up to ${asOf}`;
    return [issueAt([...path, index, key], date, { code: "snapshot.late", expected, advice })];
  });
}

/** What was measured is an amount of one metric. */
function outcomeOfGoals({ outcome }: Snapshot, plan: PlanInput | undefined): Issue[] {
  if (plan?.goals === undefined || outcome === undefined) return [];
  return [
    issueAt(["outcome"], outcome, {
      code: "snapshot.goals",
      expected: "no measured outcome for a plan with several goals",
      advice: "leave it out: wins and what was lost say what each goal has come to",
    }),
  ];
}

function strangeStages(snapshot: Snapshot, plan: PlanInput | undefined): Issue[] {
  if (plan === undefined) return [];
  const names = listStages(plan).map(({ stage }) => stage.stage);
  return (["entered", "pipeline"] as const).flatMap((part) =>
    Object.keys(snapshot[part] ?? {}).flatMap((name) =>
      names.includes(name)
        ? []
        : [
            issueAt([part, name], name, {
              code: "stage.unknown",
              expected: "a stage of the funnel",
              advice: suggestion(name, names),
            }),
          ],
    ),
  );
}
