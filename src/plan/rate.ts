import * as z from "zod/mini";
import { readDecimal } from "../number/decimal-text.js";
import { readRate } from "../number/rate-text.js";
import {
  add,
  compare,
  divide,
  isNegative,
  isZero,
  multiply,
  ONE,
  ratio,
  type Ratio,
} from "../number/ratio.js";
import type { Problem } from "./issue.js";
import { leaf } from "./leaf.js";
import { suggestion } from "./nearest.js";
import { readQuantity, quantitySchema } from "./quantity.js";

const plainRateSchema = z.union([z.number(), z.string()]);
const wonOfSchema = z.strictObject({ won: quantitySchema, of: quantitySchema });
const learnedSchema = z.strictObject({
  rate: plainRateSchema,
  low: plainRateSchema,
  high: plainRateSchema,
  won: z.optional(quantitySchema),
  of: z.optional(quantitySchema),
});
const changedSchema = z.strictObject({ now: plainRateSchema, change: z.string() });

/**
 * A rate as written: `0.4`, `"40%"`, `"2/5"`, `{ won: 48, of: 120 }`, `{ rate, low, high }`, or
 * `{ now: "20%", change: "+20%" }` (24%) and `{ now: "20%", change: "+4 points" }` (24% as well).
 */
export const rateSchema = leaf(
  z.union([plainRateSchema, wonOfSchema, learnedSchema, changedSchema]),
  (value) => rateReading(value).problem,
);

/** A written rate. */
export type RateInput = z.infer<typeof rateSchema>;

/** A share that may exceed the whole, such as a buffer of 150% or a season of 120%; a bare number counts up to 1. */
export const proportionSchema = leaf(plainRateSchema, (value) => {
  const read = plainRatio(value);
  if (read === undefined || isNegative(read)) return { ...PROPORTION, advice: rateAdvice(value) };
  const bare = typeof value === "number" || (typeof value === "string" && !value.includes("%"));
  return bare && compare(read, ONE) > 0 ? { ...PROPORTION, advice: rateAdvice(value) } : undefined;
});

const PROPORTION = { code: "rate.invalid", expected: "a share such as 10%" } as const;
const EXPECTED = "a rate from 0 to 1 (included)";
const KEYS = ["won", "of", "rate", "low", "high", "now", "change"] as const;
const SHAPES = [
  ["won", "of"],
  ["rate", "low", "high"],
  ["now", "change"],
] as const;

interface Reading {
  readonly ratio?: Ratio;
  readonly problem?: Problem;
}

/** Reads a rate of a plan that was validated. */
export function rateOf(value: RateInput): Ratio {
  const { ratio: read } = rateReading(value);
  if (read === undefined)
    throw new TypeError(`rateOf requires a validated rate; got ${JSON.stringify(value)}`);
  return read;
}

/** Reads a share of a plan that was validated. */
export function proportionOf(value: number | string): Ratio {
  const read = plainRatio(value);
  if (read === undefined) throw new TypeError(`proportionOf requires a validated share; got ${value}`);
  return read;
}

function plainRatio(value: unknown): Ratio | undefined {
  return typeof value === "number" || typeof value === "string" ? readRate(value) : undefined;
}

function rateReading(value: unknown): Reading {
  if (value !== null && typeof value === "object" && !Array.isArray(value))
    return compositeReading(value as Composite);
  const read = plainRatio(value);
  if (read === undefined || !inRange(read)) return wrong(rateAdvice(value));
  return { ratio: read };
}

type Composite = Readonly<Partial<Record<(typeof KEYS)[number], unknown>>>;

function compositeReading(value: Composite): Reading {
  const unknown = Object.keys(value).find((key) => !(KEYS as readonly string[]).includes(key));
  if (unknown !== undefined)
    return wrong(`${JSON.stringify(unknown.slice(0, 40))} is not known here, ${suggestion(unknown, KEYS)}`);
  const shape =
    value.change !== undefined || value.now !== undefined
      ? SHAPES[2]
      : value.rate !== undefined
        ? SHAPES[1]
        : SHAPES[0];
  const missing = shape.find((key) => value[key] === undefined);
  if (missing !== undefined) return wrong(`write ${shape.join(", ")} together; ${missing} is missing`);
  if (shape === SHAPES[0]) return wonOf(value);
  return shape === SHAPES[1] ? learned(value) : changed(value);
}

function wonOf(value: Composite): Reading {
  const won = readQuantity(value.won);
  const of = readQuantity(value.of);
  if (won === undefined || of === undefined || isNegative(won))
    return wrong("write two counts, such as { won: 48, of: 120 }");
  if (isNegative(of) || isZero(of)) return wrong("`of` must be above 0: no rate can be seen in no cases");
  return compare(won, of) > 0 ? wrong("`won` cannot exceed `of`") : { ratio: divide(won, of) };
}

function learned(value: Composite): Reading {
  const [rate, low, high] = [value.rate, value.low, value.high].map(plainRatio);
  if (!rate || !low || !high) return wrong('write rates, such as { rate: "40%", low: "35%", high: "46%" }');
  const ordered = compare(low, rate) <= 0 && compare(rate, high) <= 0 && inRange(low) && inRange(high);
  return ordered ? { ratio: rate } : wrong("write low ≤ rate ≤ high, each from 0 to 1");
}

function changed(value: Composite): Reading {
  const now = plainRatio(value.now);
  if (now === undefined || !inRange(now)) return wrong(`\`now\` is no rate: ${rateAdvice(value.now)}`);
  const change = readChange(value.change);
  if (change === undefined) return wrong('write the change as "+20%" (of the rate now) or "+4 points"');
  const to = change.points ? add(now, change.by) : multiply(now, add(ONE, change.by));
  return inRange(to) ? { ratio: to } : wrong("this change leads outside 0 to 100%");
}

const CHANGE = /^([+-])\s*(\d+(?:\.\d+)?)\s*(%|percent|points?|pp)$/i;

function readChange(text: unknown): { by: Ratio; points: boolean } | undefined {
  const match = typeof text === "string" && text.length <= 60 ? CHANGE.exec(text.trim()) : null;
  const size =
    match?.[2] === undefined ? undefined : readDecimal(`${match[1] === "-" ? "-" : ""}${match[2]}`);
  if (match === null || size === undefined) return undefined;
  return { by: divide(size, ratio(100)), points: !/^(%|percent)$/i.test(match[3] ?? "") };
}

function inRange(read: Ratio): boolean {
  return !isNegative(read) && compare(read, ONE) <= 0;
}

function wrong(advice: string): Reading {
  return { problem: { code: "rate.invalid", expected: EXPECTED, advice } };
}

function rateAdvice(value: unknown): string {
  const bare = typeof value === "string" && value.length <= 60 ? value.trim() : value;
  const number = typeof bare === "number" || typeof bare === "string" ? readDecimal(bare) : undefined;
  if (number !== undefined && compare(number, ONE) > 0 && compare(number, ratio(100)) <= 0)
    return `write "${bare}%"`;
  if (number !== undefined && isNegative(number)) return 'a rate cannot be negative, write one such as "40%"';
  if (typeof bare === "string" && bare.includes("%") && plainRatio(bare)) return "a rate cannot exceed 100%";
  return 'write a rate such as "40%", 0.4 or "2/5"';
}
