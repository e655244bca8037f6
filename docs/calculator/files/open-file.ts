import { safeParsePlan, type Plan } from "reverse-funnel";
import { happenedAs, type Happened } from "../state/happened.js";
import type { PlanDocument } from "../state/plan-document.js";
import { isUntouched } from "../state/start-plan.js";
import type { ViewName } from "../state/view-name.js";
import { askReading } from "./ask-reading.js";
import { isWorkbook } from "./file-text.js";
import type { LearnedFile } from "./learned.js";
import type { DocumentReading } from "./read-document.js";
import type { ReadingAnswer } from "./reading.js";

/** What came of a file. */
export type Opened =
  | { readonly kind: "plan"; readonly document: PlanDocument; readonly said: string }
  | { readonly kind: "learned"; readonly learned: LearnedFile }
  | { readonly kind: "happened"; readonly happened: Happened; readonly said: string }
  | { readonly kind: "problem"; readonly problem: string };

/** Where a file was dropped. */
export interface Dropped {
  readonly document: PlanDocument;
  readonly view: ViewName;
  readonly today: string;
}

const MOST_BYTES = 50_000_000;

/** Reads a file in the page: a plan or a snapshot by its ending or its looks, everything else as a table of deals. */
export async function openFile(file: File, dropped: Dropped): Promise<Opened> {
  if (file.size > MOST_BYTES)
    return problem(`${file.name} is larger than 50 MB: the command reads it, reverse-funnel learn.`);
  try {
    return /\.(csv|tsv)$/i.test(file.name) || isWorkbook(file)
      ? await openTable(file, dropped)
      : await openText(file.name, await file.text());
  } catch (error) {
    return problem(`${file.name} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function openText(name: string, text: string): Promise<Opened> {
  const { fromText, snapshotFromText } = await import("./plan-text.js");
  const document = snapshotFromText(text);
  if (document !== null)
    return {
      kind: "happened",
      happened: happenedAs(document),
      said: `What has happened is read from ${name}.`,
    };
  return opened(fromText(text), `The plan in ${name} is open.`);
}

async function openTable(file: File, { document, view, today }: Dropped): Promise<Opened> {
  if (isUntouched(document, today)) return openedAs(await askReading({ kind: "plan", file, today }), file);
  const result = safeParsePlan(document);
  if (!result.success)
    return problem("Put the plan right first: its stages say what to look for in an export.");
  const kind = view === "plan" ? "learn" : "count";
  return openedAs(await askReading({ kind, file, plan: result.data, today }), file);
}

/** The export that was counted last: another day, or another stage, is counted from it again. */
let latest: File | null = null;

/** Counts the last export again, up to a day; null where there is none, as after the page was opened anew. */
export async function countAgain(plan: Plan, asOf: string, today: string): Promise<Opened | null> {
  if (latest === null) return null;
  return openedAs(await askReading({ kind: "count", file: latest, plan, asOf, today }), latest);
}

function openedAs(answer: ReadingAnswer, file: File): Opened {
  switch (answer.kind) {
    case "plan":
      return opened(
        answer.reading,
        `This plan was made from ${file.name}. Its goal is to win as many as in the last 13 weeks: change it to yours.`,
      );
    case "happened":
      latest = file;
      return { ...answer, said: `Counted from ${file.name}.` };
    case "learned":
    case "problem":
      return answer;
  }
}

function opened(reading: DocumentReading, said: string): Opened {
  return reading.problem === undefined
    ? { kind: "plan", document: reading.document, said }
    : problem(reading.problem);
}

function problem(text: string): Opened {
  return { kind: "problem", problem: text };
}
