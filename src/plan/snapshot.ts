import * as z from "../schema/zod.js";
import { daySchema } from "./dates.js";
import { nameSchema } from "../schema/name.js";
import { pipelineSchema } from "./pipeline.js";
import type { PipelineInput } from "./plan.js";
import type { ReadonlyData } from "../schema/readonly-data.js";
import { quantitySchema, type Quantity } from "../schema/quantity.js";

const entrySchema = z.strictObject({
  /** The day. */
  on: daySchema,
  /** How many. */
  count: quantitySchema,
  /** Who did it. */
  by: z.optional(nameSchema),
});
const closingSchema = z.strictObject({
  /** The day. */
  on: daySchema,
  /** What it was worth, in the deal's unit. */
  value: z.optional(quantitySchema),
  /** Whose it was. */
  by: z.optional(nameSchema),
});
const countsSchema = z.record(nameSchema, z.either(quantitySchema, z.array(entrySchema)));
const closingsSchema = z.optional(z.either(quantitySchema, z.array(closingSchema)));

/** The shape of a snapshot; what its dates and names must say is judged by {@link ./parse-snapshot.ts}. */
export const snapshotShape = z.strictObject({
  asOf: daySchema,
  entered: z.optional(countsSchema),
  activities: z.optional(countsSchema),
  pipeline: z.optional(pipelineSchema),
  won: closingsSchema,
  lost: closingsSchema,
  churned: closingsSchema,
  outcome: z.optional(z.array(z.strictObject({ on: daySchema, value: quantitySchema }))),
});

/**
 * So many units that entered a stage on a day, or so much work done; `by` is the person who did it.
 *
 * @useDeclaredType
 */
export type Entry = ReadonlyData<z.output<typeof entrySchema>>;

/**
 * One win, loss or churned customer, and what it was worth.
 *
 * @useDeclaredType
 */
export type Closing = ReadonlyData<z.output<typeof closingSchema>>;

/**
 * What has happened up to and including the day `through`. `Stage` are the names of the plan's stages, so that a misspelt
 * one is a compile error.
 */
export interface Snapshot<Stage extends string = string> {
  /** The last day that it tells of, up to its end. */
  readonly asOf: string;
  /** Units that entered each stage; a number, or dated counts. */
  readonly entered?: Readonly<Partial<Record<Stage, Quantity | readonly Entry[] | undefined>>> | undefined;
  /** Work done that is no stage of its own (calls, research), by its name. */
  readonly activities?: Readonly<Record<string, Quantity | readonly Entry[]>> | undefined;
  /** Units that are in a stage now, as a plan writes them. */
  readonly pipeline?: PipelineInput<Stage> | undefined;
  /** Wins: a number, or one by one with what each was worth. */
  readonly won?: Quantity | readonly Closing[] | undefined;
  /** Deals that were lost, in the same way. */
  readonly lost?: Quantity | readonly Closing[] | undefined;
  /** Customers who left, in the same way. */
  readonly churned?: Quantity | readonly Closing[] | undefined;
  /** The metric itself, as it was measured on a day. */
  readonly outcome?:
    | readonly {
        /** The day of the measurement. */
        readonly on: string;
        /** The metric's amount. */
        readonly value: Quantity;
      }[]
    | undefined;
}
