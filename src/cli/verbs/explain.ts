import { explain } from "../../explain/explain.js";
import { findNumber } from "../../explain/find.js";
import { SOLUTION } from "../../explain/solution.js";
import { explanationReport } from "../../report/explanation-report.js";
import { planFormat } from "../../words/plan-format.js";
import { solve } from "../../solve/solve.js";
import { UsageError } from "../failure.js";
import { printAnswer } from "../print.js";
import { readPlan } from "../read-plan.js";
import { ANSWER, COMMON, type Verb } from "../verb.js";
import type { ExitCode } from "../world.js";

/**
 * `explain plan.yaml stages "demo request" total`: why a number is what it is.
 *
 * @throws UsageError where no number stands at the path
 */
export const explainVerb: Verb = {
  name: "explain",
  summary: "Explain a number of the answer, all the way up to the goal.",
  usage: "<file> <path...> [options]",
  options: { ...ANSWER, ...COMMON },
  example: 'reverse-funnel explain plan.yaml stages "demo request" total',
  notes:
    "The path is the keys that lead to the number in the answer (see solve --json), such as\n" +
    "wins, stages <name> perDay, bridge 0 wins, activities 0 total or economics cac.",
  run: async (call): Promise<ExitCode> => {
    const { plan, within } = await readPlan(call);
    const path = call.words.slice(1);
    const answer = within(() => solve(plan));
    const found = findNumber(answer, path, SOLUTION);
    if ("problem" in found) {
      const where =
        found.problem === "" ? "explain needs the path of a number" : `no number stands at ${found.problem}`;
      throw new UsageError(`${where}; ${found.hint}`);
    }
    const explanation = explain(answer, found.path);
    printAnswer(call, explanation, ({ format }) =>
      explanationReport(explanation, { format: planFormat(answer.plan, format) }),
    );
    return 0;
  },
};
