import { optional, strictObject } from "zod/mini";
import { goalAmountSchema } from "./goal-amount.js";
import { metricSchema } from "./metric.js";
import { choice } from "../schema/choice.js";
import { textSchema } from "../schema/name.js";
import { periodSchema } from "./period.js";
import { profileSchema } from "./profile-schema.js";
import { rateSchema } from "./rate.js";

/** All that a goal can say but its period. */
const GOAL = {
  /** What is counted. */
  metric: metricSchema,
  /** How much of it is to be reached: a number, `{ now, change }` for what is to be added, or `{ lastPeriod, change }`; none where habits are alone. */
  amount: optional(goalAmountSchema),
  /** What the metric `units` counts in: "CSAT points". */
  unit: optional(textSchema),
  /** How `revenue-earned` counts what is paid: by calendar `month`, the month of the win in full, or by `day`; default `month`. */
  by: optional(choice("a way to count", ["month", "day"])),
  /** How sure it is to be, given that the plan's work is done: above 0% and below 100%. */
  chance: optional(rateSchema),
  /** Whether it holds for each month of the period instead of the whole: `month`. */
  every: optional(choice("a span", ["month"])),
  /** How much of it falls into each part of the period: `{ 2026-Q1: 17%, … }`; default as the work is spread. */
  profile: optional(profileSchema),
  /** Why it is wanted, in your own words; shown beside the number. */
  why: optional(textSchema),
};

/** The outcome goal: a metric, an amount of it and the period in which it is to be reached. */
export const goalSchema = strictObject({
  ...GOAL,
  /** When it is to be reached: `2026-01`, `2026-Q1`, `2026`, a range of dates, weeks from a day, or working days. */
  period: periodSchema,
});

/** One of several goals: the first says their period. */
export const goalsItemSchema = strictObject({
  ...GOAL,
  /** When all of them are to be reached; the first goal says it, and others may leave it out. */
  period: optional(periodSchema),
});
