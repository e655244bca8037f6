import { chosenPlan } from "../../plan/goals.js";
import { formatDay } from "../../calendar/day.js";
import type { Format } from "../../format/format.js";
import { parseWrittenDay } from "../../plan/dates.js";
import { targetRows } from "../../rows/target-rows.js";
import type { TargetRow } from "../../rows/target-row.js";
import type { Solution, Targets } from "../../solve/answer.js";
import type { Replan } from "../../track/replan.js";
import type { Track } from "../../track/track.js";
import { goalWords } from "../../words/goal.js";
import { unitWords } from "../../words/units.js";
import { countCell } from "../figures.js";
import { left, right, sentence, table, type Block, type Row, type Section } from "../report.js";

/** Whose work is shown. */
export interface Whose {
  /** Only what this team answers for; every team unless given. */
  readonly team?: string | undefined;
  /** Whether people are named. */
  readonly people?: boolean | undefined;
}

/** So many lines are found at a glance; the plan's tables have the rest. */
const MOST_ROWS = 12;

/**
 * What to do next, by team and where asked for by person: the first week of the plan for the rest of the period that asks for
 * anything. What is out of reach says so before it is asked for.
 */
export function thisWeekSection(
  { solution, asOf }: Replan,
  track: Track,
  { team, people = false }: Whose,
  format: Format,
): Section {
  const title = "What to do next";
  if (track.ahead.over) return { title, place: "page", blocks: [] };
  const all = targetRows(solution, { by: "week", per: people ? "person" : "team" }).filter(
    (row) => team === undefined || row.team === team,
  );
  const asked = all.filter(({ target, from }) => target > 0 && from !== null);
  const from = (asked.find(({ kind }) => kind === "work" || kind === "activity") ?? asked[0])?.from ?? null;
  const warning = outOfReach(solution, track, format);
  if (from === null)
    return { title, place: "page", blocks: [...warning, sentence("No new work is needed.")] };
  const week = asked.filter((row) => row.from === from);
  const rows = week.filter(isWork).sort(byKind);
  const next = formatDay(parseWrittenDay(asOf) + 1);
  const to = week[0]?.to ?? from;
  const more = rows.length - MOST_ROWS;
  return {
    title: `What to do from ${format.date(from < next ? next : from)} to ${format.date(to)}`,
    place: "page",
    blocks: [
      ...warning,
      rows.length === 0
        ? sentence("Nothing new must be started.")
        : weekTable(solution, rows.slice(0, MOST_ROWS), people, format),
      ...(more > 0
        ? [sentence(`… and ${format.plural(more, "more line")}: reverse-funnel targets has them.`)]
        : []),
      ...broughtText(solution, week, rows.length > 0, format),
    ],
  };
}

/** What is started or done, and not what follows from it. */
function isWork({ kind }: TargetRow): boolean {
  return kind === "work" || kind === "activity";
}

/** What is started comes before what is done for it. */
function byKind(one: TargetRow, other: TargetRow): number {
  return Number(one.kind === "activity") - Number(other.kind === "activity");
}

function weekTable(solution: Solution, rows: readonly TargetRow[], people: boolean, format: Format): Block {
  const columns = [left("What"), right("This week"), right("A day"), left(people ? "Who" : "Team")];
  const cells = rows.map((row): Row => [
    nameOf(solution, row),
    countCell(format, row.target),
    countCell(format, perDayOf(solution.targets, row)),
    row.person ?? row.team ?? "",
  ]);
  return table(columns, cells);
}

function nameOf({ plan }: Solution, { kind, stage, activity, target }: TargetRow): string {
  if (activity !== null) return activity;
  return kind === "win" ? (target === 1 ? "win" : "wins") : unitWords(plan, stage, target);
}

/** What should come of it, and of what is under way. */
function broughtText(
  solution: Solution,
  week: readonly TargetRow[],
  hasWork: boolean,
  format: Format,
): readonly Block[] {
  const brought = week.filter(({ kind }) => kind === "milestone" || kind === "win");
  if (brought.length === 0) return [];
  const parts = brought.map((row) => `${format.number(row.target)} ${nameOf(solution, row)}`);
  return [
    sentence(
      `${hasWork ? "With what is under way, that should bring" : "What is under way should bring"} ${format.list(parts)} this week.`,
    ),
  ];
}

/** What a working day must bring of it. */
function perDayOf(targets: Targets | null, { stage, activity, person }: TargetRow): number | null {
  if (targets === null) return null;
  const work = targets.activities.find(
    (each) => each.stage === stage && each.activity === (activity ?? stage),
  );
  if (person !== null) return work?.people.find(({ name }) => name === person)?.perDay ?? null;
  return activity === null
    ? (targets.path.find((each) => each.stage === stage)?.perDay ?? null)
    : (work?.perDay ?? null);
}

/** What no one can be asked to do is not asked for without a word. */
function outOfReach(answer: Solution, { ahead }: Track, format: Format): readonly Block[] {
  if (answer.status === "feasible")
    return ahead.possible
      ? []
      : [sentence("This is far more a day than was planned, and counts as out of reach.", "bad")];
  const { nearest } = answer;
  const best =
    nearest === null
      ? "Not even a part of it can be reached as things stand."
      : `As things stand, ${goalWords(chosenPlan(answer), nearest.amount, format)} more can be reached.`;
  return [sentence(`What is missing is out of reach; this is what it would take. ${best}`, "bad")];
}
