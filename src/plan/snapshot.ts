import { optional, strictObject, type output } from "zod/mini";
import { either, list, record } from "../schema/kinds.js";
import { daySchema } from "./dates.js";
import { nameSchema } from "../schema/name.js";
import { pipelineSchema } from "./pipeline.js";
import type { PipelineInput } from "./plan.js";
import type { ReadonlyData } from "../schema/readonly-data.js";
import { quantitySchema, type Quantity } from "../schema/quantity.js";

const entrySchema = strictObject({
  /** The day. */
  on: daySchema,
  /** How many. */
  count: quantitySchema,
  /** Who did it. */
  by: optional(nameSchema),
});
const closingSchema = strictObject({
  /** The day. */
  on: daySchema,
  /** What it was worth, in the deal's unit. */
  value: optional(quantitySchema),
  /** Whose it was. */
  by: optional(nameSchema),
});
const countsSchema = record(nameSchema, either(quantitySchema, list(entrySchema)));
const closingsSchema = optional(either(quantitySchema, list(closingSchema)));

/** The shape of a snapshot; what its dates and names must say is judged by {@link ./parse-snapshot.ts}. */
export const snapshotShape = strictObject({
  asOf: daySchema,
  entered: optional(countsSchema),
  activities: optional(countsSchema),
  pipeline: optional(pipelineSchema),
  won: closingsSchema,
  lost: closingsSchema,
  churned: closingsSchema,
  outcome: optional(list(strictObject({ on: daySchema, value: quantitySchema }))),
});

/**
 * So many units that entered a stage on a day, or so much work done; `by` is the person who did it.
 *
 * @useDeclaredType
 */
export type Entry = ReadonlyData<output<typeof entrySchema>>;

/**
 * One win, loss or churned customer, and what it was worth.
 *
 * @useDeclaredType
 */
export type Closing = ReadonlyData<output<typeof closingSchema>>;

/**
 * What has happened up to and including the day `asOf`. `Stage` are the names of the plan's stages, so that a misspelt
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
