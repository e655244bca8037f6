import type * as z from "zod/mini";
import { branchFor } from "./either.js";
import { issueAt, MOST_ISSUES, type Issue, type Path, type Problem } from "./issue.js";
import { judgeOf } from "./leaf.js";
import { missingProblem } from "./missing.js";
import { judgeName } from "./name.js";
import { nearestName, suggestion } from "./nearest.js";

type RawIssue = z.core.$ZodRawIssue;
type ShapeOf = Readonly<Record<string, unknown>>;

/** Holds data against the shape of the schema and says everything that does not fit, in our words. */
export function shapeIssues(schema: z.ZodMiniType, data: unknown, at: Path = []): Issue[] {
  const raw = rawIssues(schema, data);
  if (raw === undefined) return [issueAt(at, data, TOO_MANY)];
  return withoutMisspelt(raw.slice(0, MOST_ISSUES).flatMap((issue) => toIssues(issue, data, at)));
}

function rawIssues(schema: z.ZodMiniType, data: unknown): readonly RawIssue[] | undefined {
  try {
    const result = schema._zod.run({ value: data, issues: [] }, { async: false });
    return result instanceof Promise ? undefined : result.issues;
  } catch {
    // zod hands the issues of a list on as arguments of one call: a hundred thousand exhaust the stack.
    return undefined;
  }
}

function toIssues(raw: RawIssue, root: unknown, at: Path): Issue[] {
  const inner = (raw.path ?? []) as (string | number)[];
  const path = [...at, ...inner];
  if (raw.code === "unrecognized_keys")
    return raw.keys.slice(0, MOST_ISSUES).map((key) => unknownKey(path, key, shapeOf(raw.inst)));
  if (raw.code === "invalid_key") return [wrongKey(path)];
  const value = valueAt(root, inner);
  const branch = raw.code === "invalid_union" ? branchFor(raw.inst, value) : undefined;
  if (branch !== undefined) return shapeIssues(branch, value, path);
  if (value === undefined) return [issueAt(path, value, missingProblem(path))];
  return [issueAt(path, value, judgeOf(raw.inst)?.(value) ?? typeProblem(raw))];
}

function typeProblem(raw: RawIssue): Problem {
  if (raw.code === "invalid_type" && raw.expected === "array")
    return { code: "value.type", expected: "a list", advice: "write a list: [ … ]" };
  const known = Object.keys(shapeOf(raw.inst));
  const keys = known.length === 0 ? "names as keys" : known.slice(0, 8).join(", ");
  const advice = `write ${known.length > 8 ? "keys such as" : "an object with"} ${keys}`;
  return { code: "value.type", expected: "an object", advice };
}

function unknownKey(path: Path, key: string, shape: ShapeOf): Issue {
  const known = Object.keys(shape);
  const near = nearestName(key, known);
  const advice = near === undefined ? `leave it out; ${knownHere(known)}` : suggestion(key, known);
  return issueAt([...path, key], key, { code: "key.unknown", expected: "a known key", advice });
}

function knownHere(known: readonly string[]): string {
  return known.length === 1 ? `only ${known.join()} is known here` : `known here are ${known.join(", ")}`;
}

/** A key that was misspelt is not also missing. */
function withoutMisspelt(issues: Issue[]): Issue[] {
  const misspelt = issues.filter(({ code }) => code === "key.unknown");
  if (misspelt.length === 0) return issues;
  const missing = issues.filter(({ code }) => code === "value.missing").map(({ path }) => path);
  const meant = new Set(
    misspelt.flatMap(({ path }) => {
      const beside = missing.filter((other) => samePath(other.slice(0, -1), path.slice(0, -1)));
      const near = nearestName(
        String(path.at(-1)),
        beside.map((other) => String(other.at(-1))),
      );
      return beside.filter((other) => other.at(-1) === near);
    }),
  );
  return issues.filter(({ code, path }) => code !== "value.missing" || !meant.has(path));
}

function samePath(one: Path, other: Path): boolean {
  return one.length === other.length && one.every((step, index) => step === other[index]);
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

const TOO_MANY: Problem = {
  code: "data.too-large",
  expected: "a plan",
  advice: "nearly everything in it is wrong, mend a few entries and read it again",
};
