import type { Problem } from "./issue.js";
import { ownKind, type $ZodType, type $ZodTypeDef } from "./zod.js";

/** Judges one written value whole: what is wrong with it, or undefined when it is right. */
export type Judge = (value: unknown) => Problem | undefined;

interface LeafDef extends $ZodTypeDef {
  readonly words: readonly string[] | undefined;
}

/**
 * Makes a value that is read as one piece (a rate, a date, an amount) part of the schema. The judge alone says whether it
 * is right, and finds the words when it is not. `Value` is what TypeScript can say of it; what JSON Schema can say stands
 * in {@link ../plan/json-schema.ts}, but for the `words` of a choice.
 */
export function scalar<Value>(judge: Judge, words?: readonly string[]): $ZodType<Value, Value> {
  const def: LeafDef = { type: "custom", words };
  return ownKind(def, ({ value: input, issues }) => {
    const problem = judge(input);
    if (problem) issues.push({ code: "custom", input, params: { problem } });
  });
}

/** A leaf that can be wrong in one way only; `advise` says what to write instead of a wrong value. */
export function scalarThat<Value>(
  isRight: (value: unknown) => boolean,
  code: string,
  expected: string,
  advise: (value: unknown) => string,
  words?: readonly string[],
): $ZodType<Value, Value> {
  return scalar((value) => (isRight(value) ? undefined : { code, expected, advice: advise(value) }), words);
}
