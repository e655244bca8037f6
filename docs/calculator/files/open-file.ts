import { safeParsePlan } from "reverse-funnel";
import type { PlanDocument } from "../state/plan-document.js";
import { isUnwritten } from "../state/start-plan.js";
import type { LearnedFile } from "./learned.js";
import type { DocumentReading } from "./read-document.js";

/** What came of a file. */
export type Opened =
  | { readonly kind: "plan"; readonly document: PlanDocument; readonly said: string }
  | { readonly kind: "learned"; readonly learned: LearnedFile }
  | { readonly kind: "problem"; readonly problem: string };

const MOST_BYTES = 50_000_000;

/** Reads a file in the page: a plan by its ending or its looks, everything else as a table. */
export async function openFile(file: File, document: PlanDocument, today: string): Promise<Opened> {
  if (file.size > MOST_BYTES)
    return problem(`${file.name} is larger than 50 MB: the command reads it, reverse-funnel learn.`);
  const text = await file.text();
  try {
    return /\.(csv|tsv)$/i.test(file.name)
      ? await openTable(file.name, text, document, today)
      : await openPlan(file.name, text);
  } catch (error) {
    return problem(`${file.name} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function openPlan(name: string, text: string): Promise<Opened> {
  const { fromText } = await import("./plan-text.js");
  const reading = fromText(text);
  return opened(reading, `The plan in ${name} is open.`);
}

async function openTable(name: string, text: string, document: PlanDocument, today: string): Promise<Opened> {
  const result = safeParsePlan(document);
  if (!result.success && !isUnwritten(document))
    return problem("Put the plan right first: its stages say what to look for in an export.");
  const { learnFromCsv, planFromCsv } = await import("./learned.js");
  if (!result.success)
    return opened(
      planFromCsv(name, text, today),
      `This plan was made from ${name}. Its goal is to win as many as in the last 13 weeks: change it to yours.`,
    );
  return { kind: "learned", learned: learnFromCsv(name, text, result.data, today) };
}

function opened(reading: DocumentReading, said: string): Opened {
  return reading.problem === undefined
    ? { kind: "plan", document: reading.document, said }
    : problem(reading.problem);
}

function problem(text: string): Opened {
  return { kind: "problem", problem: text };
}
