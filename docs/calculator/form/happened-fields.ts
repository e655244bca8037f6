import { pluralOf } from "../../../src/format/plural.js";
import { valueIn, type PlanDocument } from "../state/plan-document.js";
import type { FieldSpec } from "./field.js";
import { looksAt } from "./metrics.js";
import { activityNames, stageNames } from "./stage-names.js";

/** What can be said of the time so far. */
interface HappenedFields {
  /** The few counts that most people have. */
  readonly counts: readonly FieldSpec[];
  /** What says more, for whoever knows it. */
  readonly more: readonly FieldSpec[];
}

/** The day up to whose end things are counted. */
export const AS_OF: FieldSpec = { path: ["asOf"], label: "Counted up to the evening of", kind: "date" };

/** The counts that a plan's stages, wins and customers ask for. */
export function happenedFields(plan: PlanDocument): HappenedFields {
  const stages = stageNames(plan);
  const leaves = looksAt(valueIn(plan, ["goal", "metric"]), "churn");
  return {
    counts: [
      ...stages.map((stage) => count(["entered", stage], sentenceCase(pluralOf(stage)))),
      count(["won"], "Won"),
      ...(leaves ? [count(["churned"], "Customers who left")] : []),
    ],
    more: [
      ...activityNames(plan).map((name) => count(["activities", name], sentenceCase(pluralOf(name)))),
      count(["lost"], "Lost"),
      ...stages.map((stage) => count(["pipeline", stage], `Open now: ${stage}`)),
    ],
  };
}

function count(path: FieldSpec["path"], label: string): FieldSpec {
  return { path, label, kind: "amount", placeholder: "0" };
}

function sentenceCase(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
