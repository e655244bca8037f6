import { plainFormat } from "../format/format.js";
import type { Explanation } from "../explain/explanation.js";
import { sayExplanation } from "../words/explanations/say-explanation.js";
import { wordsOf } from "../explain/find.js";
import { numberCell } from "./figures.js";
import { left, right, sentence, table, type FormatOption, type Report, type Section } from "./report.js";
import { requireHanded } from "../schema/handed.js";

/**
 * The report of one explanation: the sentence, how it was worked out, and what it is for.
 *
 * @throws TypeError for anything else than an answer of explain
 *
 * @example
 * ```ts
 * const answer = solve({ goal: { metric: "customers", amount: 10, period: "2026-01" }, funnel: [{ stage: "demo", rate: "25%" }] });
 * explanationReport(explain(answer, ["stages", "demo", "total"])).sections[0]?.blocks[0];
 * // => { kind: "sentence", text: '40 units must enter "demo", because 10 wins must come out and 25% of these units are won.', tone: "plain" }
 * ```
 */
export function explanationReport(answer: Explanation, { format = plainFormat }: FormatOption = {}): Report {
  requireHanded("explanationReport", ["an answer of explain"], answer);
  const { path, says, inputs, supports: reasons } = answer;
  const { text, formula } = sayExplanation(says, format);
  const figures = inputs.map(({ name, value, path: at }) => [name, numberCell(format, value), wordsOf(at)]);
  const sections: Section[] = [
    { title: "Why", blocks: [sentence(text)] },
    { title: "Formula", blocks: [sentence(formula)] },
    {
      title: "Figures",
      blocks:
        figures.length === 0 ? [] : [table([left("Figure"), right("Value"), left("Stands at")], figures)],
    },
    {
      title: "What it is for",
      blocks:
        reasons.length === 0
          ? []
          : [{ kind: "list", items: reasons.map((why) => sayExplanation(why.says, format).text) }],
    },
  ];
  return { title: wordsOf(path), sections: sections.filter(({ blocks }) => blocks.length > 0) };
}
