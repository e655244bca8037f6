import { solutionReport } from "../../report/solution-report.js";
import { solve } from "../../solve/solve.js";
import { CONFIG } from "../config/with-config.js";
import { printAnswer } from "../print.js";
import { readPlan } from "../read-plan.js";
import { noMoreWords } from "../words.js";
import { ANSWER, COMMON, type Verb } from "../verb.js";
import type { ExitCode } from "../world.js";

/** `solve plan.yaml`: what must be done to reach the goal. */
export const solveVerb: Verb = {
  name: "solve",
  summary: "Work back from the goal to daily targets.",
  usage: "<file> [options]",
  options: {
    calendar: { type: "flag", help: "Add what to do on each day, month by month." },
    ...ANSWER,
    ...CONFIG,
    ...COMMON,
  },
  example: "reverse-funnel solve plan.yaml",
  notes: "Exits with 1 if the goal is out of reach; the answer says why, and how to fix it.",
  run: async (call): Promise<ExitCode> => {
    noMoreWords(call, 1);
    const { plan, within } = await readPlan(call);
    const answer = within(() => solve(plan));
    const calendar = call.flag("calendar");
    printAnswer(call, answer, (options) => solutionReport(answer, { ...options, calendar }), calendar);
    return answer.status === "feasible" ? 0 : 1;
  },
};
