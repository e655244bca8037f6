import * as z from "zod/mini";
import { daySchema } from "./dates.js";
import { either } from "./either.js";
import { choice } from "./choice.js";
import { leaf } from "./leaf.js";
import { nameSchema } from "./name.js";
import { quantitySchema } from "./quantity.js";
import { rateSchema } from "./rate.js";
import { TEXT } from "./written-form.js";

const countsByDate = either(
  quantitySchema,
  z.array(z.strictObject({ from: daySchema, count: quantitySchema })),
);

/** A time limit as written. */
export type Within = `${number} ${"minute" | "hour" | "day"}${"" | "s"}`;

/** A time limit such as `15 minutes`, `4 hours` or `2 days`. */
export const withinSchema = leaf<Within>(TEXT, (value) =>
  typeof value === "string" && /^\d{1,6} (minute|hour|day)s?$/.test(value)
    ? undefined
    : {
        code: "within.invalid",
        expected: "a time limit",
        advice: "write one such as 15 minutes, 4 hours or 2 days",
      },
);

/** A process goal beside the funnel: at least or at most so often per day, week or month, or a share within a limit. */
export const habitSchema = z.strictObject({
  name: nameSchema,
  owner: z.optional(nameSchema),
  atLeast: z.optional(countsByDate),
  atMost: z.optional(countsByDate),
  per: z.optional(choice("a span", ["day", "week", "month"])),
  share: z.optional(rateSchema),
  within: z.optional(withinSchema),
  minutes: z.optional(quantitySchema),
  serves: z.optional(nameSchema),
});
