import * as z from "zod/mini";
import { activitySchema } from "./activity.js";
import { lagSchema } from "./lag.js";
import { leaf } from "./leaf.js";
import { nameSchema } from "./name.js";
import { quantitySchema } from "./quantity.js";
import { rateSchema } from "./rate.js";

const restSchema = leaf<true>({ const: true }, (value) =>
  value === true
    ? undefined
    : { code: "share.rest", expected: "true", advice: "write rest: true, or leave it out" },
);

/** A path that brings units to the stage it feeds: by a share of what is needed, so many units, or the rest. */
export const channelSchema = z.strictObject({
  channel: nameSchema,
  share: z.optional(rateSchema),
  units: z.optional(quantitySchema),
  rest: z.optional(restSchema),
  get funnel() {
    return z.array(stageSchema);
  },
});

/** A place that units enter; `rate` is the share of them that ever go on. */
export const stageSchema = z.strictObject({
  stage: nameSchema,
  rate: rateSchema,
  owner: z.optional(nameSchema),
  lag: z.optional(lagSchema),
  lossLag: z.optional(lagSchema),
  available: z.optional(quantitySchema),
  minutes: z.optional(quantitySchema),
  cost: z.optional(quantitySchema),
  activities: z.optional(z.array(activitySchema)),
  get sources(): z.ZodMiniOptional<z.ZodMiniArray<typeof channelSchema>> {
    return z.optional(z.array(channelSchema));
  },
});

/** The stages of the main path, source first; leaving the last one is a win. */
export const funnelSchema = z.array(stageSchema);
