import * as z from "zod/mini";
import { nameSchema } from "./name.js";
import { perSchema } from "./per.js";
import { quantitySchema } from "./quantity.js";
import { rateSchema } from "./rate.js";

/** What is there on the period's first day; money is always monthly recurring revenue. */
export const baseSchema = z.strictObject({
  customers: z.optional(quantitySchema),
  mrr: z.optional(quantitySchema),
});

/** What the base loses: exactly one of customers, mrr or rate; `newCustomers` is the share of new wins lost again. */
export const churnSchema = z.strictObject({
  customers: z.optional(quantitySchema),
  mrr: z.optional(quantitySchema),
  rate: z.optional(rateSchema),
  per: z.optional(perSchema),
  newCustomers: z.optional(rateSchema),
  valueEach: z.optional(quantitySchema),
  owner: z.optional(nameSchema),
});

/** What the base grows by (expansion) or shrinks by without leaving (contraction): an amount of MRR, or a rate. */
export const movementSchema = z.strictObject({
  mrr: z.optional(quantitySchema),
  rate: z.optional(rateSchema),
  per: z.optional(perSchema),
});

/** Repeat business from the base: a rate of its customers or a number of them, each worth `value`; or an amount. */
export const repeatSchema = z.strictObject({
  rate: z.optional(rateSchema),
  customers: z.optional(quantitySchema),
  value: z.optional(quantitySchema),
  amount: z.optional(quantitySchema),
  per: z.optional(perSchema),
});
