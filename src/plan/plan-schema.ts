import * as z from "../schema/zod.js";
import { baseSchema, churnSchema, movementSchema, repeatSchema } from "./base.js";
import { calendarSchema } from "./calendar.js";
import { checksSchema } from "./checks.js";
import { currencySchema } from "./currency.js";
import { daySchema } from "./dates.js";
import { dealSchema } from "./deal.js";
import { funnelSchema } from "./funnel.js";
import { goalSchema } from "./goal.js";
import { habitSchema } from "./habits.js";
import { choice } from "../schema/choice.js";
import { nameSchema, textSchema } from "../schema/name.js";
import { taskSchema } from "./tasks.js";
import { pipelineSchema } from "./pipeline.js";
import { proportionSchema } from "./rate.js";
import { spreadSchema } from "./spread.js";
import { teamSchema } from "./teams.js";

/** The shape of a whole plan. What the parts say of each other is judged by {@link ./rules/rules.ts}. */
export const planShape = z.strictObject({
  /** What the plan is called. */
  name: z.optional(textSchema),
  /** An ISO 4217 code, for display. */
  currency: z.optional(currencySchema),
  /** The first day on which work can be done; default: the period's first day; may lie before it. */
  workFrom: z.optional(daySchema),
  /** What is to be achieved, and by when. */
  goal: goalSchema,
  deal: z.optional(dealSchema),
  /** What is there on the period's first day. */
  base: z.optional(baseSchema),
  churn: z.optional(churnSchema),
  /** What the base grows by. */
  expansion: z.optional(movementSchema),
  /** What the base shrinks by, without anyone leaving. */
  contraction: z.optional(movementSchema),
  /** Repeat business from the base. */
  repeat: z.optional(repeatSchema),
  /** A margin of safety on wins; default 0. */
  buffer: z.optional(proportionSchema),
  /** How far periods differ by more than luck: a standard deviation of the rates; default: by luck only. */
  spread: z.optional(spreadSchema),
  /** How exact needs become whole numbers; default `least`. */
  rounding: z.optional(choice("a rounding", ["least", "cascade"])),
  funnel: funnelSchema,
  /** Which days are working days, and how much effort they take. */
  calendar: z.optional(calendarSchema),
  teams: z.optional(z.record(nameSchema, teamSchema)),
  pipeline: z.optional(pipelineSchema),
  habits: z.optional(z.array(habitSchema)),
  tasks: z.optional(z.array(taskSchema)),
  /** What a check in CI insists on. */
  checks: z.optional(checksSchema),
});
