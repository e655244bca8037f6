import { trackReport } from "../../report/track/track-report.js";
import { track } from "../../track/track.js";
import { CHANCES, neededSnapshot, readChances, SNAPSHOT } from "../needed-snapshot.js";
import { printAnswer } from "../print.js";
import { PACE, readPace } from "../read-pace.js";
import { readPlan } from "../read-plan.js";
import { ANSWER, COMMON, type Verb } from "../verb.js";
import { noMoreWords } from "../words.js";

/** `track plan.yaml --snapshot now.yaml`: whether it is on track, and why not. */
export const trackVerb: Verb = {
  name: "track",
  summary: "Compare actuals with the plan, and say what caused the gap.",
  usage: "<file> --snapshot <file> [options]",
  options: {
    ...SNAPSHOT,
    ...PACE,
    ...CHANCES,
    ...ANSWER,
    ...COMMON,
  },
  example: "reverse-funnel track plan.yaml --snapshot now.yaml --previous last-week.yaml",
  notes: "Exits with 1 if the goal is out of reach.",
  run: async (call) => {
    noMoreWords(call, 1);
    const { plan, within } = await readPlan(call);
    const snapshot = await neededSnapshot(call, plan);
    const pace = readPace(call.text("pace"));
    const chances = await readChances(call, plan);
    const answer = within(() => track(plan, snapshot, { pace, ...chances }));
    printAnswer(call, answer, (options) => trackReport(answer, options));
    return answer.status === "out of reach" ? 1 : 0;
  },
};
