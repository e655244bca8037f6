import type { ZodMiniType } from "zod/mini";
import { kindOf } from "./kinds.js";
import type { Path } from "./issue.js";
import { fieldsOf, isList } from "./fields.js";
import { newNameOf } from "./renamed.js";
import { bare, shapeOf } from "./schema-at.js";

/** An old word in written data: a key, or a word out of a fixed list. */
export interface Renaming {
  /** Where it stands, in the words of the data as it is written. */
  readonly path: Path;
  /** Whether the key at that place is old, or the value. */
  readonly what: "key" | "value";
  /** The word of today. */
  readonly to: string;
}

/** Lists the old words in data of a schema. Where the new word stands beside the old one, nothing is listed. */
export function findRenamed(schema: ZodMiniType, data: unknown, path: Path = []): Renaming[] {
  const inner = bare(schema);
  const kind = kindOf(inner);
  switch (kind?.kind) {
    case undefined:
      return inObject(shapeOf(inner) ?? {}, data, path);
    case "list":
      return Array.isArray(data)
        ? data.flatMap((item, index) => findRenamed(kind.item, item, [...path, index]))
        : [];
    case "record":
      return membersOf(data).flatMap(([key, value]) => findRenamed(kind.value, value, [...path, key]));
    case "either":
      return findRenamed(Array.isArray(data) ? kind.list : kind.one, data, path);
    case "scalar": {
      const words = kind.form["enum"];
      const to = newNameOf(data, isList(words) ? words.map(String) : []);
      return to === undefined ? [] : [{ path, what: "value", to }];
    }
  }
}

function inObject(shape: Readonly<Record<string, ZodMiniType>>, data: unknown, path: Path): Renaming[] {
  const known = Object.keys(shape);
  return membersOf(data).flatMap(([key, value]): Renaming[] => {
    const to = newNameOf(key, known);
    if (to !== undefined && Object.hasOwn(fieldsOf(data), to)) return [];
    const member = Object.hasOwn(shape, to ?? key) ? shape[to ?? key] : undefined;
    const at = [...path, key];
    return [
      ...(to === undefined ? [] : [{ path: at, what: "key" as const, to }]),
      ...(member === undefined ? [] : findRenamed(member, value, at)),
    ];
  });
}

function membersOf(data: unknown): [string, unknown][] {
  return data === null || typeof data !== "object" || Array.isArray(data) ? [] : Object.entries(data);
}
