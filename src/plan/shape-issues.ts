import type * as z from "zod/mini";
import { branchFor } from "./either.js";
import { issueAt, type Issue, type Path, type Problem } from "./issue.js";
import { judgeOf } from "./leaf.js";
import { judgeName } from "./name.js";
import { nearestName } from "./nearest.js";

type RawIssue = z.core.$ZodRawIssue;
type ShapeOf = Readonly<Record<string, unknown>>;

/** Holds data against the shape of the schema and says everything that does not fit, in our words. */
export function shapeIssues(schema: z.ZodMiniType, data: unknown, at: Path = []): Issue[] {
  const result = schema._zod.run({ value: data, issues: [] }, { async: false });
  if (result instanceof Promise)
    throw new TypeError("shapeIssues requires a synchronous schema; got a promise");
  return result.issues.flatMap((raw) => toIssues(raw, data, at));
}

function toIssues(raw: RawIssue, root: unknown, at: Path): Issue[] {
  const inner = (raw.path ?? []) as (string | number)[];
  const path = [...at, ...inner];
  if (raw.code === "unrecognized_keys")
    return raw.keys.map((key) => unknownKey(path, key, shapeOf(raw.inst)));
  if (raw.code === "invalid_key") return [wrongKey(path)];
  const value = valueAt(root, inner);
  const branch = raw.code === "invalid_union" ? branchFor(raw.inst, value) : undefined;
  if (branch !== undefined) return shapeIssues(branch, value, path);
  const judged = value === undefined ? undefined : judgeOf(raw.inst)?.(value);
  return [issueAt(path, value, judged ?? typeProblem(raw, path, value))];
}

function typeProblem(raw: RawIssue, path: Path, value: unknown): Problem {
  const key = path.at(-1);
  if (value === undefined) {
    const expected = typeof key === "number" ? "an item" : `the key ${JSON.stringify(key ?? "plan")}`;
    const known = Object.keys(shapeOf(raw.inst));
    const keys = known.length === 0 ? "" : ` with ${known.slice(0, 6).join(", ")}`;
    return {
      code: "value.missing",
      expected,
      advice: `write ${typeof key === "string" ? `${key}: …` : "a value"}${keys}`,
    };
  }
  const list = raw.code === "invalid_type" && raw.expected === "array";
  const known = Object.keys(shapeOf(raw.inst));
  const shape = known.length === 0 ? "an object" : `an object with ${known.slice(0, 8).join(", ")}`;
  return {
    code: "value.type",
    expected: list ? "a list" : "an object",
    advice: `write ${list ? "a list: [ … ]" : shape}`,
  };
}

function unknownKey(path: Path, key: string, shape: ShapeOf): Issue {
  const known = Object.keys(shape);
  const near = nearestName(key, known);
  const advice =
    near === undefined
      ? `leave it out; known here are ${known.join(", ")}`
      : `did you mean ${JSON.stringify(near)}`;
  return issueAt([...path, key], key, { code: "key.unknown", expected: "a known key", advice });
}

function wrongKey(path: Path): Issue {
  const key = path.at(-1);
  const problem = judgeName(key) ?? {
    code: "key.unknown",
    expected: "a known key",
    advice: "choose another name",
  };
  return issueAt(path, key, problem);
}

function shapeOf(schema: unknown): ShapeOf {
  const def = (schema as { _zod?: { def?: { shape?: ShapeOf } } } | undefined)?._zod?.def;
  return def?.shape ?? {};
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) value = (value as Record<string | number, unknown> | null | undefined)?.[step];
  return value;
}
