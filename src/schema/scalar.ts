import type { IssueCode } from "./issue-code.js";
import type { ZodMiniType } from "zod/mini";
import type { Problem } from "./issue.js";
import { ownKind, problemIssue } from "./kinds.js";
import type { WrittenForm } from "./written-form.js";

/** Judges one written value whole: what is wrong with it, or undefined when it is right. */
type Judge = (value: unknown) => Problem | undefined;

/**
 * A value that is read as one piece (a rate, a date, an amount). The judge alone says whether it is right, and finds the
 * words when it is not. `Value` is what TypeScript can say of it, `form` what JSON Schema can say.
 */
export function scalar<Value>(judge: Judge, form: WrittenForm): ZodMiniType<Value, Value> {
  return ownKind({ kind: "scalar", form }, (value, issues) => {
    const problem = judge(value);
    if (problem !== undefined) issues.push(problemIssue(value, problem));
  });
}

/** A scalar that can be wrong in one way only; `advise` says what to write instead of a wrong value. */
export function scalarThat<Value>(
  isRight: (value: unknown) => boolean,
  code: IssueCode,
  expected: string,
  advise: (value: unknown) => string,
  form: WrittenForm,
): ZodMiniType<Value, Value> {
  return scalar((value) => (isRight(value) ? undefined : { code, expected, advice: advise(value) }), form);
}
