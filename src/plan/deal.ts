import * as z from "../schema/zod.js";
import { activitySchema } from "./activity.js";
import { nameSchema } from "../schema/name.js";
import { dealPerSchema } from "./recurrence.js";
import { quantitySchema } from "../schema/quantity.js";
import { rateSchema } from "./rate.js";

/** What one win is worth, and the work that it causes. */
export const dealSchema = z.strictObject({
  /** What one win is worth, on average. */
  value: z.optional(quantitySchema),
  /** What the value is for: a month, a year, or the whole deal. */
  per: z.optional(dealPerSchema),
  /** For how many months a recurring value is paid: what makes it one deal's worth. */
  contractMonths: z.optional(quantitySchema),
  /** What is sold on top: with which chance, and worth how much. */
  upsells: z.optional(
    z.array(
      z.strictObject({
        /** What is sold. */
        name: nameSchema,
        /** The share of wins that take it. */
        rate: rateSchema,
        /** What it is worth, in the unit of `value`. */
        value: quantitySchema,
      }),
    ),
  ),
  /** The share of the value that is profit. */
  margin: z.optional(rateSchema),
  /** The share of the value that is the seller's. */
  commission: z.optional(rateSchema),
  /** How many months a customer stays; default: from churn. */
  lifetimeMonths: z.optional(quantitySchema),
  /** The team that answers for the wins. */
  owner: z.optional(nameSchema),
  /** Work that each win causes. */
  activities: z.optional(z.array(activitySchema)),
});
