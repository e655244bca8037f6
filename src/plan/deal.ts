import { optional, strictObject } from "zod/mini";
import { list } from "../schema/kinds.js";
import { activitySchema } from "./activity.js";
import { dealValueSchema } from "./deal-value.js";
import { nameSchema } from "../schema/name.js";
import { dealPerSchema } from "./recurrence.js";
import { quantitySchema } from "../schema/quantity.js";
import { rateSchema } from "./rate.js";

/** What one win is worth, and the work that it causes. */
export const dealSchema = strictObject({
  /** What one win is worth: on average, or how wins differ. */
  value: optional(dealValueSchema),
  /** What the value is for: a month, a year, or the whole deal. */
  per: optional(dealPerSchema),
  /** For how many months a recurring value is paid: what makes it one deal's worth. */
  contractMonths: optional(quantitySchema),
  /** What is sold on top: with which chance, and worth how much. */
  upsells: optional(
    list(
      strictObject({
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
  margin: optional(rateSchema),
  /** The share of the value that is the seller's. */
  commission: optional(rateSchema),
  /** How many months a customer stays; default: from churn. */
  lifetimeMonths: optional(quantitySchema),
  /** The team that answers for the wins. */
  owner: optional(nameSchema),
  /** Work that each win causes. */
  activities: optional(list(activitySchema)),
});
