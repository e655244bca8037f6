import { optional, strictObject } from "zod/mini";
import { lagSchema } from "./lag.js";
import { nameSchema } from "../schema/name.js";
import { rateSchema } from "./rate.js";

/** What comes back of the units that did not go on from a stage: no-shows that book again. */
export const returnsSchema = strictObject({
  /** The stage that they enter again: this one, or one before it in the same list. */
  to: nameSchema,
  /** The share of those that did not go on which comes back. */
  rate: rateSchema,
  /** How long coming back takes, from when they entered this stage; default: as long as losing does. */
  lag: optional(lagSchema),
});
