import { personalTargets } from "../../align/personal-targets.js";
import { readHistory } from "../../align/history.js";
import { personalReport } from "../../report/personal-report.js";
import { readYaml } from "../../yaml/index.js";
import { InputError, UsageError } from "../failure.js";
import { printAnswer } from "../print.js";
import { located, readPlan, readText } from "../read-plan.js";
import { ANSWER, COMMON, type Verb } from "../verb.js";
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
  summary: "Set each person's next step from their own history.",
  usage: "<plan> <history> [options]",
  options: { ...ANSWER, ...COMMON },
  example: "reverse-funnel personal plan.yaml history.yaml",
  notes:
    "The history lists counts by person, week by week, the earliest first:\n" +
    "  Ana:\n" +
    "    - { week: 2026-01-05, counts: { call: 110, meeting: 9, win: 2 } }\n" +
    "Counts are named after the plan's stages and activities, and win.\n" +
    "A week that is missing is a week off.\n" +
    "Exits with 1 if all next steps together are less than the plan needs.",
  run: async (call): Promise<ExitCode> => {
    noMoreWords(call, 2);
    const { plan, within } = await readPlan(call);
    const [, file] = call.words;
    if (file === undefined) throw new UsageError("personal needs a history: a file, or - for standard input");
    const text = await readText(call.world, file);
    const { data, issues } = readYaml(text);
    if (issues.length > 0) throw new InputError(file, issues);
    const history = located(file, text, () => readHistory(data, plan));
    const answer = within(() => personalTargets(plan, history));
    printAnswer(call, answer, (options) => personalReport(answer, options));
    return answer.sums.some(({ status }) => status === "short") ? 1 : 0;
  },
};
