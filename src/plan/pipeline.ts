import { optional, strictObject } from "zod/mini";
import { either, list, record } from "../schema/kinds.js";
import { daySchema } from "./dates.js";
import { nameSchema } from "../schema/name.js";
import { quantitySchema } from "../schema/quantity.js";

/** One open unit: when it entered its stage, what it is worth, when it is expected to close. */
export const pipelineItemSchema = strictObject({
  /** The day on which it entered its stage; without one it counts as new. */
  entered: optional(daySchema),
  /** What it is worth, in the deal's unit; default: the deal's value. */
  value: optional(quantitySchema),
  /** The day on which it is expected to close. */
  expected: optional(daySchema),
});

/** Open work by stage: a count, or the units one by one. */
export const pipelineSchema = record(nameSchema, optional(either(quantitySchema, list(pipelineItemSchema))));
