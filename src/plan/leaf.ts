import type * as z from "zod/mini";
import type { Problem } from "./issue.js";
import { suggestion } from "./nearest.js";
import * as zod from "zod/mini";

/** Judges one written value whole: what is wrong with it, or undefined when it is right. */
export type Judge = (value: unknown) => Problem | undefined;

const judges = new WeakMap<object, Judge>();

/**
 * Makes a value that is read as one piece (a rate, a date, an amount) part of the schema. The schema says what shapes it
 * may have, for types and for JSON Schema; the judge says whether it is right, and finds the words when it is not.
 */
export function leaf<T extends z.ZodMiniType>(schema: T, judge: Judge): T {
  const checked = schema.check((payload) => {
    if (judge(payload.value) !== undefined) {
      payload.issues.push({ code: "custom", input: payload.value, inst: checked, message: "" });
    }
  });
  judges.set(checked, judge);
  return checked;
}

/** Finds the judge of the schema that refused a value, if that schema is a leaf. */
export function judgeOf(schema: object | undefined): Judge | undefined {
  return schema === undefined ? undefined : judges.get(schema);
}

/** A word out of a fixed list; a near miss names the word that was probably meant. */
export function choice<const T extends readonly [string, ...string[]]>(noun: string, known: T) {
  const problem = (value: unknown): Problem | undefined =>
    typeof value === "string" && known.includes(value)
      ? undefined
      : { code: "value.choice", expected: noun, advice: suggestion(value, known) };
  return leaf(zod.enum(known), problem);
}
