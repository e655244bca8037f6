import { solve } from "../../solve/solve.js";
import { sealed } from "../agreed.js";
import { CONFIG } from "../config/with-config.js";
import { keepInputs } from "../keep-inputs.js";
import { readPlan } from "../read-plan.js";
import { COMMON, type Verb } from "../verb.js";
import { noMoreWords } from "../words.js";
import { OUTPUT, writeOutput } from "../write-output.js";

/** `baseline plan.yaml -o agreed.json`: freezes what was agreed. */
export const baselineVerb: Verb = {
  name: "baseline",
  summary: "Freeze what was agreed, so that the gap to it is seen when the plan changes.",
  usage: "<file> [options]",
  options: { ...OUTPUT, ...CONFIG, ...COMMON },
  example: "reverse-funnel baseline plan.yaml -o agreed.json",
  notes:
    "The file holds the day, the plan, its targets and their hash. With --against agreed.json, track and\n" +
    "report show the gap to it beside the gap to the plan as it is now; check says which targets differ.\n" +
    "A file that was changed by hand is refused. Exits with 1 if the goal is out of reach.",
  run: async (call) => {
    if (call.config === undefined) noMoreWords(call, 1);
    await keepInputs(call, [call.words[0], call.config?.file]);
    const { plan, within } = await readPlan(call);
    const { status, targets } = within(() => solve(plan));
    const text = `${JSON.stringify(sealed(call.world.today(), plan, targets), null, 2)}\n`;
    const file = await writeOutput(call, text);
    if (file !== undefined) call.world.err(`Wrote ${file}. Next: reverse-funnel track … --against ${file}\n`);
    return status === "feasible" ? 0 : 1;
  },
};
