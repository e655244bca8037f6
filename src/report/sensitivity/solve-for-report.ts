import { plainFormat } from "../../format/format.js";
import { pathText } from "../../schema/issue.js";
import type { SolvedFor } from "../../sensitivity/solve-for.js";
import { saySolvedFor } from "../../words/solved-for.js";
import { sentence, type Block, type FormatOption, type Report } from "../report.js";
import { requireHanded } from "../../schema/handed.js";

/**
 * The report of the value that one number must have.
 *
 * @throws TypeError for anything else than an answer of solveFor
 *
 * @example
 * ```ts
 * const plan = {
 *   goal: { metric: "customers", amount: 10, period: { workingDays: 20 } },
 *   funnel: [{ stage: "call", rate: "4%" }, { stage: "meeting", rate: "50%" }],
 * } as const;
 * const answer = solveFor(plan, ["funnel", 0, "rate"], { perDay: { call: 20 } });
 * solveForReport(answer).sections[0]?.blocks[0];
 * // => { kind: "sentence", text: "With today's activity, funnel[0].rate must be at least 0.05.", tone: "good" }
 * ```
 */
export function solveForReport(answer: SolvedFor, { format = plainFormat }: FormatOption = {}): Report {
  requireHanded("solveForReport", ["an answer of solveFor"], answer);
  const blocks: Block[] = [sentence(saySolvedFor(answer, format), answer.status === "none" ? "bad" : "good")];
  if (answer.status === "value") {
    blocks.push(
      sentence(
        `It is then written as ${JSON.stringify(answer.to)}; now it is ${JSON.stringify(answer.from)}.`,
      ),
    );
    const { expected, needed } = answer.wins;
    blocks.push(
      sentence(
        `${format.plural(expected, "win")} are expected then, and ${format.number(needed)} are to go for.`,
      ),
    );
    const pins = answer.changes
      .slice(0, -1)
      .map(({ path, to }) => `${pathText(path)} is held at ${JSON.stringify(to)}.`);
    if (pins.length > 0) blocks.push({ kind: "list", items: pins });
  }
  return { title: `What ${pathText(answer.path)} must be`, sections: [{ title: "Answer", blocks }] };
}
