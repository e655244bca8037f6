import { plainFormat } from "../format/format.js";
import { pluralOf } from "../format/plural.js";
import type { PlanInput } from "../plan/plan.js";
import { fieldsOf } from "../schema/fields.js";

/** What so many units of a stage are called: "demo request" for 1, else its `plural` in the plan, else "demo requests". */
export function unitWords({ funnel }: PlanInput, name: string, count: number | string): string {
  if (plainFormat.number(count) === "1") return name;
  return pluralIn(funnel, name) ?? pluralOf(name);
}

/** The plural that a plan gives a stage, wherever the stage stands. */
function pluralIn(data: unknown, name: string): string | undefined {
  if (data === null || typeof data !== "object") return undefined;
  const { stage, plural } = fieldsOf(data);
  if (stage === name && typeof plural === "string") return plural;
  for (const value of Object.values(data)) {
    const found = pluralIn(value, name);
    if (found !== undefined) return found;
  }
  return undefined;
}
