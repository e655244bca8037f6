import * as z from "zod/mini";
import { activitySchema } from "./activity.js";
import { nameSchema } from "./name.js";
import { dealPerSchema } from "./per.js";
import { quantitySchema } from "./quantity.js";
import { rateSchema } from "./rate.js";

/** What one win is worth, and the work that it causes. */
export const dealSchema = z.strictObject({
  value: z.optional(quantitySchema),
  per: z.optional(dealPerSchema),
  contractMonths: z.optional(quantitySchema),
  upsells: z.optional(z.array(z.strictObject({ name: nameSchema, rate: rateSchema, value: quantitySchema }))),
  margin: z.optional(rateSchema),
  commission: z.optional(rateSchema),
  lifetimeMonths: z.optional(quantitySchema),
  owner: z.optional(nameSchema),
  activities: z.optional(z.array(activitySchema)),
});
