import { plainFormat, type Format } from "../../format/format.js";
import type { CheckIn, ScoreRow } from "../../track/scorecard/row.js";
import type { Scorecard } from "../../track/scorecard/scorecard.js";
import { sayStatement, sayVerdict } from "../../words/progress.js";
import { goalTracksSection } from "./track-sections.js";
import { sayAdvice, sayAsked, sayPurpose } from "../../words/scorecard.js";
import { dateCell, numberCell, rateCell } from "../figures.js";
import {
  left,
  right,
  sentence,
  cellText,
  table,
  type Cell,
  type FormatOption,
  type Report,
  type Section,
} from "../report.js";
import { requireHanded } from "../../schema/handed.js";

/** What a report of a scorecard shows. */
export interface ScorecardReportOptions extends FormatOption {
  /** Whether people are named; false unless given. */
  readonly people?: boolean | undefined;
}

/**
 * The report of a scorecard, to be sent round: what was hit, what was missed, what to change, then every line.
 *
 * @throws TypeError for anything else than an answer of scorecard
 *
 * @example
 * ```ts
 * const plan = { goal: { metric: "customers", amount: 10, period: "2026-01" }, funnel: [{ stage: "demo", rate: "25%" }], habits: [{ name: "calls", atLeast: 25, per: "day" }] } as const;
 * const card = scorecard(plan, { asOf: "2026-01-11", activities: { calls: [{ on: "2026-01-06", count: 90 }] } });
 * scorecardReport(card).sections.map(({ title }) => title);
 * // => ["In short", "Missed", "What to change", "So far", "The last check-ins", "Why we do it"]
 * ```
 */
export function scorecardReport(
  card: Scorecard,
  { format = plainFormat, people = false }: ScorecardReportOptions = {},
): Report {
  requireHanded("scorecardReport", ["an answer of scorecard"], card);
  const { rows, hit, missed, change } = card;
  const sections: Section[] = [
    summarySection(card, format),
    goalTracksSection(card, format),
    listed("Hit", rows, hit, format),
    listed("Missed", rows, missed, format),
    { title: "What to change", blocks: list(change.map((advice) => sayAdvice(advice.row, advice, format))) },
    linesSection(rows, format),
    checkInSection(rows, format),
    ...(people ? [peopleSection(rows, format)] : []),
    {
      title: "Why we do it",
      blocks: list(rows.map(({ name, purpose }) => `${name}: ${sayPurpose(purpose, format)}`)),
    },
  ];
  return {
    title: `Check-in through ${format.date(card.asOf)}`,
    sections: sections.filter(({ blocks }) => blocks.length > 0),
  };
}

function summarySection(card: Scorecard, format: Format): Section {
  const { hit, missed, status, chance, verdict, owners, goals } = card;
  const good = status === "on track" || status === "ahead";
  const teams = owners.flatMap(({ owner, hits, misses }) =>
    owner === null || hits + misses === 0
      ? []
      : [`${owner} ${format.number(hits)} of ${format.number(hits + misses)}`],
  );
  return {
    title: "In short",
    blocks: [
      sentence(
        `${format.plural(hit.length, "goal")} hit, ${format.number(missed.length)} missed. The outcome is ${status}.`,
        good ? "good" : "bad",
      ),
      ...(chance === null
        ? []
        : [
            sentence(
              sayStatement({ code: "chance", chance, ...(goals === undefined ? {} : { of: "all" }) }, format),
            ),
          ]),
      sentence(sayVerdict(verdict, format)),
      ...(teams.length === 0 ? [] : [sentence(`Hit by team: ${teams.join(", ")}.`)]),
    ],
  };
}

function listed(title: string, rows: readonly ScoreRow[], names: readonly string[], format: Format): Section {
  const items = rows.filter(({ name }) => names.includes(name)).map((row) => lineText(row, format));
  return { title, blocks: list(items) };
}

function lineText({ name, owner, asked, checkIns, streak, kind }: ScoreRow, format: Format): string {
  const last = lastJudged(checkIns);
  const who = owner === null ? "" : ` (${owner})`;
  const length = streak?.length ?? 0;
  const row = length < 2 ? "" : `, ${format.number(length)} in a row`;
  const goal = sayAsked(asked, format);
  const figures =
    last === undefined
      ? goal
      : `${cellText(figure(last.actual, asked, format))} of ${cellText(figure(last.target, asked, format))}${spanText(kind, last, format)}`;
  return `${name}${who}: ${figures}${kind === "habit" ? `, ${goal}` : ""}${row}.`;
}

/** Which days a figure is of; the outcome and what is lost are counted from the start on. */
function spanText(kind: ScoreRow["kind"], { from, to }: CheckIn, format: Format): string {
  return kind === "outcome" || kind === "limit"
    ? ` by ${format.date(to)}`
    : ` from ${format.date(from)} to ${format.date(to)}`;
}

function lastJudged(checkIns: readonly CheckIn[]): CheckIn | undefined {
  return checkIns.filter(({ hit }) => hit !== null).at(-1);
}

/** Shares within a limit are rates; all else are counts. */
function figure(exact: string | null, { code }: ScoreRow["asked"], format: Format): Cell {
  return code === "habit-share" ? rateCell(format, exact) : numberCell(format, exact);
}

function linesSection(rows: readonly ScoreRow[], format: Format): Section {
  const columns = [
    left("Goal"),
    left("Owner"),
    right("Hits"),
    right("Misses"),
    left("Streak"),
    left("Trend"),
    left("Note"),
  ];
  const cells = rows.map(({ name, owner, hits, misses, streak, trend, hollow }) => [
    name,
    owner ?? "",
    format.number(hits),
    format.number(misses),
    streak === null ? "" : format.plural(streak.length, streak.hit ? "hit" : "miss"),
    trend ?? "",
    hollow ? "hollow" : "",
  ]);
  return { title: "So far", blocks: [table(columns, cells)] };
}

function checkInSection(rows: readonly ScoreRow[], format: Format): Section {
  const cells = rows.flatMap(({ name, asked, checkIns }) =>
    checkIns
      .slice(-SHOWN)
      .map(({ from, target, actual, hit }) => [
        name,
        format.date(from),
        figure(target, asked, format),
        actual === null ? "not known" : figure(actual, asked, format),
        hit === null ? "" : hit ? "hit" : "miss",
      ]),
  );
  const columns = [left("Goal"), left("From"), right("Target"), right("Done"), left("Result")];
  return { title: "The last check-ins", blocks: cells.length === 0 ? [] : [table(columns, cells)] };
}

/** So many check-ins of each line are shown. */
const SHOWN = 4;

function peopleSection(rows: readonly ScoreRow[], format: Format): Section {
  const cells = rows.flatMap(({ name, people, checkIns }) =>
    people.map((person) => [
      name,
      person.name,
      dateCell(format, lastJudged(checkIns)?.from ?? null),
      person.target === null ? "" : format.number(person.target),
      numberCell(format, person.actual),
    ]),
  );
  const columns = [left("Goal"), left("Person"), left("From"), right("Share"), right("Done")];
  return { title: "By person", blocks: cells.length === 0 ? [] : [table(columns, cells)] };
}

function list(items: readonly string[]): Section["blocks"] {
  return items.length === 0 ? [] : [{ kind: "list", items }];
}
