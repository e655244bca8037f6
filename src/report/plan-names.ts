import type { PlanInput } from "../plan/plan.js";

/** Where names stand in a plan and in a snapshot: under these keys, and as the keys of these records. */
const NAMED: ReadonlySet<string> = new Set([
  ..."name stage channel owner unit serves after by team activity".split(" "),
]);
const RECORDS: ReadonlySet<string> = new Set(["teams", "pipeline", "entered", "activities", "maxPerDay"]);

/** Every name that a plan's user has written into it, each once; sentences about the plan may hold them. */
export function planNames(plan: PlanInput): readonly string[] {
  const names = new Set<string>();
  collect(plan, names);
  return [...names];
}

function collect(data: unknown, names: Set<string>): void {
  if (data === null || typeof data !== "object") return;
  for (const [key, value] of Object.entries(data)) {
    if (typeof value === "string" && NAMED.has(key)) names.add(value);
    const isRecord = RECORDS.has(key) && typeof value === "object" && !Array.isArray(value);
    if (isRecord) for (const name of Object.keys(value as object)) names.add(name);
    collect(value, names);
  }
}
