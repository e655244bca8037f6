import * as z from "zod/mini";
import { planShape } from "./plan-schema.js";

/** Makes the JSON Schema of a plan, for editors. Run once, when the package is built. */
export function planJsonSchema(): object {
  const schema = z.toJSONSchema(planShape, { io: "input", target: "draft-2020-12" });
  return { $id: "reverse-funnel/plan.schema.json", title: "Plan", ...schema };
}
