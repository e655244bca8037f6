import { leversReport } from "../../report/sensitivity/levers-report.js";
import { levers } from "../../sensitivity/levers.js";
import { CONFIG } from "../config/with-config.js";
import { printAnswer } from "../print.js";
import { readPlan } from "../read-plan.js";
import { ANSWER, COMMON, type Verb } from "../verb.js";
import { noMoreWords } from "../words.js";
import type { ExitCode } from "../world.js";

/** `levers plan.yaml`: which number it would be worth to move. */
export const leversVerb: Verb = {
  name: "levers",
  takesLong: true,
  summary: "Show which numbers of the plan are worth moving, the strongest first.",
  usage: "<file> [options]",
  options: { ...ANSWER, ...CONFIG, ...COMMON },
  example: "reverse-funnel levers plan.yaml",
  run: async (call): Promise<ExitCode> => {
    noMoreWords(call, 1);
    const { plan, within } = await readPlan(call);
    const answer = within(() => levers(plan));
    printAnswer(call, answer, (options) => leversReport(answer, options));
    return 0;
  },
};
