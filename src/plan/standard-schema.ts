import { pathText, type Path } from "../schema/issue.js";
import { safeParsePlan } from "./parse.js";
import type { Plan, PlanInput } from "./plan.js";

/** What a library that takes Standard Schemas (version 1) calls. */
export interface PlanStandardSchema {
  /** What the interface asks for, under the name that it reserves. */
  readonly "~standard": {
    /** The version of the interface. */
    readonly version: 1;
    /** Who made the schema. */
    readonly vendor: "reverse-funnel";
    /** Reads a plan from data of any origin. */
    readonly validate: (value: unknown) =>
      | {
          /** The plan, validated and frozen. */
          readonly value: Plan;
        }
      | {
          /** Everything that is wrong, at once. */
          readonly issues: readonly {
            /** The place and what to write there, in a sentence. */
            readonly message: string;
            /** Where it is. */
            readonly path: Path;
          }[];
        };
    /** For the compiler alone; never there. */
    readonly types?:
      | {
          /** What is handed in. */
          readonly input: PlanInput;
          /** What comes out. */
          readonly output: Plan;
        }
      | undefined;
  };
}

/** The plan as a Standard Schema: hand it to any form, router or validation library that takes one. */
export const planSchema: PlanStandardSchema = {
  "~standard": {
    version: 1,
    vendor: "reverse-funnel",
    validate: (value) => {
      const result = safeParsePlan(value);
      if (result.success) return { value: result.data };
      return {
        issues: result.error.issues.map(({ message, path }) => ({
          message: `${pathText(path)}: ${message}`,
          path,
        })),
      };
    },
  },
};
