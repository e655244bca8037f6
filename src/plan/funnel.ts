import { optional, strictObject, type ZodMiniOptional } from "zod/mini";
import { list, type List } from "../schema/kinds.js";
import { activitySchema } from "./activity.js";
import { lagSchema } from "./lag.js";
import { scalarThat } from "../schema/scalar.js";
import { nameSchema, textSchema } from "../schema/name.js";
import { quantitySchema } from "../schema/quantity.js";
import { rateSchema } from "./rate.js";
import { returnsSchema } from "./returns.js";

/** The one channel that brings what the others leave. */
const restSchema = scalarThat<true>(
  (value) => value === true,
  "share.rest",
  "true",
  () => "write rest: true, or leave it out",
  { const: true },
);

/** A path that brings units to the stage it feeds: by a share of what is needed, so many units, or the rest. */
export const channelSchema = strictObject({
  /** The channel's name. */
  channel: nameSchema,
  /** The share of what is needed that it brings. */
  share: optional(rateSchema),
  /** How many units it brings in the period, whatever the goal. */
  units: optional(quantitySchema),
  /** It brings what the other channels do not. */
  rest: optional(restSchema),
  /** The most that the work of its stages may cost in the period. */
  budget: optional(quantitySchema),
  get funnel() {
    return list(stageSchema);
  },
});

/** A place that units enter; `rate` is the share of them that ever go on, or `sameAs` the stage that has the same. */
export const stageSchema = strictObject({
  /** The stage's name; no two stages of a plan have the same. */
  stage: nameSchema,
  /** The share of the units that enter it which ever go on. */
  rate: optional(rateSchema),
  /** Instead of `rate`: the stage whose rate it has too, which is then one rate, known and moved together. */
  sameAs: optional(nameSchema),
  /** The team that answers for it. */
  owner: optional(nameSchema),
  /** How long going on takes; default: no time. */
  lag: optional(lagSchema),
  /** How long losing takes; without it only going on is known to take time. */
  lossLag: optional(lagSchema),
  /** What comes back of the units that did not go on. */
  returns: optional(returnsSchema),
  /** How many units there are to be had in the period. */
  available: optional(quantitySchema),
  /** Minutes of work for each unit, where it has no activities. */
  minutes: optional(quantitySchema),
  /** What each unit costs. */
  cost: optional(quantitySchema),
  /** Work done for each unit; a stage without any is its own activity. */
  activities: optional(list(activitySchema)),
  /** Why it is there, in your own words; shown beside the number. */
  why: optional(textSchema),
  /** What several units of it are called, where English rules fail: `analyses`; default: made from the name. */
  plural: optional(textSchema),
  get sources(): ZodMiniOptional<List<typeof channelSchema>> {
    return optional(list(channelSchema));
  },
});

/** The stages of the main path, source first; leaving the last one is a win. */
export const funnelSchema = list(stageSchema);
