import * as z from "../schema/zod.js";
import { daySchema, daysSchema } from "./dates.js";
import { nameSchema } from "../schema/name.js";
import { positiveWholeSchema, quantitySchema } from "../schema/quantity.js";
import { rateSchema } from "./rate.js";

const limits = {
  /** Minutes that a person can work for the plan on a working day. */
  minutesPerDay: z.optional(quantitySchema),
  /** Minutes of it that go to work which is not for this goal. */
  overheadMinutesPerDay: z.optional(quantitySchema),
  /** How often a person can do each activity on a working day. */
  maxPerDay: z.optional(z.record(nameSchema, quantitySchema)),
};

/** One person: from when to when, how much of a full week, how fast they come up to speed, and when they are away. */
const personSchema = z.strictObject({
  /** The person's name. */
  name: nameSchema,
  /** The first day of work. */
  starts: z.optional(daySchema),
  /** The last day of work, included. */
  leaves: z.optional(daySchema),
  /** How fast the person comes up to speed, from the first day on. */
  ramp: z.optional(
    z.strictObject({
      /** The share of full strength in each month; full after the last. */
      months: z.array(rateSchema),
    }),
  ),
  /** Dates, and ranges of dates, of absence. */
  absences: z.optional(z.array(daysSchema)),
  /** The share of a full week; default 100%. */
  fte: z.optional(rateSchema),
});

/** A team: so many alike (`headcount`) or people by name, and what each can do in a day. */
export const teamSchema = z.strictObject({
  /** How many people there are, all alike. */
  headcount: z.optional(positiveWholeSchema),
  /** The people by name. */
  people: z.optional(z.array(personSchema)),
  ...limits,
});
