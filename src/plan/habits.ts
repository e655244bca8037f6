import * as z from "../schema/zod.js";
import { daySchema } from "./dates.js";
import { choice } from "../schema/choice.js";
import { scalarThat } from "../schema/scalar.js";
import { nameSchema } from "../schema/name.js";
import { quantitySchema } from "../schema/quantity.js";
import { rateSchema } from "./rate.js";

const countsByDate = z.either(
  quantitySchema,
  z.array(
    z.strictObject({
      /** The day from which it holds. */
      from: daySchema,
      /** How often. */
      count: quantitySchema,
    }),
  ),
);

/** A time limit as written. */
export type Within = `${number} ${"minute" | "hour" | "day"}${"" | "s"}`;

/** A time limit such as `15 minutes`, `4 hours` or `2 days`. */
export const withinSchema = scalarThat<Within>(
  (value) => typeof value === "string" && /^\d{1,6} (minute|hour|day)s?$/.test(value),
  "within.invalid",
  "a time limit",
  () => "write one such as 15 minutes, 4 hours or 2 days",
);

/** A process goal beside the funnel: at least or at most so often per day, week or month, or a share within a limit. */
export const habitSchema = z.strictObject({
  /** What is done. */
  name: nameSchema,
  /** The team that does it. */
  owner: z.optional(nameSchema),
  /** How often at least; or a list, each number from a day on. */
  atLeast: z.optional(countsByDate),
  /** How often at most; or a list, each number from a day on. */
  atMost: z.optional(countsByDate),
  /** Over which span that is counted. */
  per: z.optional(choice("a span", ["day", "week", "month"])),
  /** The share of cases that must be within the limit. */
  share: z.optional(rateSchema),
  /** The limit: "15 minutes". */
  within: z.optional(withinSchema),
  /** Minutes of work each time. */
  minutes: z.optional(quantitySchema),
  /** What it is for: `goal`, or the name of a stage. */
  serves: z.optional(nameSchema),
});
