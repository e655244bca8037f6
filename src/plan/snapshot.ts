import * as z from "zod/mini";
import { daySchema } from "./dates.js";
import { either } from "./either.js";
import { nameSchema } from "./name.js";
import { openSchema } from "./open-work.js";
import type { OpenInput } from "./plan.js";
import type { ReadonlyData } from "./readonly-data.js";
import { quantitySchema, type Quantity } from "./quantity.js";

const entrySchema = z.strictObject({ on: daySchema, count: quantitySchema, by: z.optional(nameSchema) });
const closingSchema = z.strictObject({
  on: daySchema,
  value: z.optional(quantitySchema),
  by: z.optional(nameSchema),
});
const countsSchema = z.record(nameSchema, either(quantitySchema, z.array(entrySchema)));
const closingsSchema = z.optional(either(quantitySchema, z.array(closingSchema)));

/** The shape of a snapshot; what its dates and names must say is judged by {@link ./parse-snapshot.ts}. */
export const snapshotShape = z.strictObject({
  through: daySchema,
  entered: z.optional(countsSchema),
  activities: z.optional(countsSchema),
  open: z.optional(openSchema),
  won: closingsSchema,
  lost: closingsSchema,
  churned: closingsSchema,
  outcome: z.optional(z.array(z.strictObject({ on: daySchema, value: quantitySchema }))),
});

/** So many units that entered a stage on a day, or so much work done; `by` is the person who did it. */
export type Entry = ReadonlyData<z.infer<typeof entrySchema>>;

/** One win, loss or churned customer, and what it was worth. */
export type Closing = ReadonlyData<z.infer<typeof closingSchema>>;

/**
 * What has happened up to and including the day `through`.
 *
 * - `entered`: units that entered each stage; a number, or dated counts
 * - `activities`: work done that is no stage of its own (calls, research), by its name
 * - `open`: units that are in a stage now, as a plan writes them
 * - `won`, `lost`, `churned`: a number, or one by one with what each was worth
 * - `outcome`: the metric itself, as it was measured on a day
 *
 * `Stage` are the names of the plan's stages, so that a misspelt one is a compile error.
 */
export interface Snapshot<Stage extends string = string> {
  readonly through: string;
  readonly entered?: Readonly<Partial<Record<Stage, Quantity | readonly Entry[] | undefined>>> | undefined;
  readonly activities?: Readonly<Record<string, Quantity | readonly Entry[]>> | undefined;
  readonly open?: OpenInput<Stage> | undefined;
  readonly won?: Quantity | readonly Closing[] | undefined;
  readonly lost?: Quantity | readonly Closing[] | undefined;
  readonly churned?: Quantity | readonly Closing[] | undefined;
  readonly outcome?: readonly { readonly on: string; readonly value: Quantity }[] | undefined;
}
