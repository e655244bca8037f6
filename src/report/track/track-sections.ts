import type { Format } from "../../format/format.js";
import { at } from "../../number/invariant.js";
import type { Pacing } from "../../track/pacing.js";
import type { StageTrack } from "../../track/stage-pace.js";
import type { GapPart } from "../../track/gap.js";
import type { GoalTrack } from "../../track/goal-tracks.js";
import type { Track } from "../../track/track.js";
import { countCell, numberCell, partCells, rateCell } from "../figures.js";
import { left, right, sentence, table, type Row, type Section } from "../report.js";
import { chanceWords } from "../../words/chance.js";
import { capital, goalWords, metricWords } from "../../words/goal.js";
import { amountOf, sayStatement, type Statement } from "../../words/progress.js";
import { firstOfEach } from "../../schema/first-of-each.js";
import { partText } from "../../charts/waterfall/part-text.js";

/** Where it is going, what it takes, why, and where the outcome is today. */
export function outcomeSection(answer: Track, format: Format): Section {
  const { outcome, verdict, status, ahead, goals } = answer;
  const good = status === "on track" || status === "ahead";
  const projected =
    goals === undefined
      ? format.number(outcome.projected)
      : format.list(goals.map((goal) => goalAmount(goal, goal.projected, format)));
  const isOne = goals === undefined;
  // Of a goal in customers the statement of today has said it.
  const saysWins = verdict.statements.some((said) => said.code === "today" && said.metric === "customers");
  return {
    title: "Outcome",
    blocks: [
      sentence(
        ahead.over
          ? `The period ended at ${projected}: ${status}.`
          : `By the end, ${projected} ${isOne ? "is" : "are"} expected: ${status}.`,
        good ? "good" : "bad",
      ),
      ...verdict.statements
        .filter(isShown)
        .map((statement) => sentence(sayStatement(statement, format), isBad(statement) ? "bad" : "plain")),
      ...(saysWins ? [] : [sentence(winsText(outcome, format))]),
    ],
  };
}

/** Where several goals are now stands in their table. */
function isShown(statement: Statement): boolean {
  return statement.code !== "today" || statement.of === undefined;
}

/** How each of several goals stands. */
export function goalTracksSection({ goals = [] }: Pick<Track, "goals">, format: Format): Section {
  const rows = goals.map(({ goal, now, planned, projected, attainment, chance, status, ...of }) => [
    goalAmount(of, goal, format),
    amountOf(of.metric, now, format),
    amountOf(of.metric, planned, format),
    amountOf(of.metric, projected, format),
    rateCell(format, attainment),
    typeof chance?.asPlanned === "number"
      ? chanceWords(Math.max(chance.asPlanned, chance.error ?? 0), format)
      : "",
    status,
  ]);
  const columns = [
    left("Goal"),
    right("Now"),
    right("By now"),
    right("At the end"),
    right("Attainment"),
    right("Chance"),
    left("Status"),
  ];
  return { title: "Each goal", blocks: rows.length === 0 ? [] : [table(columns, rows)] };
}

/** An amount of one of several goals, with what it counts in. */
function goalAmount(
  { metric, unit }: Pick<GoalTrack, "metric" | "unit">,
  amount: string,
  format: Format,
): string {
  return goalWords({ goal: { metric, ...(unit === null ? {} : { unit }) } }, amount, format);
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

/** What the gap between plan and outcome is due to, part by part; of several goals in the amounts of each. */
export function gapSection({ gap, goals }: Track, format: Format): Section {
  const title = "Why it is not as planned";
  const gaps: readonly (readonly GapPart[])[] = goals?.map((goal) => goal.gap) ?? [gap];
  const parts = firstOfEach(gaps.flat(), partText);
  if (parts.length === 0) return { title, blocks: [] };
  const winCells = partCells(
    format,
    parts.map(({ wins }) => wins),
  );
  const amountCells = gaps.map((own) => {
    const amounts = parts.map((part) => own.find((each) => partText(each) === partText(part))?.amount ?? "0");
    const isMoney = goals !== undefined || own.some(({ wins, amount }) => wins !== amount);
    return partCells(format, amounts, isMoney ? "amount" : "number");
  });
  const rows = parts.map((part, index) => [
    partText(part),
    at(winCells, index),
    ...amountCells.map((cells) => at(cells, index)),
  ]);
  const names = goals?.map(({ metric }) => capital(metricWords(metric))) ?? ["Amount"];
  const columns = [left("Due to"), right("Wins"), ...names.map((name) => right(name))];
  return { title, blocks: [table(columns, rows)] };
}

/** Whether what is short may be bad luck. */
export function luckSection({ shortfalls }: Track, format: Format): Section {
  const items = shortfalls.map(({ stage, expected, actual, daysKnown, pValue: chance, significant }) => {
    const went = `From "${stage}" ${format.number(actual)} went on; ${format.number(expected)} would have at the plan's rate`;
    if (!daysKnown)
      return `${went} had it been entered on the planned days. Those days are not given, so whether it is more than bad luck is not known.`;
    const fewer = `${went}.`;
    if (chance === null) return fewer;
    const percent = format.rate(chance === 0 ? "0" : Math.max(chance, 1e-9).toFixed(9));
    return `${fewer} So few have a chance of ${percent}: ${significant === true ? "more than bad luck" : "within luck"}.`;
  });
  return { title: "Luck?", blocks: items.length === 0 ? [] : [{ kind: "list", items }] };
}
