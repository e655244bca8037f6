import * as z from "zod/mini";
import { quantitySchema } from "./quantity.js";
import { proportionSchema } from "./rate.js";

/** What a check of the plan in CI insists on. */
export const checksSchema = z.strictObject({
  minAttainment: z.optional(proportionSchema),
  maxUtilisation: z.optional(proportionSchema),
  freshWithinDays: z.optional(quantitySchema),
});
