import * as z from "../schema/zod.js";
import { quantitySchema } from "../schema/quantity.js";
import { proportionSchema } from "./rate.js";

/** What a check of the plan in CI insists on. */
export const checksSchema = z.strictObject({
  /** The least share of the goal that must be expected by the period's end. */
  minAttainment: z.optional(proportionSchema),
  /** The most that may be asked of a team in a week, as a share of what it can do. */
  maxUtilisation: z.optional(proportionSchema),
  /** How old a snapshot may be, in days. */
  freshWithinDays: z.optional(quantitySchema),
});
