import {
  levers,
  parseSnapshot,
  planFormat,
  solve,
  type Format,
  type Plan,
  type Solution,
} from "reverse-funnel";
import { planReport, toHtml, toMarkdown, type Report } from "reverse-funnel/report";
import { targetRows, toCsv, toIcs, TARGET_COLUMNS } from "reverse-funnel/rows";
import { toXlsx } from "reverse-funnel/xlsx";
import type { PlanDocument } from "../state/plan-document.js";
import { fileName } from "../files/file-name.js";
import { progressAnswers } from "./week.js";

/** What can be taken along as a file. */
export type TakenKind = "report" | "html" | "md" | "xlsx" | "ics" | "csv";

/** What is asked for. */
export interface TakeQuestion {
  readonly kind: TakenKind;
  readonly plan: Plan;
  /** What has happened so far; null where nothing is known. */
  readonly snapshot: PlanDocument | null;
  /** Whether people are named. */
  readonly people: boolean;
}

/** The report as data, or a file to keep. */
export type TakeAnswer =
  | { readonly kind: "report"; readonly report: Report }
  | {
      readonly kind: "file";
      readonly name: string;
      readonly type: string;
      readonly content: string | Uint8Array;
    };

/**
 * The plan in a form that others can use.
 *
 * @throws PlanError for a snapshot that is not valid for the plan, and for dates of a plan without them
 */
export function takeAnswer(question: TakeQuestion, format: Format): TakeAnswer {
  const { kind, plan, snapshot } = question;
  const file = (ending: string, type: string, content: string | Uint8Array): TakeAnswer => ({
    kind: "file",
    name: `${fileName(plan)}.${ending}`,
    type,
    content,
  });
  switch (kind) {
    case "report":
      return { kind, report: reportOf(question, format) };
    case "html":
      return file("html", "text/html", toHtml(reportOf(question, format), { format }));
    case "md":
      return file("md", "text/markdown", toMarkdown(reportOf(question, format)));
    case "xlsx":
      return file("xlsx", XLSX, toXlsx(withTargets(plan)));
    case "ics":
      return file("ics", "text/calendar", toIcs(withTargets(plan), { format: planFormat(plan, format) }));
    case "csv": {
      const seen = snapshot === null ? undefined : parseSnapshot(snapshot, plan);
      const rows = targetRows(withTargets(plan), { snapshot: seen });
      return file("csv", "text/csv", toCsv(rows, { columns: TARGET_COLUMNS }));
    }
  }
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** What a goal that no number of wins reaches has none of. */
function withTargets(plan: Plan): Solution {
  const answer = solve(plan);
  if (answer.targets !== null) return answer;
  throw new RangeError(
    "No number of wins reaches this goal, so there is nothing to write down for each day.",
  );
}

function reportOf({ plan, snapshot, people }: TakeQuestion, format: Format): Report {
  const answers =
    snapshot === null ? { answer: solve(plan) } : progressAnswers(plan, parseSnapshot(snapshot, plan));
  return planReport({ ...answers, levers: levers(plan) }, { format, people });
}
