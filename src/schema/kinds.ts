import { safeParse, unknown, type core, type input, type output, type ZodMiniType } from "zod/mini";
import { MOST_ISSUES, type Problem } from "./issue.js";
import type { WrittenForm } from "./written-form.js";

// The kinds of schema that plans are made of, beside zod's objects and options. Each is zod's `unknown` with one check:
// zod's own lists exhaust the stack when a hundred thousand entries are wrong, and its unions and records say what is
// wrong without its place.

/** Judges one written value whole: what is wrong with it, or undefined when it is right. */
export type Judge = (value: unknown) => Problem | undefined;

/** What a schema of our kinds is made of, for whoever walks a schema. */
type Kind =
  | { readonly kind: "scalar"; readonly form: WrittenForm; readonly judge: Judge }
  | { readonly kind: "list"; readonly item: ZodMiniType }
  | { readonly kind: "record"; readonly name: ZodMiniType; readonly value: ZodMiniType }
  | { readonly kind: "either"; readonly one: ZodMiniType; readonly list: ZodMiniType };

const KINDS = /* @__PURE__ */ new WeakMap<object, Kind>();

/** What a schema is made of; undefined for zod's own kinds. */
export function kindOf(schema: ZodMiniType): Kind | undefined {
  return KINDS.get(schema);
}

interface ListInternals<Item extends ZodMiniType> extends core.$ZodTypeInternals {
  input: input<Item>[];
  output: output<Item>[];
}

/** A list of any length. Its types stand in members, which are only looked at when asked: so a schema may hold itself. */
export interface List<Item extends ZodMiniType> extends ZodMiniType<unknown, unknown, ListInternals<Item>> {
  /** Where zod keeps what a schema is. */
  _zod: ListInternals<Item>;
}

/** A list of any length; of too many issues no more are kept. */
export function list<Item extends ZodMiniType>(item: Item): List<Item> {
  return ownKind({ kind: "list", item }, (value, issues) => {
    if (!Array.isArray(value)) issues.push(problemIssue(value, NO_LIST));
    else value.every((entry, index) => isRoomFor(issues, judged(item, entry, index)));
  });
}

/** Values by names that the user chose; what stands under a wrong name is not looked at. */
export function record<Value extends ZodMiniType>(
  name: ZodMiniType<string>,
  value: Value,
): ZodMiniType<Record<string, output<Value>>, Record<string, output<Value>>> {
  return ownKind({ kind: "record", name, value }, (written, issues) => {
    if (typeof written !== "object" || written === null || Array.isArray(written))
      issues.push(problemIssue(written, NO_RECORD));
    else
      Object.entries(written).every(([key, entry]) => {
        const wrongName = judged(name, key, key);
        return isRoomFor(issues, wrongName.length > 0 ? wrongName : judged(value, entry, key));
      });
  });
}

/** One value or a list: a list is judged as a list, so that issues point at its items. */
export function either<One extends ZodMiniType, Many extends ZodMiniType>(
  one: One,
  many: Many,
): ZodMiniType<output<One> | output<Many>, output<One> | output<Many>> {
  return ownKind({ kind: "either", one, list: many }, (value, issues) => {
    issues.push(...judged(Array.isArray(value) ? many : one, value));
  });
}

type RawIssue = core.$ZodRawIssue;

/** A schema of a kind of our own: `judge` adds to the issues what is wrong with the value. */
export function ownKind(
  made: Kind,
  judge: (value: unknown, issues: RawIssue[]) => void,
): ZodMiniType<never, never> {
  const schema: ZodMiniType = unknown().check(({ value, issues }) => {
    judge(value, issues);
  });
  KINDS.set(schema, made);
  return schema as ZodMiniType<never, never>;
}

/** What is wrong with a value inside of another one, each with its place there. */
function judged(schema: ZodMiniType, value: unknown, ...at: readonly (string | number)[]): RawIssue[] {
  const { error } = safeParse(schema, value, REPORTING);
  return (error?.issues ?? []).map((issue) => ({ ...issue, path: [...at, ...issue.path] }) as RawIssue);
}

/** Adds issues to others, and says whether there is room for more. */
function isRoomFor(issues: RawIssue[], found: readonly RawIssue[]): boolean {
  issues.push(...found);
  return issues.length < MOST_ISSUES;
}

/** An issue that carries a problem of ours. */
export function problemIssue(input: unknown, problem: Problem): RawIssue {
  return { code: "custom", input, params: { problem } };
}

/** What stands there is kept with each issue: our sentences quote it. */
export const REPORTING = { reportInput: true };

const NO_LIST: Problem = { code: "value.type", expected: "a list", advice: "write a list: [ … ]" };
const NO_RECORD: Problem = {
  code: "value.type",
  expected: "an object",
  advice: "write an object with names as keys",
};
