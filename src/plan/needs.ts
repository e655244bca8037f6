import * as z from "zod/mini";
import { daySchema } from "./dates.js";
import { nameSchema } from "./name.js";
import { quantitySchema } from "./quantity.js";

/** Work that must be done by a date, perhaps only after other work. */
export const needSchema = z.strictObject({
  name: nameSchema,
  owner: z.optional(nameSchema),
  minutes: quantitySchema,
  by: daySchema,
  after: z.optional(nameSchema),
});
