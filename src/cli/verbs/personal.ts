import { personalTargets } from "../../align/personal-targets.js";
import { readHistory, type History } from "../../align/history.js";
import { leftOutOfHistory, weeklyHistory, type LeftOut } from "../../align/weekly-history.js";
import { formatDay } from "../../calendar/day.js";
import { firstOfWeek } from "../../calendar/week.js";
import { visible } from "../../format/visible.js";
import { at, must } from "../../number/invariant.js";
import { isZero } from "../../number/ratio.js";
import { parseWrittenDay } from "../../plan/dates.js";
import type { Plan } from "../../plan/plan.js";
import { personalReport } from "../../report/personal-report.js";
import { readYaml } from "../../yaml/index.js";
import { dateOption } from "../as-of.js";
import { callFormat } from "../call-format.js";
import { CONFIG } from "../config/with-config.js";
import { InputError, UsageError } from "../failure.js";
import { isCounted, readHappened } from "../happened.js";
import { printAnswer } from "../print.js";
import { EXPORTS } from "../read-journeys.js";
import { LOG } from "../read-log.js";
import { located, readPlan, readText } from "../read-plan.js";
import { ANSWER, COMMON, type Call, type Verb } from "../verb.js";
import { noMoreWords } from "../words.js";
import type { ExitCode } from "../world.js";

/**
 * `personal plan.yaml history.yaml`: targets that start from each person.
 *
 * @throws UsageError where no history is named
 * @throws InputError for a history that is not valid
 */
export const personalVerb: Verb = {
  name: "personal",
  takesLong: true,
  summary: "Set each person's next step from their own history.",
  usage: "<plan> <history|export...> [options]",
  options: {
    ...EXPORTS,
    ...LOG,
    since: {
      type: "text",
      value: "date",
      help: "Count whole weeks from this day on; default: all.",
    },
    ...ANSWER,
    ...CONFIG,
    ...COMMON,
  },
  example: "reverse-funnel personal plan.yaml history.yaml",
  notes:
    "The history lists counts by person, week by week, the earliest first:\n" +
    "  Ana:\n" +
    "    - { week: 2026-01-05, counts: { call: 110, meeting: 9, win: 2 } }\n" +
    "Counts are named after the plan's stages and activities, and win.\n" +
    "A week that is missing is a week off.\n" +
    "With --crm the files after the plan are exports, and the weeks are counted from them, and from an\n" +
    "activity log: personal plan.yaml deals.csv --crm hubspot --log calls.csv.\n" +
    "Exits with 1 if all next steps together are less than the plan needs.",
  run: async (call): Promise<ExitCode> => {
    const { plan, within } = await readPlan(call);
    const history = isCounted(call) ? await countedHistory(call, plan) : await writtenHistory(call, plan);
    const answer = within(() => personalTargets(plan, history));
    printAnswer(call, answer, (options) => personalReport(answer, options));
    return answer.sums.some(({ status }) => status === "short") ? 1 : 0;
  },
};

async function writtenHistory(call: Call, plan: Plan): Promise<History> {
  noMoreWords(call, 2);
  const [, file] = call.words;
  if (file === undefined)
    throw new UsageError(
      "personal needs a history: a file, - for standard input, or an export: personal plan.yaml deals.csv --crm hubspot",
    );
  const text = await readText(call.world, file);
  const { data, issues } = readYaml(text);
  if (issues.length > 0) throw new InputError(file, issues);
  return weeksSince(
    call,
    located(file, text, () => readHistory(data, plan)),
  );
}

/** The weeks that `--since` leaves, and who has any. */
function weeksSince(call: Call, history: History): History {
  const since = dateOption(call, "since");
  if (since === undefined) return history;
  const first = parseWrittenDay(weekFrom(since));
  const left = Object.entries(history).flatMap(([person, weeks]) => {
    const own = weeks.filter(({ week }) => parseWrittenDay(week) >= first);
    return own.length === 0 ? [] : [[person, own] as const];
  });
  if (left.length === 0)
    throw new UsageError(`--since ${since} leaves no week of the history: name an earlier day`);
  return Object.fromEntries(left);
}

/** A person's best may be long ago: all of history counts, unless `--since` says from when on. */
const LONG_AGO = "1900-01-01";

async function countedHistory(call: Call, plan: Plan): Promise<History> {
  const since = dateOption(call, "since");
  const happened = await readHappened(call, plan, since === undefined ? LONG_AGO : weekFrom(since));
  const history = happened === undefined ? {} : weeklyHistory(happened.snapshot, plan);
  if (happened !== undefined) sayLeftOut(call, leftOutOfHistory(happened.snapshot, plan));
  if (Object.keys(history).length === 0)
    throw new UsageError(
      "nothing in these files carries both a day and a person of the plan, in a week that is over",
    );
  sayWeeks(call, history);
  return history;
}

/** The Monday on or after a day: half a week is no week. */
function weekFrom(since: string): string {
  return formatDay(firstOfWeek(parseWrittenDay(since) + 6));
}

/** More names than these are counted only. */
const MOST_NAMES = 20;

/** Says on standard error whose work counts for nobody. */
function sayLeftOut(call: Call, { strangers, nobody }: LeftOut): void {
  const format = callFormat(call);
  if (strangers.length > 0) {
    const names = strangers
      .slice(0, MOST_NAMES)
      .map(({ name, count }) => `${visible(name)} (${format.number(count)})`);
    const more = strangers.length - names.length;
    const rest = more > 0 ? `, and ${format.number(more)} more` : "";
    call.world.err(`Left out, in no team of the plan: ${names.join(", ")}${rest}.\n`);
  }
  if (!isZero(nobody))
    call.world.err(`Left out, because it names nobody: ${format.plural(nobody, "unit")} of work and wins.\n`);
}

/** Says on standard error which weeks count. */
function sayWeeks(call: Call, history: History): void {
  const weeks = Object.values(history).flatMap((own) => own.map(({ week }) => week));
  const sorted = [...weeks].sort();
  const { date } = callFormat(call);
  call.world.err(
    `Weeks counted: from that of ${date(at(sorted, 0))} to that of ${date(must(sorted.at(-1), "a last week"))}.\n`,
  );
}
