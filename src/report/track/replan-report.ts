import type { Replan } from "../../track/replan.js";
import type { Report, Section } from "../report.js";
import { solutionReport } from "../solution-report.js";

/** The report of a plan for the rest of the period: what was changed and why, then the answer to it. */
export function replanReport({ asOf, changes, solution }: Replan): Report {
  const texts = [...new Set(changes.map(({ text }) => text))];
  const changed: Section = {
    title: "Changed",
    blocks: [{ kind: "list", items: texts.length === 0 ? ["Nothing: the plan is as it was."] : texts }],
  };
  return { title: `Plan after ${asOf}`, sections: [changed, ...solutionReport(solution).sections] };
}
