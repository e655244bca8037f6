import { optional, strictObject } from "zod/mini";
import { nameSchema, textSchema } from "../schema/name.js";
import { quantitySchema } from "../schema/quantity.js";

/** Work done for each unit of a stage, or for each win: how often per unit, how long and what it costs each time. */
export const activitySchema = strictObject({
  /** What is done. */
  name: nameSchema,
  /** The team that does it; default: the stage's. */
  owner: optional(nameSchema),
  /** How often for each unit; default 1. */
  perUnit: optional(quantitySchema),
  /** How long it takes each time. */
  minutes: optional(quantitySchema),
  /** What it costs each time. */
  cost: optional(quantitySchema),
  /** Why it is done, in your own words; shown beside the number. */
  why: optional(textSchema),
});
