import { safeParse, type core, type ZodMiniType } from "zod/mini";
import { fits } from "./fits.js";
import { issueAt, MOST_ISSUES, type Issue, type Path, type Problem } from "./issue.js";
import { REPORTING } from "./kinds.js";
import { missingProblem } from "./missing-value.js";
import { newNameOf, renamedAdvice } from "./renamed.js";
import { schemaAt, shapeOf } from "./schema-at.js";
import { nearestName, suggestion } from "./suggestion.js";

/** Compares data with the shape of the schema and says everything that does not fit, in our words. */
export function shapeIssues(schema: ZodMiniType, data: unknown): Issue[] {
  if (fits(schema, data)) return [];
  const { error } = safeParse(schema, data, REPORTING);
  const found = (error?.issues ?? []).slice(0, MOST_ISSUES);
  return withoutMisspelt(found.flatMap((issue) => toIssues(issue, schema)));
}

function toIssues(found: core.$ZodIssue, schema: ZodMiniType): Issue[] {
  const path = found.path as Path;
  const known = () => knownKeys(schema, path);
  if (found.code === "unrecognized_keys")
    return found.keys.slice(0, MOST_ISSUES).map((key) => unknownKey(path, key, known()));
  if (found.input === undefined) return [issueAt(path, undefined, missingProblem(path))];
  const problem =
    found.code === "custom" ? (found.params as { problem: Problem }).problem : objectProblem(known());
  const { part = { path: [], received: found.input } } = problem;
  return [issueAt([...path, ...part.path], part.received, problem)];
}

function objectProblem(known: readonly string[]): Problem {
  const advice = `write ${known.length > 8 ? "keys such as" : "an object with"} ${known.slice(0, 8).join(", ")}`;
  return { code: "value.type", expected: "an object", advice };
}

/** The keys of the object at a path. */
function knownKeys(schema: ZodMiniType, path: Path): readonly string[] {
  const at = schemaAt(schema, path);
  return Object.keys((at && shapeOf(at)) ?? {});
}

function unknownKey(path: Path, key: string, known: readonly string[]): Issue {
  const now = newNameOf(key, known);
  if (now !== undefined) {
    const expected = `the key ${JSON.stringify(now)}`;
    return issueAt([...path, key], key, { code: "key.renamed", expected, advice: renamedAdvice(now) });
  }
  const near = nearestName(key, known);
  const advice = near === undefined ? `leave it out; ${knownHere(known)}` : suggestion(key, known);
  return issueAt([...path, key], key, { code: "key.unknown", expected: "a known key", advice });
}

function knownHere(known: readonly string[]): string {
  return known.length === 1 ? `only ${known.join()} is known here` : `known here are ${known.join(", ")}`;
}

/** A key that was misspelt is not also missing. */
function withoutMisspelt(issues: Issue[]): Issue[] {
  const misspelt = issues.filter(({ code }) => code === "key.unknown" || code === "key.renamed");
  if (misspelt.length === 0) return issues;
  const missing = issues.filter(({ code }) => code === "value.missing").map(({ path }) => path);
  const meant = new Set(
    misspelt.flatMap(({ path }) => {
      const beside = missing.filter((other) => samePath(other.slice(0, -1), path.slice(0, -1)));
      const names = beside.map((other) => String(other.at(-1)));
      const near = newNameOf(path.at(-1), names) ?? nearestName(String(path.at(-1)), names);
      return beside.filter((other) => other.at(-1) === near);
    }),
  );
  return issues.filter(({ code, path }) => code !== "value.missing" || !meant.has(path));
}

function samePath(one: Path, other: Path): boolean {
  return one.length === other.length && one.every((step, index) => step === other[index]);
}
