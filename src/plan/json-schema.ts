import * as z from "zod/mini";
import { formOf } from "./leaf.js";
import { planShape } from "./plan-schema.js";

/** Makes the JSON Schema of a plan, for editors. Run once, when the package is built. */
export function planJsonSchema(): object {
  return { $id: "reverse-funnel/plan.schema.json", title: "Plan", ...jsonSchemaOf(planShape) };
}

function jsonSchemaOf(schema: z.ZodMiniType): object {
  return z.toJSONSchema(schema, {
    io: "input",
    target: "draft-2020-12",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      Object.assign(jsonSchema, formOf(zodSchema));
    },
  });
}
