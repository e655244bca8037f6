import { CONFIG } from "../config/with-config.js";
import { callFormat } from "../call-format.js";
import { scorecardReport } from "../../report/track/scorecard-report.js";
import { toMarkdown } from "../../report/markdown/to-markdown.js";
import type { CasesOn } from "../../track/scorecard/cases.js";
import { scorecard, type ScorecardOptions } from "../../track/scorecard/scorecard.js";
import { UsageError } from "../failure.js";
import { EITHER, HAPPENED, neededHappened } from "../happened.js";
import { CHANCES, readChances } from "../needed-snapshot.js";
import { printAnswer } from "../print.js";
import { readData } from "../read-data.js";
import { readPlan } from "../read-plan.js";
import { ANSWER, COMMON, type Verb } from "../verb.js";
import { PEOPLE } from "../whose.js";
import type { ExitCode } from "../world.js";
import { WEEKDAYS } from "../../calendar/week.js";

/** `scorecard plan.yaml --snapshot week.yaml`: what was hit, what was missed, what to change. */
export const scorecardVerb: Verb = {
  name: "scorecard",
  takesLong: true,
  summary: "Keep score week by week: hits, misses, and what to change.",
  usage: "<file> [export...] [options]",
  options: {
    ...HAPPENED,
    cases: {
      type: "text",
      value: "file",
      help: "Cases of habits: { habit: [{ on, within, of }] }.",
    },
    ...CHANCES,
    ...PEOPLE,
    "week-start": { type: "text", value: "day", help: "The first day of a week; default: mon." },
    markdown: { type: "flag", help: "Print Markdown, to send round." },
    ...ANSWER,
    ...CONFIG,
    ...COMMON,
  },
  example: "reverse-funnel scorecard plan.yaml --snapshot week.yaml --markdown",
  notes: EITHER,
  run: async (call): Promise<ExitCode> => {
    const { plan, within } = await readPlan(call);
    const { snapshot } = await neededHappened(call, plan);
    const file = call.text("cases");
    const cases =
      file === undefined
        ? undefined
        : ((await readData(call.world, file)) as Readonly<Record<string, readonly CasesOn[]>>);
    const chances = await readChances(call, plan);
    const answer = within(() =>
      scorecard(plan, snapshot, { cases, weekStart: weekStart(call.text("week-start")), ...chances }),
    );
    const people = call.flag("people");
    if (call.flag("markdown") && !call.flag("json"))
      call.world.out(toMarkdown(scorecardReport(answer, { format: callFormat(call), people })));
    else printAnswer(call, answer, (options) => scorecardReport(answer, { ...options, people }));
    return 0;
  },
};

function weekStart(typed: string | undefined): ScorecardOptions["weekStart"] {
  const found = WEEKDAYS.find((day) => day === typed);
  if (typed !== undefined && found === undefined)
    throw new UsageError(`there is no weekday ${JSON.stringify(typed)}; write one of ${WEEKDAYS.join(", ")}`);
  return found;
}
