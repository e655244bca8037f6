import * as z from "zod/mini";
import type { Problem } from "./issue.js";
import type { WrittenForm } from "./written-form.js";

/** Judges one written value whole: what is wrong with it, or undefined when it is right. */
export type Judge = (value: unknown) => Problem | undefined;

interface Leaf {
  readonly form: WrittenForm;
  readonly judge: Judge;
}

const leaves = new WeakMap<object, Leaf>();

/**
 * Makes a value that is read as one piece (a rate, a date, an amount) part of the schema. The judge alone says whether it
 * is right, and finds the words when it is not; the form is what JSON Schema can say of it. `Value` is what TypeScript
 * can say.
 */
export function leaf<Value>(form: WrittenForm, judge: Judge): z.ZodMiniType<Value, Value> {
  const schema = z.custom<Value, Value>((value) => judge(value) === undefined);
  leaves.set(schema, { form, judge });
  return schema;
}

/** Finds the judge of the schema that refused a value, if that schema is a leaf. */
export function judgeOf(schema: object | undefined): Judge | undefined {
  return schema === undefined ? undefined : leaves.get(schema)?.judge;
}

/** The form that a leaf's value may have, for JSON Schema; undefined if the schema is no leaf. */
export function formOf(schema: object): WrittenForm | undefined {
  return leaves.get(schema)?.form;
}
