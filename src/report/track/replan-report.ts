import type { Replan } from "../../track/replan.js";
import { planFormat } from "../../words/plan-format.js";
import type { FormatOption, Report, Section } from "../report.js";
import { sayReplanned } from "../../words/replanned.js";
import { solutionReport } from "../solution-report.js";
import { requireHanded } from "../../schema/handed.js";

/**
 * The report of a plan for the rest of the period: what was changed and why, then the answer to it.
 *
 * @throws TypeError for anything else than an answer of replan
 *
 * @example
 * ```ts
 * const answer = replan({ goal: { metric: "customers", amount: 10, period: "2026-01" }, funnel: [{ stage: "demo", rate: "25%" }] }, { asOf: "2026-01-16", entered: { demo: 12 }, won: 3 });
 * replanReport(answer).title; // => "Plan after Fri 16 Jan"
 * ```
 */
export function replanReport(answer: Replan, options: FormatOption = {}): Report {
  requireHanded("replanReport", ["an answer of replan"], answer);
  const { asOf, changes, solution } = answer;
  const format = planFormat(solution.plan, options.format);
  const texts = [...new Set(changes.map(({ reason }) => sayReplanned(reason, format)))];
  const changed: Section = {
    title: "Changed",
    blocks: [{ kind: "list", items: texts.length === 0 ? ["Nothing: the plan is as it was."] : texts }],
  };
  return {
    title: `Plan after ${format.date(asOf)}`,
    sections: [changed, ...solutionReport(solution, options).sections],
  };
}
