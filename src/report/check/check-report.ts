import { plainFormat, type Format } from "../../format/format.js";
import type { CheckResult } from "../../track/check.js";
import {
  nameCheck,
  sayFinding,
  sumUpChanges,
  type CheckFinding,
  type TargetDifference,
} from "../../words/checks.js";
import { changedTargets } from "../sections/agreed.js";
import {
  left,
  sentence,
  table,
  type Block,
  type FormatOption,
  type Report,
  type Section,
} from "../report.js";
import { requireHanded } from "../../schema/handed.js";

/**
 * The report of a check: what it comes to, what failed and what to do, and all that was checked.
 *
 * @throws TypeError for anything else than an answer of check
 *
 * @example
 * ```ts
 * const result = check({ goal: { metric: "customers", amount: 10, period: "2026-01" }, funnel: [{ stage: "demo", rate: "25%", available: 30 }] });
 * checkReport(result).sections[0]?.blocks[0]; // => { kind: "sentence", text: "1 failure in 2 checks.", tone: "bad" }
 * ```
 */
export function checkReport(answer: CheckResult, { format = plainFormat }: FormatOption = {}): Report {
  requireHanded("checkReport", ["an answer of check"], answer);
  const { ok, cases, failures } = answer;
  const skipped = cases.filter(({ status }) => status === "skipped").length;
  const beside = skipped === 0 ? "" : `, ${format.number(skipped)} skipped`;
  const checks = format.plural(cases.length - skipped, "check");
  const summary = ok
    ? sentence(`All is well: ${checks}${beside}.`, "good")
    : sentence(`${format.plural(failures.length, "failure")} in ${checks}${beside}.`, "bad");
  // What fails nothing is said all the same.
  const agreed = cases.flatMap(({ code, finding }) =>
    code === "agreed" ? [sentence(sayFinding(finding, format))] : [],
  );
  const sections: Section[] = [
    { title: "Result", blocks: [summary, ...agreed] },
    {
      title: "What to do",
      blocks:
        failures.length === 0
          ? []
          : [{ kind: "list", items: failures.map(({ finding }) => whatToDo(finding, format)) }],
    },
    { title: "Changed targets", blocks: failures.flatMap(({ finding }) => changesIn(finding, format)) },
    {
      title: "Checked",
      blocks: [
        table(
          [left("Check"), left("Result")],
          cases.map(({ finding, status }) => [nameCheck(finding, format), status]),
        ),
      ],
    },
  ];
  return { title: "Check", sections: sections.filter(({ blocks }) => blocks.length > 0) };
}

type Change = Extract<CheckFinding, { readonly check: "targets" }> & {
  readonly differences: readonly TargetDifference[];
};

function isChange(finding: CheckFinding): finding is Change {
  return finding.check === "targets" && finding.differences !== null;
}

/** Targets that have changed stand in a table of their own. */
function changesIn(finding: CheckFinding, format: Format): Block[] {
  return isChange(finding) ? [changedTargets(finding.differences, format)] : [];
}

function whatToDo(finding: CheckFinding, format: Format): string {
  return isChange(finding) ? sumUpChanges(finding, format) : sayFinding(finding, format);
}
