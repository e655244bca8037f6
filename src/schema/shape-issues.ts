import type { $ZodRawIssue, $ZodType, ParsePayload } from "zod/v4/core";
import { issueAt, MOST_ISSUES, type Issue, type Path, type Problem } from "./issue.js";
import { missingProblem } from "./missing-value.js";
import { nearestName, suggestion } from "./suggestion.js";

/** Holds data against the shape of the schema and says everything that does not fit, in our words. */
export function shapeIssues(schema: $ZodType, data: unknown): Issue[] {
  const { issues } = schema._zod.run({ value: data, issues: [] }, { async: false }) as ParsePayload;
  return withoutMisspelt(issues.slice(0, MOST_ISSUES).flatMap(toIssues));
}

function toIssues(raw: $ZodRawIssue): Issue[] {
  const path = (raw.path ?? []) as Path;
  if (raw.code === "unrecognized_keys") {
    const known = knownKeys(raw);
    return raw.keys.slice(0, MOST_ISSUES).map((key) => unknownKey(path, key, known));
  }
  const problem = problemOf(raw, path);
  const { part = { path: [], received: raw.input } } = problem;
  return [issueAt([...path, ...part.path], part.received, problem)];
}

function problemOf(raw: $ZodRawIssue, path: Path): Problem {
  if (raw.input === undefined) return missingProblem(path);
  return raw.code === "custom" ? (raw.params as { problem: Problem }).problem : typeProblem(raw);
}

function typeProblem(raw: $ZodRawIssue): Problem {
  if (raw.code === "invalid_type" && raw.expected === "array")
    return { code: "value.type", expected: "a list", advice: "write a list: [ … ]" };
  const known = knownKeys(raw);
  const keys = known.length === 0 ? "names as keys" : known.slice(0, 8).join(", ");
  const advice = `write ${known.length > 8 ? "keys such as" : "an object with"} ${keys}`;
  return { code: "value.type", expected: "an object", advice };
}

/** The keys of the object that raised the issue. */
function knownKeys({ inst }: $ZodRawIssue): readonly string[] {
  const { shape = {} } = (inst as $ZodType)._zod.def as { readonly shape?: object };
  return Object.keys(shape);
}

function unknownKey(path: Path, key: string, known: readonly string[]): Issue {
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
