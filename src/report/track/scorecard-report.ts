import { showCount } from "../../model/display.js";
import type { CheckIn, ScoreRow } from "../../track/scorecard/row.js";
import type { Scorecard } from "../../track/scorecard/scorecard.js";
import { countText, exactCell, rateCell } from "../figures.js";
import { left, right, sentence, table, type Report, type Section } from "../report.js";

/** The report of a scorecard, to be sent round: what was hit, what was missed, what to change, then every line. */
export function scorecardReport(card: Scorecard): Report {
  const { rows, hit, missed, change } = card;
  const sections: Section[] = [
    summarySection(card),
    listed("Hit", rows, hit),
    listed("Missed", rows, missed),
    { title: "What to change", blocks: list(change.map(({ text }) => text)) },
    linesSection(rows),
    checkInSection(rows),
    peopleSection(rows),
    { title: "Why we do it", blocks: list(rows.map(({ name, why }) => `${name}: ${why}`)) },
  ];
  return {
    title: `Check-in through ${card.asOf}`,
    sections: sections.filter(({ blocks }) => blocks.length > 0),
  };
}

function summarySection({ hit, missed, status, verdict, owners }: Scorecard): Section {
  const good = status === "on track" || status === "ahead";
  const teams = owners.flatMap(({ owner, hits, misses }) =>
    owner === null || hits + misses === 0
      ? []
      : [`${owner} ${showCount(hits)} of ${showCount(hits + misses)}`],
  );
  return {
    title: "In short",
    blocks: [
      sentence(
        `${countText(hit.length, "goal")} hit, ${showCount(missed.length)} missed. The outcome is ${status}.`,
        good ? "good" : "bad",
      ),
      sentence(verdict.text),
      ...(teams.length === 0 ? [] : [sentence(`Hit by team: ${teams.join(", ")}.`)]),
    ],
  };
}

function listed(title: string, rows: readonly ScoreRow[], names: readonly string[]): Section {
  const items = rows.filter(({ name }) => names.includes(name)).map((row) => lineText(row));
  return { title, blocks: list(items) };
}

function lineText({ name, owner, goal, checkIns, streak, kind }: ScoreRow): string {
  const last = lastJudged(checkIns);
  const who = owner === null ? "" : ` (${owner})`;
  const length = streak?.length ?? 0;
  const row = length < 2 ? "" : `, ${showCount(length)} in a row`;
  const figures =
    last === undefined
      ? goal
      : `${figure(last.actual, goal)} of ${figure(last.target, goal)}${spanText(kind, last)}`;
  return `${name}${who}: ${figures}${kind === "habit" ? `, ${goal}` : ""}${row}.`;
}

/** Which days a figure is of; the outcome and what is lost are counted from the start on. */
function spanText(kind: ScoreRow["kind"], { from, to }: CheckIn): string {
  return kind === "outcome" || kind === "limit" ? ` by ${to}` : ` from ${from} to ${to}`;
}

function lastJudged(checkIns: readonly CheckIn[]): CheckIn | undefined {
  return checkIns.filter(({ hit }) => hit !== null).at(-1);
}

/** Shares within a limit are rates; all else are counts. */
function figure(exact: string | null, goal: string): string {
  return goal.includes("% within") ? rateCell(exact) : exactCell(exact);
}

function linesSection(rows: readonly ScoreRow[]): Section {
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
    showCount(hits),
    showCount(misses),
    streak === null ? "" : countText(streak.length, streak.hit ? "hit" : "miss").replace("misss", "misses"),
    trend ?? "",
    hollow ? "hollow" : "",
  ]);
  return { title: "So far", blocks: [table(columns, cells)] };
}

function checkInSection(rows: readonly ScoreRow[]): Section {
  const cells = rows.flatMap(({ name, goal, checkIns }) =>
    checkIns
      .slice(-SHOWN)
      .map(({ from, target, actual, hit }) => [
        name,
        from,
        figure(target, goal),
        actual === null ? "not known" : figure(actual, goal),
        hit === null ? "" : hit ? "hit" : "miss",
      ]),
  );
  const columns = [left("Goal"), left("From"), right("Target"), right("Done"), left("Result")];
  return { title: "The last check-ins", blocks: cells.length === 0 ? [] : [table(columns, cells)] };
}

/** So many check-ins of each line are shown. */
const SHOWN = 4;

function peopleSection(rows: readonly ScoreRow[]): Section {
  const cells = rows.flatMap(({ name, people, checkIns }) =>
    people.map((person) => [
      name,
      person.name,
      lastJudged(checkIns)?.from ?? "",
      person.target === null ? "" : showCount(person.target),
      exactCell(person.actual),
    ]),
  );
  const columns = [left("Goal"), left("Person"), left("From"), right("Share"), right("Done")];
  return { title: "By person", blocks: cells.length === 0 ? [] : [table(columns, cells)] };
}

function list(items: readonly string[]): Section["blocks"] {
  return items.length === 0 ? [] : [{ kind: "list", items }];
}
