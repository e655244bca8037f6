import type { Path } from "../../schema/issue.js";
import { compareReport } from "../../report/sensitivity/compare-report.js";
import { compare, type Scenario } from "../../sensitivity/compare.js";
import { UsageError } from "../failure.js";
import { printAnswer } from "../print.js";
import { readScenarios } from "../read-scenarios.js";
import { readPlan } from "../read-plan.js";
import { ANSWER, COMMON, type Call, type Verb } from "../verb.js";
import { noMoreWords } from "../words.js";
import type { ExitCode } from "../world.js";

/**
 * `compare plan.yaml scenarios.yaml`: versions of a plan side by side; `compare plan.yaml funnel 0 rate --to 30%`: before and
 * after one change.
 *
 * @throws UsageError where neither scenarios nor a change are named
 */
export const compareVerb: Verb = {
  name: "compare",
  takesLong: true,
  summary: "Put versions of a plan side by side.",
  usage: "<file> <scenarios> | <file> <path...> --to <value> [options]",
  options: {
    to: { type: "text", value: "value", help: "What one number becomes: before and after that change." },
    ...ANSWER,
    ...COMMON,
  },
  example: "reverse-funnel compare plan.yaml funnel 0 rate --to 30%",
  notes:
    "Scenarios are a list of { name, changes: [{ path: [funnel, 0, rate], to: 60% }] }.\n" +
    "With --to, the words after the file are the keys that lead to the number in the plan.",
  run: async (call): Promise<ExitCode> => {
    const scenarios = await scenariosOf(call);
    const { plan, within } = await readPlan(call);
    const answer = within(() => compare(plan, scenarios));
    printAnswer(call, answer, (options) => compareReport(answer, options));
    return 0;
  },
};

async function scenariosOf(call: Call): Promise<readonly Scenario[]> {
  const to = call.text("to");
  const [, ...words] = call.words;
  if (to !== undefined) {
    if (words.length === 0)
      throw new UsageError("compare --to needs the path of a number, such as funnel 0 rate");
    const path: Path = words.map((word) => (/^\d+$/.test(word) ? Number(word) : word));
    return [{ name: "after", changes: [{ path, to: /^\d+(\.\d+)?$/.test(to) ? Number(to) : to }] }];
  }
  noMoreWords(call, 2);
  const [file] = words;
  if (file === undefined) throw new UsageError("compare needs scenarios: a file, or a change with --to");
  return readScenarios(call.world, file);
}
