import { optional, strictObject } from "zod/mini";
import { either, list } from "../schema/kinds.js";
import { daySchema } from "./dates.js";
import { choice } from "../schema/choice.js";
import { scalarThat } from "../schema/scalar.js";
import { nameSchema, textSchema } from "../schema/name.js";
import { quantitySchema } from "../schema/quantity.js";
import { rateSchema } from "./rate.js";
import { TEXT } from "../schema/written-form.js";

const countsByDate = either(
  quantitySchema,
  list(
    strictObject({
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
const withinSchema = scalarThat<Within>(
  (value) => typeof value === "string" && /^\d{1,6} (minute|hour|day)s?$/.test(value),
  "within.invalid",
  "a time limit",
  () => "write one such as 15 minutes, 4 hours or 2 days",
  TEXT,
);

/** A process goal beside the funnel: at least or at most so often per day, week or month, or a share within a limit. */
export const habitSchema = strictObject({
  /** What is done. */
  name: nameSchema,
  /** The team that does it. */
  owner: optional(nameSchema),
  /** How often at least; or a list, each number from a day on. */
  atLeast: optional(countsByDate),
  /** How often at most; or a list, each number from a day on. */
  atMost: optional(countsByDate),
  /** Over which span that is counted. */
  per: optional(choice("a span", ["day", "week", "month"])),
  /** The share of cases that must be within the limit. */
  share: optional(rateSchema),
  /** The limit: "15 minutes". */
  within: optional(withinSchema),
  /** Minutes of work each time. */
  minutes: optional(quantitySchema),
  /** What it is for: `goal`, or the name of a stage. */
  serves: optional(nameSchema),
  /** Why it is kept, in your own words; shown beside the number. */
  why: optional(textSchema),
});
