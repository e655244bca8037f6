import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { pathText, safeParsePlan, solve } from "reverse-funnel";
import { solutionReport, toMarkdown } from "reverse-funnel/report";

/** What an assistant is told when its call has been carried out. */
export interface ToolResult {
  readonly text: string;
  /** Whether the assistant should mend its input and call again. */
  readonly isError: boolean;
}

/** A tool for an assistant: name, description and schema for the model, `run` for the program around it. */
export const solveTool = {
  name: "solve_sales_plan",
  description:
    "Computes from a sales goal what each team must do each working day: exact targets by stage, how sure the plan is, and, " +
    "if the goal is out of reach, why and what would change that. Call it instead of calculating. Rates are texts such as " +
    '"25%"; a period is "2026-01", "2026-Q1" or "2026-01-05/2026-02-13". Leave out what the user did not say: the answer lists ' +
    "what it assumed.",
  inputSchema: JSON.parse(
    readFileSync(fileURLToPath(import.meta.resolve("reverse-funnel/plan.schema.json")), "utf8"),
  ) as Readonly<Record<string, unknown>>,
  run: (input: unknown): ToolResult => {
    const read = safeParsePlan(input);
    if (read.success) return { text: toMarkdown(solutionReport(solve(read.data))), isError: false };
    const issues = read.error.issues.map(({ path, message }) => `- ${pathText(path)}: ${message}`);
    return {
      text: ["The plan is not valid. Change this and call again:", ...issues].join("\n"),
      isError: true,
    };
  },
};
