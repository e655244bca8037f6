import { optional, strictObject } from "zod/mini";
import { list, record } from "../schema/kinds.js";
import { daySchema, daysSchema } from "./dates.js";
import { nameSchema } from "../schema/name.js";
import { paidSchema } from "./costs.js";
import { positiveWholeSchema, quantitySchema } from "../schema/quantity.js";
import { rateSchema } from "./rate.js";
import { workdaysSchema } from "./workdays.js";

const limits = {
  /** Minutes that a person can work for the plan on a working day. */
  minutesPerDay: optional(quantitySchema),
  /** Minutes of it that go to work which is not for this goal. */
  overheadMinutesPerDay: optional(quantitySchema),
  /** How often a person can do each activity on a working day. */
  maxPerDay: optional(record(nameSchema, quantitySchema)),
};

/** One person: from when to when, how much of a full week, how fast they come up to speed, and when they are away. */
const personSchema = strictObject({
  /** The person's name. */
  name: nameSchema,
  /** The first day of work. */
  starts: optional(daySchema),
  /** The last day of work, included. */
  leaves: optional(daySchema),
  /** How fast the person comes up to speed, from the first day on. */
  ramp: optional(
    strictObject({
      /** The share of full strength in each month; full after the last. */
      months: list(rateSchema),
    }),
  ),
  /** Dates, and ranges of dates, of absence. */
  absences: optional(list(daysSchema)),
  /** The person's own weekdays, of the plan's, short ones with their share; default the plan's. */
  workdays: optional(workdaysSchema),
  /** The share of a full week; default 100%. */
  fte: optional(rateSchema),
  /** The person's part of the goal, in what its amount counts in, as if there for the whole period. */
  quota: optional(quantitySchema),
  /** What an hour of the person's work costs; default: the team's. */
  costPerHour: optional(quantitySchema),
});

/** A team: so many alike (`headcount`) or people by name, and what each can do in a day. */
export const teamSchema = strictObject({
  /** How many people there are, all alike. */
  headcount: optional(positiveWholeSchema),
  /** The people by name. */
  people: optional(list(personSchema)),
  /** The team's part of the goal, in what its amount counts in, as if all were there for the whole period. */
  quota: optional(quantitySchema),
  ...limits,
  /** What an hour of a person's work costs. */
  costPerHour: optional(quantitySchema),
  /** Which hours are paid: those of the plan's work, or all that people are there; default `work`. */
  paid: optional(paidSchema),
  /** The most that the team's work may cost in the period. */
  budget: optional(quantitySchema),
});
