import { targetsReport } from "../../report/targets-report.js";
import { TARGET_COLUMNS } from "../../rows/target-row.js";
import { targetRows, type RowOptions } from "../../rows/target-rows.js";
import { toCsv } from "../../rows/to-csv.js";
import { toIcs } from "../../rows/to-ics.js";
import type { Solution } from "../../solve/answer.js";
import { solve } from "../../solve/solve.js";
import { toXlsx } from "../../xlsx/to-xlsx.js";
import { planFormat } from "../../words/plan-format.js";
import { callFormat } from "../call-format.js";
import { nearestHint, UsageError } from "../failure.js";
import { keepInputs } from "../keep-inputs.js";
import { snapshotFile, SNAPSHOT } from "../needed-snapshot.js";
import { reportText } from "../print.js";
import { readPlan } from "../read-plan.js";
import { readSnapshot } from "../read-snapshot.js";
import { targetsFormat, type TargetsFormat } from "../targets-format.js";
import { ANSWER, COMMON, type Call, type Verb } from "../verb.js";
import { noMoreWords } from "../words.js";
import type { ExitCode } from "../world.js";
import { OUTPUT, writeOutput } from "../write-output.js";

const LENGTHS = ["day", "week", "month"] as const;
const WHO = ["team", "person"] as const;

/** `targets plan.yaml -o targets.csv`: the targets as rows, for a spreadsheet, a warehouse, a CRM or a calendar. */
export const targetsVerb: Verb = {
  name: "targets",
  summary: "Write the targets as rows for a spreadsheet or a CRM, or as dates for a calendar.",
  usage: "<file> [options]",
  options: {
    by: { type: "text", value: "length", help: "A row for each day, week (default) or month." },
    per: { type: "text", value: "who", help: "For each team (default) or person." },
    ...SNAPSHOT,
    team: { type: "text", value: "name", help: "Only what this team answers for." },
    ...ANSWER,
    format: {
      type: "text",
      value: "format",
      help: "text, csv, xlsx, ics or json; default: by the file's ending, else text.",
    },
    ...OUTPUT,
    ...COMMON,
  },
  example: "reverse-funnel targets plan.yaml --by month --per person -o targets.csv",
  notes:
    "The targets of one thing add up to its total. With --snapshot each row also says what was done, and\n" +
    "what is left. A calendar (.ics) has the last days to start, milestones and weekly check-ins.\n" +
    "A workbook (.xlsx) has the whole plan with live formulas: change a rate, and the totals follow.\n" +
    "Exits with 1 if the goal is out of reach.",
  run: async (call): Promise<ExitCode> => {
    noMoreWords(call, 1);
    await keepInputs(call, [call.words[0], call.text("snapshot")]);
    const format = targetsFormat(call);
    const { plan, within } = await readPlan(call);
    const snapshotName = snapshotFile(call);
    const snapshot =
      snapshotName === undefined ? undefined : await readSnapshot(call.world, snapshotName, plan);
    const options = { by: oneOf(call, "by", LENGTHS), per: oneOf(call, "per", WHO), snapshot };
    const answer = within(() => solve(plan));
    const made = within(() => written(call, answer, options, format));
    const file = await writeOutput(call, made);
    if (file !== undefined) call.world.err(`Wrote ${file}.\n`);
    return answer.status === "feasible" ? 0 : 1;
  },
};

function written(
  call: Call,
  answer: Solution,
  options: RowOptions,
  format: TargetsFormat,
): string | Uint8Array {
  const team = call.text("team");
  const rows = () => targetRows(answer, options).filter((row) => team === undefined || row.team === team);
  const figures = planFormat(answer.plan, callFormat(call, answer.plan.currency));
  switch (format) {
    case "csv":
      return toCsv(rows(), { columns: TARGET_COLUMNS });
    case "xlsx":
      return workbook(call, answer);
    case "ics":
      return toIcs(answer, { team, format: figures });
    case "json":
      return `${JSON.stringify(rows(), null, 2)}\n`;
    case "text":
      return reportText(call, targetsReport(rows(), { title: answer.plan.name ?? "Plan", format: figures }));
  }
}

/** A workbook has the whole plan: nothing picks a part of it. */
function workbook({ text }: Call, answer: Solution): Uint8Array {
  const picked = ["by", "per", "team", "snapshot"].find((option) => text(option) !== undefined);
  if (picked !== undefined)
    throw new UsageError(`--${picked} does not go with a workbook, which has the whole plan`);
  if (answer.targets === null)
    throw new UsageError("a workbook needs targets, and no number of entries reaches this goal");
  return toXlsx(answer);
}

function oneOf<Word extends string>(
  { text }: Call,
  option: string,
  known: readonly Word[],
): Word | undefined {
  const typed = text(option);
  const found = known.find((word) => word === typed);
  if (typed === undefined || found !== undefined) return found;
  throw new UsageError(`there is no --${option} ${JSON.stringify(typed)}; ${nearestHint(typed, known)}`);
}
