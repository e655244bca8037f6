import * as z from "zod/mini";
import { baseSchema, churnSchema, movementSchema, repeatSchema } from "./base.js";
import { calendarSchema } from "./calendar.js";
import { checksSchema } from "./checks.js";
import { currencySchema } from "./currency.js";
import { daySchema } from "./dates.js";
import { dealSchema } from "./deal.js";
import { funnelSchema } from "./funnel.js";
import { goalSchema } from "./goal.js";
import { habitSchema } from "./habits.js";
import { choice } from "./choice.js";
import { nameSchema, textSchema } from "./name.js";
import { needSchema } from "./needs.js";
import { openSchema } from "./open-work.js";
import { proportionSchema } from "./rate.js";
import { teamSchema } from "./teams.js";

/** The shape of a whole plan. What the parts say of each other is judged by {@link ./rules.ts}. */
export const planShape = z.strictObject({
  name: z.optional(textSchema),
  currency: z.optional(currencySchema),
  workFrom: z.optional(daySchema),
  goal: goalSchema,
  deal: z.optional(dealSchema),
  base: z.optional(baseSchema),
  churn: z.optional(churnSchema),
  expansion: z.optional(movementSchema),
  contraction: z.optional(movementSchema),
  repeat: z.optional(repeatSchema),
  buffer: z.optional(proportionSchema),
  rounding: z.optional(choice("a rounding", ["least", "handover"])),
  funnel: funnelSchema,
  calendar: z.optional(calendarSchema),
  teams: z.optional(z.record(nameSchema, teamSchema)),
  open: z.optional(openSchema),
  habits: z.optional(z.array(habitSchema)),
  needs: z.optional(z.array(needSchema)),
  checks: z.optional(checksSchema),
});
