import { pathText, type Path } from "./issue.js";
import { safeParsePlan } from "./parse.js";
import type { Plan, PlanInput } from "./plan.js";

/** What a library that takes Standard Schemas (version 1) calls. */
export interface PlanStandardSchema {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "reverse-funnel";
    readonly validate: (
      value: unknown,
    ) =>
      | { readonly value: Plan }
      | { readonly issues: readonly { readonly message: string; readonly path: Path }[] };
    readonly types?: { readonly input: PlanInput; readonly output: Plan } | undefined;
  };
}

/** The plan as a Standard Schema: hand it to any form, router or validation library that takes one. */
export const planSchema: PlanStandardSchema = {
  "~standard": {
    version: 1,
    vendor: "reverse-funnel",
    validate: (value) => {
      const reading = safeParsePlan(value);
      if (reading.ok) return { value: reading.plan };
      return {
        issues: reading.issues.map(({ message, path }) => ({
          message: `${pathText(path)}: ${message}`,
          path,
        })),
      };
    },
  },
};
