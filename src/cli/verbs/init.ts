import type { StageSeen } from "../../adapters/stage-census.js";
import { orderStages } from "../../history/journeys/stage-order.js";
import { parseAsOf } from "../as-of.js";
import { nearestHint, UsageError } from "../failure.js";
import { importNotes } from "../import-notes.js";
import { planFromHistory } from "../plan-from-history.js";
import { EXPORTS, readExports, readJourneys } from "../read-journeys.js";
import { STARTERS, startersText } from "../starters/starters.js";
import { schemaLine } from "../schema-line.js";
import { COMMON, type Call, type Verb } from "../verb.js";
import type { ExitCode } from "../world.js";
import { noMoreWords } from "../words.js";
import { writeOutput, OUTPUT } from "../write-output.js";

/**
 * `init saas -o plan.yaml`: a plan to start from.
 *
 * @throws UsageError for a starter that there is not
 */
export const initVerb: Verb = {
  name: "init",
  summary: "Print a starter plan to change: saas, services, agency or units; or make one of an export.",
  usage: "[saas|services|agency|units] [options]",
  options: {
    from: {
      type: "text",
      value: "file",
      help: "An export (or several) whose stages, rates and lags become the plan.",
    },
    ...EXPORTS,
    ...OUTPUT,
    ...COMMON,
  },
  example: "reverse-funnel init services -o plan.yaml",
  notes: startersText(),
  run: async (call): Promise<ExitCode> => {
    const { world, words } = call;
    const from = call.text("from");
    if (from !== undefined) return fromExports(call, [from, ...words]);
    noMoreWords(call, 1);
    const kind = words[0] ?? "saas";
    const starter = STARTERS.get(kind);
    if (starter === undefined)
      throw new UsageError(
        `there is no starter ${JSON.stringify(kind)}; ${nearestHint(kind, [...STARTERS.keys()])}`,
      );
    return written(call, starter.plan(world.today()));
  },
};

async function written(call: Call, plan: string): Promise<ExitCode> {
  const file = await writeOutput(call, schemaLine("plan") + plan);
  if (file !== undefined) call.world.err(`Wrote ${file}. Next: reverse-funnel solve ${file}\n`);
  return 0;
}

/** Reads the export three times: which stages there are, in which order deals go through them, and what happened. */
async function fromExports(call: Call, files: readonly string[]): Promise<ExitCode> {
  if (files.includes("-")) throw new UsageError("--from reads its files more than once: name a file, not -");
  const census = await readExports(call, files, undefined);
  const isStage = ({ stage }: StageSeen) => stage !== "won" && stage !== "lost";
  const named = census.stageNames.filter(isStage).map(({ name, stage }) => stage ?? name);
  const found = census.stages.length > 0 ? census.stages : [...new Set(named)];
  if (found.length === 0) {
    call.world.err(importNotes(census, census.names));
    call.world.err("reverse-funnel: no row names a stage, so there is nothing to make a plan from\n");
    return 1;
  }
  const names = found.map((stage) => (typeof stage === "string" ? stage : stage.stage));
  // The day a deal came in counts as its entry into whatever stands first, so it must not decide what does.
  const { journeys } = await readExports(call, files, names, { created: null });
  const stages = census.stages.length > 0 ? names : orderStages(names, journeys);
  const read = await readJourneys(call, files, stages);
  const asOf = parseAsOf(call, read);
  const { world } = call;
  return written(
    call,
    planFromHistory({
      journeys: read.journeys,
      leftOut: read.leftOut,
      stages,
      asOf,
      name: files.join(", "),
      today: world.today(),
    }),
  );
}
