import type { CheckCase, CheckResult } from "../../track/check.js";
import { requireHanded } from "../../schema/handed.js";

/** How a check is written as annotations. */
interface GithubOptions {
  /** The plan's file, as the repository names it; annotations then stand at its lines. */
  readonly file?: string | undefined;
}

/**
 * Writes the failures of a check as workflow commands, which GitHub Actions shows as annotations at the plan's lines.
 *
 * @throws TypeError for anything else than an answer of check
 *
 * @example
 * ```ts
 * const plan = { goal: { metric: "customers", amount: 1, period: "2026-01" }, funnel: [{ stage: "call", rate: 0 }] };
 * toGithub(check(plan), { file: "plan.yaml" }).startsWith("::error file=plan.yaml,title=the goal can be reached::"); // => true
 * ```
 */
export function toGithub(answer: CheckResult, { file }: GithubOptions = {}): string {
  requireHanded("toGithub", ["an answer of check"], answer);
  const { failures, cases } = answer;
  if (failures.length > 0) return failures.map((each) => `${annotation(each, file)}\n`).join("");
  const passed = cases.filter(({ status }) => status === "passed").length;
  return `::notice title=reverse-funnel::${data(`${passed} checks passed.`)}\n`;
}

function annotation({ name, text, line, column }: CheckCase, file: string | undefined): string {
  const place = file === undefined ? [] : [`file=${property(file)}`];
  const spot = line === undefined || file === undefined ? [] : [`line=${line}`, `col=${column ?? 1}`];
  return `::error ${[...place, ...spot, `title=${property(name)}`].join(",")}::${data(text)}`;
}

/** A command ends with its line; the percent sign starts an escape. */
function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** Inside a property colons and commas are marks too. */
function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
