import { nearestHint, UsageError } from "../failure.js";
import { systemReason } from "../read-plan.js";
import { STARTERS, startersText } from "../starters/starters.js";
import { COMMON, type Verb } from "../verb.js";
import type { ExitCode } from "../world.js";
import { noMoreWords } from "../words.js";

/** `init saas -o plan.yaml`: a plan to start from. */
export const initVerb: Verb = {
  name: "init",
  summary: "Print a starter plan to change: saas, services, agency or units.",
  usage: "[saas|services|agency|units] [options]",
  options: {
    output: { type: "text", short: "o", value: "file", help: "Write it to a file that is not there yet." },
    force: { type: "flag", help: "Replace the file if it is there." },
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
    const text = starter.plan(world.today());
    const file = call.text("output");
    if (file === undefined) {
      world.out(text);
      return 0;
    }
    try {
      await world.writeFile(file, text, call.flag("force"));
    } catch (error) {
      throw new UsageError(`cannot write ${file}: ${systemReason(error)}`);
    }
    world.err(`Wrote ${file}. Next: reverse-funnel solve ${file}\n`);
    return 0;
  },
};
