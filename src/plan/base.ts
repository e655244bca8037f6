import { optional, strictObject } from "zod/mini";
import { list } from "../schema/kinds.js";
import { lossCountSchema } from "./loss-count.js";
import { nameSchema } from "../schema/name.js";
import { perSchema } from "./recurrence.js";
import { quantitySchema } from "../schema/quantity.js";
import { rateSchema } from "./rate.js";
import { renewalSchema } from "./renewals.js";

/** What is there on the period's first day; money is always monthly recurring revenue. */
export const baseSchema = strictObject({
  /** How many customers there are. */
  customers: optional(quantitySchema),
  /** What they pay a month, together. */
  mrr: optional(quantitySchema),
  /** Contracts that end within the period, and which share of them is renewed: `[{ due, mrr, rate }]`. */
  renewals: optional(list(renewalSchema)),
});

/** What the base loses: exactly one of customers, mrr or rate; `newCustomers` is the share of new wins lost again. */
export const churnSchema = strictObject({
  /** How many customers leave: a limit that is kept, or `{ expected: 5 }`, around which luck moves. */
  customers: optional(lossCountSchema),
  /** How much MRR leaves. */
  mrr: optional(quantitySchema),
  /** The share of the base that leaves in each span of `per`. */
  rate: optional(rateSchema),
  /** Over which span; default: the period, which a rate must say. */
  per: optional(perSchema),
  /** The share of the period's own wins that is lost again by its end; default 0. */
  newCustomers: optional(rateSchema),
  /** What a customer who leaves pays a month; default: the base's average, else the deal's value. */
  valueEach: optional(quantitySchema),
  /** The team that answers for it. */
  owner: optional(nameSchema),
});

/** What the base grows by (expansion) or shrinks by without leaving (contraction): an amount of MRR, or a rate. */
export const movementSchema = strictObject({
  /** How much MRR comes or goes. */
  mrr: optional(quantitySchema),
  /** The share of the base's MRR that comes or goes in each span of `per`. */
  rate: optional(rateSchema),
  /** Over which span; default: the period, which a rate must say. */
  per: optional(perSchema),
});

/** Repeat business from the base: a rate of its customers or a number of them, each worth `value`; or an amount. */
export const repeatSchema = strictObject({
  /** The share of the base's customers that buy again in each span of `per`. */
  rate: optional(rateSchema),
  /** How many customers buy again. */
  customers: optional(quantitySchema),
  /** What each of them brings. */
  value: optional(quantitySchema),
  /** What all of them bring together. */
  amount: optional(quantitySchema),
  /** Over which span; default: the period, which a rate must say. */
  per: optional(perSchema),
});
