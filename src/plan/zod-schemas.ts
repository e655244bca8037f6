import { custom, pipe, transform, type ZodMiniType } from "zod/mini";
import type { Issue } from "../schema/issue.js";
import type { ParseResult } from "../schema/parse-result.js";
import { safeParsePlan } from "./parse.js";
import { safeParseSnapshot } from "./parse-snapshot.js";
import type { Plan, PlanInput } from "./plan.js";
import type { Snapshot } from "./snapshot.js";

/**
 * The plan as a schema of zod, to be a part of others: `z.object({ plan: planSchema })`. Every issue stands at its place,
 * with our sentence as its message and our code, `expected` and `received` in its `params`. It is a Standard Schema too:
 * hand it to any form, router or validation library that takes one.
 *
 * @example
 * ```ts
 * const { error } = planSchema.safeParse({ goal: { metric: "customers", amount: 10, period: "2026-01" }, funnel: [{ stage: "demo", rate: 25 }] });
 * error?.issues.map(({ path, message }) => [path.join("."), message]); // => [["funnel.0.rate", 'expected a rate from 0 to 1 (included), but got 25: write "25%".']]
 * ```
 */
export const planSchema: ZodMiniType<Plan, PlanInput> = /* @__PURE__ */ schemaOf(safeParsePlan);

/**
 * The snapshot as a schema of zod, as {@link planSchema} is for a plan. Whether its stages are those of a plan is said by
 * `parseSnapshot(data, plan)`.
 *
 * @example
 * ```ts
 * planSchema.safeParse({ asOf: "2026-01-14", won: 3 }).success; // => true
 * ```
 */
export const snapshotSchema: ZodMiniType<Snapshot, Snapshot> = /* @__PURE__ */ schemaOf((data) =>
  safeParseSnapshot(data),
);

function schemaOf<Data, Input>(read: (data: unknown) => ParseResult<Data>): ZodMiniType<Data, Input> {
  const reading = transform<Input, Data>((data, { issues }) => {
    const result = read(data);
    if (result.success) return result.data;
    issues.push(...result.error.issues.map((issue) => asZodIssue(issue, data)));
    return undefined as never;
  });
  return pipe(custom<Input>(), reading);
}

/** zod puts the places of what is around in front of the path, so that it needs one of its own. */
function asZodIssue({ path, message, ...params }: Issue, input: unknown) {
  return { code: "custom" as const, input, path: [...path], message, params };
}
