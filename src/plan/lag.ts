import * as z from "zod/mini";
import { readLag, type LagTable } from "../time/lag.js";
import { leaf } from "./leaf.js";
import { quantitySchema } from "./quantity.js";

/**
 * How long going on to the next stage takes: days, `"2 weeks"`, `"5 working days"`, `{ median: 14, p90: 40 }`, or a table
 * of shares by day, `[{ days: 0, share: "20%" }, …]`.
 */
export const lagSchema = leaf(
  z.union([
    z.number(),
    z.string(),
    z.strictObject({ median: quantitySchema, p90: quantitySchema }),
    z.array(z.strictObject({ days: z.number(), share: z.union([z.number(), z.string()]) })),
  ]),
  (value) =>
    readLag(value) === undefined
      ? { code: "lag.invalid", expected: "a time to the next stage", advice: lagAdvice(value) }
      : undefined,
);

/** A lag as written. */
export type LagInput = z.infer<typeof lagSchema>;

/** Reads a lag of a plan that was validated. */
export function lagOf(value: LagInput): LagTable {
  const table = readLag(value);
  if (table === undefined)
    throw new TypeError(`lagOf requires a validated lag; got ${JSON.stringify(value)}`);
  return table;
}

function lagAdvice(value: unknown): string {
  if (Array.isArray(value))
    return "rows are { days: 3, share: 20% }, whole days from 0 that rise, shares that make 100%";
  if (value !== null && typeof value === "object")
    return "write { median: 14, p90: 40 } with 0 < median < p90";
  if (typeof value === "string" && /month|year|quarter/i.test(value))
    return "count it in days or weeks, such as 4 weeks";
  return 'write days such as 7, "2 weeks", "5 working days" or { median: 14, p90: 40 }';
}
