import { divide, isPositive, isZero, multiply, ratio, sum, type Ratio } from "../number/ratio.js";
import { encodeExact } from "../number/exact-string.js";
import type { Problem } from "../schema/issue.js";
import { judgeQuantity, parseQuantity, tryQuantity, type Quantity } from "../schema/quantity.js";
import type { ReadonlyData } from "../schema/readonly-data.js";
import { scalar } from "../schema/scalar.js";
import { anyOf, listOf, NUMBER, objectOf } from "../schema/written-form.js";
import { fieldsOf } from "../schema/fields.js";

/**
 * What one win is worth: a number, which stands for the average; `{ mean, sd }` where wins differ; or the values of won
 * deals, each as likely as the others.
 */
export type DealValueInput =
  | Quantity
  | {
      /** What one win is worth on average. */
      mean: Quantity;
      /** How far wins differ from that: their standard deviation. */
      sd: Quantity;
    }
  | Quantity[];

/** A deal value as written, see {@link DealValueInput}. */
export const dealValueSchema = scalar<DealValueInput>(
  judge,
  anyOf(NUMBER, objectOf({ mean: NUMBER, sd: NUMBER }), listOf(NUMBER)),
);

/** What one win is worth. */
interface DealValue {
  /** On average: all that is expected of a plan follows from it. */
  readonly mean: Ratio;
  /** How wins differ, for chances; null where each is taken to bring the mean. */
  readonly differs: DealDifference | null;
}

/** How wins differ: by a standard deviation above 0, or as the values that were seen do. */
export type DealDifference = { readonly sd: Ratio } | { readonly values: readonly Ratio[] };

const LISTS = new WeakMap<readonly Quantity[], DealValue>();

/** Reads the deal value of a plan that was validated. */
export function parseDealValue(written: ReadonlyData<DealValueInput>): DealValue {
  if (typeof written !== "object") return { mean: parseQuantity(written), differs: null };
  if (!("mean" in written)) return readOnce(written);
  const sd = parseQuantity(written.sd);
  return { mean: parseQuantity(written.mean), differs: isZero(sd) ? null : { sd } };
}

/** What-ifs compile a plan again and again; a list of a thousand deals is added up once. */
function readOnce(written: readonly Quantity[]): DealValue {
  const known = LISTS.get(written);
  if (known !== undefined) return known;
  const values = written.map(parseQuantity);
  const read = { mean: divide(sum(values), ratio(values.length)), differs: { values } };
  LISTS.set(written, read);
  return read;
}

/** Whether a deal value only says an average, so that how wins differ is not known. */
export function isAverage(written: ReadonlyData<DealValueInput> | undefined): boolean {
  return typeof written !== "object";
}

/**
 * The same deal value with another mean, as a plan would write it: how far wins differ grows or shrinks with it, in proportion.
 *
 * @param mean from 0 (included)
 *
 * @example
 * ```ts
 * dealValueWithMean({ mean: 1000, sd: 400 }, ratio(1500)); // => { mean: "1500", sd: "600" }
 * ```
 */
export function dealValueWithMean(written: ReadonlyData<DealValueInput>, mean: Ratio): DealValueInput {
  if (typeof written !== "object") return encodeExact(mean);
  const now = parseDealValue(written).mean;
  const scaled = (value: Quantity): Quantity =>
    encodeExact(isZero(now) ? mean : divide(multiply(parseQuantity(value), mean), now));
  if (!("mean" in written)) return written.map(scaled);
  return { mean: encodeExact(mean), sd: isZero(now) ? written.sd : scaled(written.sd) };
}

const EXPECTED = "a value such as 1000, { mean: 1000, sd: 400 }, or a list of values";

function judge(value: unknown): Problem | undefined {
  if (Array.isArray(value)) return judgeList(value);
  if (typeof value !== "object" || value === null) return judgeQuantity(value);
  const { mean, sd } = fieldsOf(value);
  const keys = Object.keys(value);
  if (keys.length !== 2 || mean === undefined || sd === undefined)
    return {
      code: "value.spread",
      expected: EXPECTED,
      advice: "write mean and sd together, and nothing else beside them",
    };
  return judgePart(mean, "mean") ?? judgePart(sd, "sd") ?? judgeSpread(mean, sd);
}

function judgeSpread(mean: unknown, sd: unknown): Problem | undefined {
  const [average, far] = [tryQuantity(mean), tryQuantity(sd)];
  if (average === undefined || far === undefined || isPositive(average) || isZero(far)) return undefined;
  return {
    code: "value.spread",
    expected: "a mean above 0 where wins differ",
    advice: "write the mean of won deals, or sd: 0",
    part: { path: ["mean"], received: mean },
  };
}

function judgeList(values: readonly unknown[]): Problem | undefined {
  if (values.length === 0)
    return {
      code: "list.empty",
      expected: "at least one value",
      advice: "write the values of won deals, such as [800, 1200]",
    };
  for (const [index, value] of values.entries()) {
    const problem = judgePart(value, index);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function judgePart(value: unknown, at: string | number): Problem | undefined {
  const problem = judgeQuantity(value);
  return problem && { ...problem, part: { path: [at], received: value } };
}
