import { $ZodNullable, $ZodObject, $ZodType } from "zod/v4/core";
import type {
  $strict,
  $ZodArray,
  $ZodLooseShape,
  $ZodOptional,
  $ZodRecord,
  $ZodUnion,
  util,
} from "zod/v4/core";
import type { $ZodTypeDef, ParseContextInternal, ParsePayload } from "zod/v4/core";
import { MOST_ISSUES } from "./issue.js";

// The kinds of schema that plans are made of. Objects are zod's, bare: methods, checks and messages would weigh more than
// they do. The others stand on zod's bare type, each with the few lines that a plan asks of it: zod's own carry defaults,
// patterns and promises along, and its lists exhaust the stack when a hundred thousand entries are wrong.

export type { $ZodArray, $ZodOptional, $ZodType, $ZodTypeDef, output } from "zod/v4/core";

const NOTHING = new $ZodType({ type: "never" });

/** An object with these keys and no others. */
export function strictObject<Shape extends $ZodLooseShape>(
  shape: Shape,
): $ZodObject<util.Writeable<Shape>, $strict> {
  return new $ZodObject({ type: "object", shape, catchall: NOTHING }) as never;
}

/** What may be left out. */
export function optional<Inner extends $ZodType>(innerType: Inner): $ZodOptional<Inner> {
  const schema = ownKind<$ZodOptional<Inner>>({ type: "optional", innerType }, (payload, context) => {
    if (payload.value !== undefined) void innerType._zod.run(payload, context);
  });
  schema._zod.optin = schema._zod.optout = "optional";
  return schema;
}

/** What may also be null. */
export function nullable<Inner extends $ZodType>(innerType: Inner): $ZodNullable<Inner> {
  return new $ZodNullable({ type: "nullable", innerType }) as never;
}

/** A list of any length. */
export function array<Item extends $ZodType>(element: Item): $ZodArray<Item> {
  return ownKind({ type: "array", element }, ({ value: input, issues }, context, inst) => {
    if (!Array.isArray(input)) issues.push({ code: "invalid_type", expected: "array", input, inst });
    else input.forEach((item, index) => isRight(element, item, index, issues, context));
  });
}

/** Values by names that the user chose; what stands under a wrong name is not looked at. */
export function record<Name extends $ZodType<string>, Value extends $ZodType>(
  keyType: Name,
  valueType: Value,
): $ZodRecord<Name, Value> {
  return ownKind({ type: "record", keyType, valueType }, ({ value: input, issues }, context, inst) => {
    if (typeof input !== "object" || input === null || Array.isArray(input))
      issues.push({ code: "invalid_type", expected: "record", input, inst });
    else
      for (const [name, value] of Object.entries(input))
        if (isRight(keyType, name, name, issues, context)) isRight(valueType, value, name, issues, context);
  });
}

/** One value or a list: a list is judged as a list, so that issues point at its items. */
export function either<One extends $ZodType, List extends $ZodType>(
  one: One,
  list: List,
): $ZodUnion<[One, List]> {
  return ownKind({ type: "union", options: [one, list] }, (payload, context) => {
    void (Array.isArray(payload.value) ? list : one)._zod.run(payload, context);
  });
}

/** A schema of a kind of our own: `judge` adds to the issues what is wrong with the value. */
export function ownKind<Schema extends $ZodType>(
  def: $ZodTypeDef & Schema["_zod"]["def"],
  judge: (payload: ParsePayload, context: ParseContextInternal, inst: $ZodType) => void,
): Schema {
  const schema = new $ZodType(def);
  schema._zod.run = (payload, context) => {
    judge(payload, context, schema);
    return payload;
  };
  return schema as Schema;
}

/** Says whether an entry is right, and otherwise adds what is wrong, at its place; of too many issues no more are kept. */
function isRight(
  schema: $ZodType,
  value: unknown,
  place: string | number,
  issues: ParsePayload["issues"],
  context: ParseContextInternal,
): boolean {
  const found = (schema._zod.run({ value, issues: [] }, context) as ParsePayload).issues;
  if (issues.length < MOST_ISSUES)
    for (const issue of found) issues.push({ ...issue, path: [place, ...(issue.path ?? [])] });
  return found.length === 0;
}
