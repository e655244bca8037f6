import * as z from "zod/mini";
import { metricSchema } from "./metric.js";
import { textSchema } from "./name.js";
import { periodSchema } from "./period.js";
import { quantitySchema } from "./quantity.js";
import { rateSchema } from "./rate.js";

/** The outcome goal: a metric, an amount of it and the period in which it is to be reached. */
export const goalSchema = z.strictObject({
  metric: metricSchema,
  amount: quantitySchema,
  unit: z.optional(textSchema),
  period: periodSchema,
  chance: z.optional(rateSchema),
});
