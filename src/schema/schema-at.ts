import type { ZodMiniObject, ZodMiniType } from "zod/mini";
import { kindOf } from "./kinds.js";
import type { Path } from "./issue.js";

type Shape = Readonly<Record<string, ZodMiniType>>;

/** What may stand under each key of an object; undefined for what is no object. */
export function shapeOf(schema: ZodMiniType): Shape | undefined {
  return (bare(schema) as Partial<ZodMiniObject>).shape as Shape | undefined;
}

/** The schema without what says that it may be left out, or null. */
export function bare(schema: ZodMiniType): ZodMiniType {
  const { innerType } = schema.def as { readonly innerType?: ZodMiniType };
  return innerType === undefined ? schema : bare(innerType);
}

/** The schema of the value at a path; undefined where the path leads to what is not known. */
export function schemaAt(schema: ZodMiniType, path: Path): ZodMiniType | undefined {
  return path.reduce<ZodMiniType | undefined>(
    (at, step) => (at === undefined ? undefined : memberOf(bare(at), step)),
    schema,
  );
}

function memberOf(schema: ZodMiniType, step: string | number): ZodMiniType | undefined {
  const kind = kindOf(schema);
  switch (kind?.kind) {
    case undefined:
      return shapeOf(schema)?.[step];
    case "list":
      return kind.item;
    case "record":
      return kind.value;
    case "either":
      return memberOf(kind.list, step);
    case "scalar":
      return undefined;
  }
}
