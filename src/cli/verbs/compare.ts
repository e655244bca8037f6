import { compareReport } from "../../report/sensitivity/compare-report.js";
import { compare, type Scenario } from "../../sensitivity/compare.js";
import { UsageError } from "../failure.js";
import { printAnswer } from "../print.js";
import { readData } from "../read-data.js";
import { readPlan } from "../read-plan.js";
import { ANSWER, COMMON, type Verb } from "../verb.js";
import { noMoreWords } from "../words.js";
import type { ExitCode } from "../world.js";

/**
 * `compare plan.yaml scenarios.yaml`: versions of a plan side by side.
 *
 * @throws UsageError where no scenarios are named
 */
export const compareVerb: Verb = {
  name: "compare",
  summary: "Put versions of a plan side by side.",
  usage: "<file> <scenarios> [options]",
  options: { ...ANSWER, ...COMMON },
  example: "reverse-funnel compare plan.yaml scenarios.yaml",
  notes: "Scenarios are a list of { name, changes: [{ path: [funnel, 0, rate], to: 60% }] }.",
  run: async (call): Promise<ExitCode> => {
    noMoreWords(call, 2);
    const { plan, within } = await readPlan(call);
    const file = call.words[1];
    if (file === undefined) throw new UsageError("compare needs scenarios: a file");
    const scenarios = scenariosIn(await readData(call.world, file));
    const answer = within(() => compare(plan, scenarios));
    printAnswer(call, answer, (options) => compareReport(answer, options));
    return 0;
  },
};

function scenariosIn(data: unknown): readonly Scenario[] {
  const list = Array.isArray(data) ? (data as readonly unknown[]) : undefined;
  if (list?.every(isScenario) === true) return list;
  throw new UsageError("scenarios are a list of { name, changes: [{ path: [funnel, 0, rate], to: 60% }] }");
}

function isScenario(value: unknown): value is Scenario {
  if (typeof value !== "object" || value === null) return false;
  const { name, changes } = value as { readonly name?: unknown; readonly changes?: unknown };
  return (
    typeof name === "string" && Array.isArray(changes) && (changes as readonly unknown[]).every(isChange)
  );
}

function isChange(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("path" in value)) return false;
  const { path } = value;
  return (
    Array.isArray(path) &&
    (path as readonly unknown[]).every((step) => typeof step === "string" || typeof step === "number")
  );
}
