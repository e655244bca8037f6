import type { Format } from "../../format/format.js";
import { at } from "../../number/invariant.js";
import type { Pacing } from "../../track/pacing.js";
import type { StageTrack } from "../../track/stage-pace.js";
import type { Track } from "../../track/track.js";
import { countCell, numberCell, partCells, rateCell } from "../figures.js";
import { left, right, sentence, table, type Row, type Section } from "../report.js";
import { sayStatement, type Statement } from "../../words/progress.js";
import { partText } from "../../charts/waterfall/part-text.js";

/** Where it is going, what it takes, why, and where the outcome is today. */
export function outcomeSection({ outcome, verdict, status, ahead }: Track, format: Format): Section {
  const good = status === "on track" || status === "ahead";
  // Of a goal in customers the statement of today has said it.
  const saysWins = verdict.statements.some((said) => said.code === "today" && said.metric === "customers");
  return {
    title: "Outcome",
    blocks: [
      sentence(
        ahead.over
          ? `The period ended at ${format.number(outcome.projected)}: ${status}.`
          : `By the end, ${format.number(outcome.projected)} is expected: ${status}.`,
        good ? "good" : "bad",
      ),
      ...verdict.statements.map((statement) =>
        sentence(sayStatement(statement, format), isBad(statement) ? "bad" : "plain"),
      ),
      ...(saysWins ? [] : [sentence(winsText(outcome, format))]),
    ],
  };
}

function isBad({ code }: Statement): boolean {
  return code === "not-shown-yet" || code === "months-missed";
}

function winsText({ wins, plannedWins }: Track["outcome"], format: Format): string {
  return `${format.plural(wins, "win")} now, of ${format.number(plannedWins)} planned by now.`;
}

const PACE = [right("Planned"), right("Done"), right("Pace"), right("Rest a day"), left("Status")];

/** How far each stage has come, and, unless left out, what a day must bring to come to the plan's own total. */
export function paceSection({ stages }: Track, format: Format, needs = true): Section {
  const rows = Object.entries<StageTrack>(stages).map(([name, stage]) => [
    name,
    stage.owner ?? "",
    ...paceCells(stage, format, needs),
  ]);
  const columns = [left("Stage"), left("Owner"), ...PACE];
  return { title: "Stages so far", blocks: rows.length === 0 ? [] : [table(columns, rows)] };
}

/** How far the work has come; stages that are their own activity stand in the table of stages already. */
export function activityPaceSection({ activities, stages }: Track, format: Format, needs = true): Section {
  const rows = activities
    .filter(({ activity }) => !Object.hasOwn(stages, activity))
    .map((each) => [each.activity, each.owner ?? "", ...paceCells(each, format, needs)]);
  const columns = [left("Activity"), left("Owner"), ...PACE];
  return { title: "Activities so far", blocks: rows.length === 0 ? [] : [table(columns, rows)] };
}

function paceCells(
  { planned, actual, pace, needPerDay, status }: Pacing,
  format: Format,
  needs: boolean,
): Row {
  return [
    countCell(format, planned),
    numberCell(format, actual),
    rateCell(format, pace),
    needs ? countCell(format, needPerDay) : "",
    status ?? "not known",
  ];
}

/** The most that may be lost, and what was. */
export function lossSection({ lossLimits }: Track, format: Format): Section {
  const rows = lossLimits.map(({ item, owner, atMost, byNow, actual, status }) => [
    item,
    owner ?? "",
    numberCell(format, atMost),
    numberCell(format, byNow),
    numberCell(format, actual),
    status ?? "not known",
  ]);
  const columns = [
    left("What may be lost"),
    left("Owner"),
    right("At most"),
    right("By now"),
    right("Lost"),
    left("Status"),
  ];
  return { title: "Losses so far", blocks: rows.length === 0 ? [] : [table(columns, rows)] };
}

/** What the gap between plan and outcome is due to, part by part. */
export function gapSection({ gap }: Track, format: Format): Section {
  const wins = partCells(
    format,
    gap.map((part) => part.wins),
  );
  const amounts = partCells(
    format,
    gap.map(({ amount }) => amount),
    gap.some(({ wins: won, amount }) => won !== amount) ? "amount" : "number",
  );
  const rows = gap.map((part, index) => [partText(part), at(wins, index), at(amounts, index)]);
  const columns = [left("Due to"), right("Wins"), right("Amount")];
  return { title: "Why it is not as planned", blocks: rows.length === 0 ? [] : [table(columns, rows)] };
}

/** Whether what is short may be bad luck. */
export function luckSection({ shortfalls }: Track, format: Format): Section {
  const items = shortfalls.map(({ stage, expected, actual, pValue: chance, significant }) => {
    const fewer = `From "${stage}" ${format.number(actual)} went on; ${format.number(expected)} would have at the plan's rate.`;
    if (chance === null) return fewer;
    const percent = format.rate(chance === 0 ? "0" : Math.max(chance, 1e-9).toFixed(9));
    return `${fewer} So few have a chance of ${percent}: ${significant === true ? "more than bad luck" : "within luck"}.`;
  });
  return { title: "Luck?", blocks: items.length === 0 ? [] : [{ kind: "list", items }] };
}
