import type { Path } from "../../schema/issue.js";
import { solveForReport } from "../../report/sensitivity/solve-for-report.js";
import { solveFor } from "../../sensitivity/solve-for.js";
import { UsageError } from "../failure.js";
import { printAnswer } from "../print.js";
import { readPace } from "../read-pace.js";
import { readPlan } from "../read-plan.js";
import { ANSWER, COMMON, type Verb } from "../verb.js";

/**
 * `solve-for plan.yaml funnel 0 rate --activity call=40`: what one number must be.
 *
 * @throws UsageError where no number is named, or not today's activity
 */
export const solveForVerb: Verb = {
  name: "solve-for",
  takesLong: true,
  summary: "Find the value one number must have for today's activity to reach the goal.",
  usage: "<file> <path...> --activity <stage=count> [options]",
  options: {
    activity: {
      type: "text",
      value: "stage=count",
      help: "Units each working day by stage: call=40,visit=3.",
    },
    ...ANSWER,
    ...COMMON,
  },
  example: "reverse-funnel solve-for plan.yaml funnel 0 rate --activity call=40",
  notes:
    "The path is the keys that lead to the number in the plan. Exits with 1 if no value reaches the goal.",
  run: async (call) => {
    const { plan, within } = await readPlan(call);
    const path: Path = call.words.slice(1).map((word) => (/^\d+$/.test(word) ? Number(word) : word));
    if (path.length === 0)
      throw new UsageError("solve-for needs the path of a number, such as funnel 0 rate");
    const pace = readPace(call.text("activity"));
    if (pace === undefined || pace === "targets" || !("perDay" in pace))
      throw new UsageError("solve-for needs today's activity: --activity call=40");
    const answer = within(() => solveFor(plan, path, { perDay: pace.perDay }));
    printAnswer(call, answer, (options) => solveForReport(answer, options));
    return answer.status === "none" ? 1 : 0;
  },
};
