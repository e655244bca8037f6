import { quote, type Path } from "../schema/issue.js";
import { parseNamedPlan } from "./parse.js";
import type { Plan, PlanInput } from "./plan.js";
import { fieldsOf, isList } from "../schema/fields.js";

/** One number or part of a plan that is moved: where it stands, and what it becomes; undefined takes it out. */
export interface Change {
  /** Where it stands. */
  readonly path: Path;
  /** What it becomes. */
  readonly to: unknown;
}

/**
 * Makes the plan that differs in one place. The plan handed in stays as it is; the new one is validated.
 *
 * @throws RangeError when the path leads through something that is not there
 * @throws PlanError for a change to something that makes no sense
 *
 * @example
 * ```ts
 * const plan = { goal: { metric: "customers", amount: 10, period: "2026-01" }, funnel: [{ stage: "demo", rate: "25%" }] } as const;
 * applyChange(plan, { path: ["funnel", 0, "rate"], to: "50%" }).funnel[0]?.rate; // => "50%"
 * ```
 */
export function applyChange<Stage extends string, Team extends string>(
  plan: PlanInput<Stage, Team>,
  change: Change,
): Plan<Stage, Team> {
  return parseNamedPlan(withChange(plan, change));
}

/** Makes the changed data without reading it again: for values that are known to be right. */
export function withChange<T>(data: T, { path, to }: Change): T {
  return replaced(data, path, 0, to) as T;
}

/** Reads the value at a path; undefined where there is none. */
export function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path) {
    if (value === null || typeof value !== "object" || !Object.hasOwn(value, step)) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}

function replaced(data: unknown, path: Path, depth: number, to: unknown): unknown {
  const step = path[depth];
  if (step === undefined) return to;
  if (isList(data)) {
    if (typeof step !== "number" || !(step in data)) throw missing(path, depth);
    const list: unknown[] = [...data];
    list[step] = replaced(list[step], path, depth + 1, to);
    return list;
  }
  if (data !== undefined && (data === null || typeof data !== "object")) throw missing(path, depth);
  if (typeof step === "number" || step === "__proto__") throw missing(path, depth);
  const record = { ...fieldsOf(data) };
  record[step] = replaced(record[step], path, depth + 1, to);
  return record;
}

function missing(path: Path, depth: number): RangeError {
  return new RangeError(
    `applyChange requires a path into the plan; got ${quote(path.join(" "))}, which ends at step ${depth + 1}`,
  );
}
