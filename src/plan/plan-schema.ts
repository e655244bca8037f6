import { optional, strictObject } from "zod/mini";
import { list, record } from "../schema/kinds.js";
import { baseSchema, churnSchema, movementSchema, repeatSchema } from "./base.js";
import { calendarSchema } from "./calendar.js";
import { checksSchema } from "./checks.js";
import { fixedCostsSchema } from "./costs.js";
import { currencySchema } from "./currency.js";
import { daySchema } from "./dates.js";
import { dealSchema } from "./deal.js";
import { funnelSchema } from "./funnel.js";
import { goalSchema, goalsItemSchema } from "./goal.js";
import { habitSchema } from "./habits.js";
import { choice } from "../schema/choice.js";
import { scalarThat } from "../schema/scalar.js";
import { nameSchema, textSchema } from "../schema/name.js";
import { quantitySchema } from "../schema/quantity.js";
import { taskSchema } from "./tasks.js";
import { pipelineSchema } from "./pipeline.js";
import { proportionSchema } from "./rate.js";
import { spreadSchema } from "./spread.js";
import { teamSchema } from "./teams.js";

/** So far there is one version. */
const versionSchema = scalarThat<1>(
  (value) => value === 1,
  "version.unknown",
  "a version that is known",
  () => "write version: 1, or use a newer reverse-funnel",
  { const: 1 },
);

/** The shape of a whole plan. What the parts say of each other is judged by {@link ./rules/rules.ts}. */
export const planShape = strictObject({
  /** What the plan is called. */
  name: optional(textSchema),
  /** An ISO 4217 code, for display. */
  currency: optional(currencySchema),
  /** The first day on which work can be done; default: the period's first day; may lie before it. */
  workFrom: optional(daySchema),
  /** What is to be achieved, and by when. */
  goal: optional(goalSchema),
  /** Instead of `goal`: several goals over the same period, by the same funnel and deal. */
  goals: optional(list(goalsItemSchema)),
  deal: optional(dealSchema),
  /** What is there on the period's first day. */
  base: optional(baseSchema),
  churn: optional(churnSchema),
  /** What the base grows by. */
  expansion: optional(movementSchema),
  /** What the base shrinks by, without anyone leaving. */
  contraction: optional(movementSchema),
  /** Repeat business from the base. */
  repeat: optional(repeatSchema),
  /** A margin of safety on wins; default 0. */
  buffer: optional(proportionSchema),
  /** How far periods differ by more than luck: a standard deviation of the rates; default: by luck only. */
  spread: optional(spreadSchema),
  /** How exact needs become whole numbers; default `least`. */
  rounding: optional(choice("a rounding", ["least", "cascade"])),
  funnel: funnelSchema,
  /** Costs that are the same whatever is won. */
  fixedCosts: optional(fixedCostsSchema),
  /** The most that all of it may cost in the period. */
  budget: optional(quantitySchema),
  /** Which days are working days, and how much effort they take. */
  calendar: optional(calendarSchema),
  teams: optional(record(nameSchema, teamSchema)),
  pipeline: optional(pipelineSchema),
  habits: optional(list(habitSchema)),
  tasks: optional(list(taskSchema)),
  /** What a check in CI insists on. */
  checks: optional(checksSchema),
  /** The version of what plans may say; 1 so far, and what a plan without it means. */
  version: optional(versionSchema),
});
