import * as z from "zod/mini";
import { daySchema, daysSchema } from "./dates.js";
import { nameSchema } from "./name.js";
import { positiveWholeSchema, quantitySchema } from "./quantity.js";
import { rateSchema } from "./rate.js";

const limits = {
  minutesPerDay: z.optional(quantitySchema),
  busyMinutesPerDay: z.optional(quantitySchema),
  maxPerDay: z.optional(z.record(nameSchema, quantitySchema)),
};

/** One person: from when to when, how much of a full week, how fast they come up to speed, and when they are away. */
export const personSchema = z.strictObject({
  name: nameSchema,
  starts: z.optional(daySchema),
  leaves: z.optional(daySchema),
  ramp: z.optional(z.strictObject({ months: z.array(rateSchema) })),
  timeOff: z.optional(z.array(daysSchema)),
  fullTime: z.optional(rateSchema),
});

/** A team: so many alike (`size`) or people by name, and what each can do in a day. */
export const teamSchema = z.strictObject({
  size: z.optional(positiveWholeSchema),
  people: z.optional(z.array(personSchema)),
  ...limits,
});
