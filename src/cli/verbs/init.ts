import { nearestHint, UsageError } from "../failure.js";
import { STARTERS, startersText } from "../starters/starters.js";
import { COMMON, type Verb } from "../verb.js";
import type { ExitCode } from "../world.js";
import { noMoreWords } from "../words.js";
import { writeOutput, OUTPUT } from "../write-output.js";

/** `init saas -o plan.yaml`: a plan to start from. */
export const initVerb: Verb = {
  name: "init",
  summary: "Print a starter plan to change: saas, services, agency or units.",
  usage: "[saas|services|agency|units] [options]",
  options: {
    ...OUTPUT,
    ...COMMON,
  },
  example: "reverse-funnel init services -o plan.yaml",
  notes: startersText(),
  run: async (call): Promise<ExitCode> => {
    const { world, words } = call;
    noMoreWords(call, 1);
    const kind = words[0] ?? "saas";
    const starter = STARTERS.get(kind);
    if (starter === undefined)
      throw new UsageError(
        `there is no starter ${JSON.stringify(kind)}; ${nearestHint(kind, [...STARTERS.keys()])}`,
      );
    const file = await writeOutput(call, starter.plan(world.today()));
    if (file !== undefined) world.err(`Wrote ${file}. Next: reverse-funnel solve ${file}\n`);
    return 0;
  },
};
