import { replanReport } from "../../report/track/replan-report.js";
import { replan } from "../../track/replan.js";
import type { RateChoice } from "../../track/observed-rates.js";
import { CONFIG } from "../config/with-config.js";
import { UsageError } from "../failure.js";
import { EITHER, HAPPENED, neededHappened } from "../happened.js";
import { printAnswer } from "../print.js";
import { readPlan } from "../read-plan.js";
import { ANSWER, COMMON, type Verb } from "../verb.js";

/** `replan plan.yaml --snapshot now.yaml`: what must be done from tomorrow on. */
export const replanVerb: Verb = {
  name: "replan",
  takesLong: true,
  summary: "Make a new plan for the rest of the period.",
  usage: "<file> [export...] [options]",
  options: {
    ...HAPPENED,
    rates: { type: "text", value: "rates", help: "Rates as planned (default), as seen, or blend:20." },
    ...ANSWER,
    ...CONFIG,
    ...COMMON,
  },
  example: "reverse-funnel replan plan.yaml --snapshot now.yaml --rates blend:20",
  notes:
    `${EITHER}\n` +
    "With blend:20, the planned rate counts as much as twenty units seen.\n" +
    "Exits with 1 if the rest of the goal is out of reach.",
  run: async (call) => {
    const { plan, within } = await readPlan(call);
    const { snapshot } = await neededHappened(call, plan);
    const rates = readRates(call.text("rates"));
    const answer = within(() => replan(plan, snapshot, { rates }));
    printAnswer(call, answer, (options) => replanReport(answer, options));
    return answer.solution.status === "feasible" ? 0 : 1;
  },
};

function readRates(typed: string | undefined): RateChoice | undefined {
  if (typed === undefined || typed === "planned" || typed === "seen") return typed;
  const [, blend] = /^blend:(\d{1,9})$/.exec(typed) ?? [];
  if (blend === undefined)
    throw new UsageError(`there are no rates ${JSON.stringify(typed)}; write planned, seen or blend:20`);
  return { blend: Number(blend) };
}
