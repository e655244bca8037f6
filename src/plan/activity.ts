import * as z from "zod/mini";
import { nameSchema } from "./name.js";
import { quantitySchema } from "./quantity.js";

/** Work done for each unit of a stage, or for each win: how often per unit, how long and what it costs each time. */
export const activitySchema = z.strictObject({
  name: nameSchema,
  owner: z.optional(nameSchema),
  perUnit: z.optional(quantitySchema),
  minutes: z.optional(quantitySchema),
  cost: z.optional(quantitySchema),
});
