import * as z from "../schema/zod.js";
import { activitySchema } from "./activity.js";
import { lagSchema } from "./lag.js";
import { scalarThat } from "../schema/scalar.js";
import { nameSchema } from "../schema/name.js";
import { quantitySchema } from "../schema/quantity.js";
import { rateSchema } from "./rate.js";

/** The one channel that brings what the others leave. */
export const restSchema = scalarThat<true>(
  (value) => value === true,
  "share.rest",
  "true",
  () => "write rest: true, or leave it out",
);

/** A path that brings units to the stage it feeds: by a share of what is needed, so many units, or the rest. */
export const channelSchema = z.strictObject({
  /** The channel's name. */
  channel: nameSchema,
  /** The share of what is needed that it brings. */
  share: z.optional(rateSchema),
  /** How many units it brings in the period, whatever the goal. */
  units: z.optional(quantitySchema),
  /** It brings what the other channels do not. */
  rest: z.optional(restSchema),
  get funnel() {
    return z.array(stageSchema);
  },
});

/** A place that units enter; `rate` is the share of them that ever go on. */
export const stageSchema = z.strictObject({
  /** The stage's name; no two stages of a plan have the same. */
  stage: nameSchema,
  /** The share of the units that enter it which ever go on. */
  rate: rateSchema,
  /** The team that answers for it. */
  owner: z.optional(nameSchema),
  /** How long going on takes; default: no time. */
  lag: z.optional(lagSchema),
  /** How long losing takes; without it only going on is known to take time. */
  lossLag: z.optional(lagSchema),
  /** How many units there are to be had in the period. */
  available: z.optional(quantitySchema),
  /** Minutes of work for each unit, where it has no activities. */
  minutes: z.optional(quantitySchema),
  /** What each unit costs. */
  cost: z.optional(quantitySchema),
  /** Work done for each unit; a stage without any is its own activity. */
  activities: z.optional(z.array(activitySchema)),
  get sources(): z.$ZodOptional<z.$ZodArray<typeof channelSchema>> {
    return z.optional(z.array(channelSchema));
  },
});

/** The stages of the main path, source first; leaving the last one is a win. */
export const funnelSchema = z.array(stageSchema);
