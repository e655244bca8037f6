import * as z from "../schema/zod.js";
import { daySchema } from "./dates.js";
import { nameSchema } from "../schema/name.js";
import { quantitySchema } from "../schema/quantity.js";

/** One open unit: when it entered its stage, what it is worth, when it is expected to close. */
export const pipelineItemSchema = z.strictObject({
  /** The day on which it entered its stage; without one it counts as new. */
  entered: z.optional(daySchema),
  /** What it is worth, in the deal's unit; default: the deal's value. */
  value: z.optional(quantitySchema),
  /** The day on which it is expected to close. */
  expected: z.optional(daySchema),
});

/** Open work by stage: a count, or the units one by one. */
export const pipelineSchema = z.record(
  nameSchema,
  z.optional(z.either(quantitySchema, z.array(pipelineItemSchema))),
);
