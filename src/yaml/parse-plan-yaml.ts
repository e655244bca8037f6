import type { KeyIssueCode } from "../schema/issue-code.js";
import { issueAt, type Issue } from "../schema/issue.js";
import { safeParsePlan, type ParseOptions } from "../plan/parse.js";
import type { Plan } from "../plan/plan.js";
import { dataOrThrow, type ParseResult } from "../schema/parse-result.js";
import { PlanError } from "../schema/plan-error.js";
import { readYaml, type YamlReading } from "./read-yaml.js";

/**
 * Reads a plan from YAML or JSON text. Every issue carries the line and column of what it is about: the value, an unknown
 * key itself, and for something that is missing the part that lacks it.
 *
 * @param options `limits`: how large it may be
 * @throws RangeError for limits that there are not
 *
 * @example
 * ```ts
 * const result = safeParsePlanYaml("goal: { metric: customers, amount: 10, period: 2026-01 }\nfunnel: [{ stage: demo, rate: 25 }]");
 * result.error?.issues.map(({ line, column }) => `${line}:${column}`); // => ["2:31"]
 * ```
 */
export function safeParsePlanYaml(text: string, options: ParseOptions = {}): ParseResult<Plan> {
  const yaml = readYaml(text);
  if (yaml.data === undefined) return { success: false, error: new PlanError(yaml.issues) };
  const result = safeParsePlan(yaml.data, options);
  if (result.success && yaml.issues.length === 0) return result;
  const found = (result.error?.issues ?? []).map((issue) => located(issue, yaml));
  const said = new Set(yaml.issues.map(({ path }) => JSON.stringify(path)));
  const others = found.filter(({ path }) => !said.has(JSON.stringify(path)));
  return { success: false, error: new PlanError([...yaml.issues, ...others].sort(byPlace)) };
}

/**
 * Reads a plan from YAML or JSON text.
 *
 * @param options `limits`: how large it may be
 * @throws PlanError with every issue, each with its line and column
 * @throws RangeError for limits that there are not
 *
 * @example
 * ```ts
 * const plan = parsePlanYaml("goal: { metric: customers, amount: 10, period: 2026-01 }\nfunnel: [{ stage: demo, rate: 25% }]");
 * plan.goal.amount; // => 10
 * ```
 */
export function parsePlanYaml(text: string, options: ParseOptions = {}): Plan {
  return dataOrThrow(safeParsePlanYaml(text, options));
}

/** As a reader meets them in the text. */
function byPlace(one: Issue, other: Issue): number {
  return (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0);
}

/** The issues that point at a key rather than at the value beside it; the compiler asks for every code of that kind. */
const ABOUT_KEYS: Readonly<Record<KeyIssueCode, true>> = {
  "key.unknown": true,
  "key.renamed": true,
  "key.duplicate": true,
  "stage.unknown": true,
  "activity.unknown": true,
  "profile.part": true,
};

function located(issue: Issue, yaml: YamlReading): Issue {
  const what = Object.hasOwn(ABOUT_KEYS, issue.code) ? "key" : "value";
  return { ...asWritten(issue, yaml), ...yaml.positionOf(issue.path, what) };
}

/** A number that no double can hold is quoted as it was written: `1e400` rather than Infinity. */
function withSource(issue: Issue, source: string | undefined): Issue {
  if (source === undefined || source.length > 60 || !/^(-?Infinity|NaN)$/.test(issue.received)) return issue;
  const message = issue.message.replace(`got ${issue.received}`, `got ${source}`);
  return { ...issue, received: source, message };
}

/** A name that YAML took for a number, a boolean or nothing is quoted as it was written: `007`, `1e3`, `null`. */
function asWritten(issue: Issue, { sourceOf }: YamlReading): Issue {
  const source = sourceOf(issue.path);
  if (issue.code !== "name.type") return withSource(issue, source);
  if (source === undefined || source === "" || source.length > 60) return issue;
  const { code, path, expected } = issue;
  return issueAt(path, source, { code, expected, advice: `quote it: ${JSON.stringify(source)}` });
}
