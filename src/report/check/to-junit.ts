import type { CheckCase, CheckResult } from "../../track/check.js";
import { requireHanded } from "../../schema/handed.js";
import { codeOf } from "../../format/code-of.js";

/** How a check is written as JUnit XML. */
interface JunitOptions {
  /** The name of the suite, such as the plan's file; `reverse-funnel` unless given. */
  readonly suite?: string | undefined;
}

/**
 * Writes a check as JUnit XML, which CI servers read as test results: one test case for each thing that was checked.
 *
 * @throws TypeError for anything else than an answer of check
 *
 * @example
 * ```ts
 * const plan = { goal: { metric: "customers", amount: 1, period: "2026-01" }, funnel: [{ stage: "call", rate: 1 }] };
 * toJunit(check(plan)).split("\n")[1]; // => '<testsuites tests="2" failures="0" skipped="0">'
 * ```
 */
export function toJunit(answer: CheckResult, { suite = "reverse-funnel" }: JunitOptions = {}): string {
  requireHanded("toJunit", ["an answer of check"], answer);
  const { cases, failures } = answer;
  const skipped = cases.filter(({ status }) => status === "skipped").length;
  const counts = `tests="${cases.length}" failures="${failures.length}" skipped="${skipped}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite name="${escaped(suite)}" ${counts}>`,
    ...cases.flatMap((each) => caseLines(each, suite)),
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}

function caseLines({ name, status, code, text }: CheckCase, suite: string): string[] {
  const opening = `    <testcase name="${escaped(name)}" classname="${escaped(suite)}"`;
  if (status === "passed") return [`${opening}/>`];
  const inside =
    status === "skipped"
      ? `      <skipped message="${escaped(text)}"/>`
      : `      <failure type="${escaped(code)}" message="${escaped(text)}">${escaped(text)}</failure>`;
  return [`${opening}>`, inside, "    </testcase>"];
}

const NAMES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  "\n": "&#10;",
  "\r": "&#13;",
  "\t": "&#9;",
};

/** XML 1.0 has no way to write most control characters and half surrogates: they become U+FFFD. */
function escaped(text: string): string {
  return Array.from(text, (character) => {
    const code = codeOf(character);
    const named = NAMES[character];
    if (named !== undefined) return named;
    const none = code < 0x20 || (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff;
    return none ? "\uFFFD" : character;
  }).join("");
}
