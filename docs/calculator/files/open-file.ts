import { safeParsePlan, type Plan } from "reverse-funnel";
import { happenedAs, type Happened } from "../state/happened.js";
import type { PlanDocument } from "../state/plan-document.js";
import { isUntouched } from "../state/start-plan.js";
import type { ViewName } from "../state/view-name.js";
import { askReading } from "./ask-reading.js";
import { isWorkbook } from "./file-text.js";
import type { LearnedFile } from "./learned.js";
import type { DocumentReading } from "./read-document.js";
import type { ExportFiles, ReadingAnswer } from "./reading.js";

/** What came of a file. */
export type Opened =
  | { readonly kind: "plan"; readonly document: PlanDocument; readonly said: string }
  | { readonly kind: "learned"; readonly learned: LearnedFile; readonly happened: Happened | null }
  | { readonly kind: "happened"; readonly happened: Happened; readonly said: string }
  | { readonly kind: "said"; readonly said: string }
  | { readonly kind: "problem"; readonly problem: string };

/** Where files were dropped. */
interface Dropped {
  readonly document: PlanDocument;
  readonly view: ViewName;
  readonly today: string;
}

const MOST_BYTES = 50_000_000;

/** The export that was opened last: another day, or another stage, is counted from it again. */
let latest: ExportFiles = { files: [], mapping: null };

/**
 * Reads files that were dropped together, and hands over what came of each: first what is text (a plan, what has happened, how
 * an export is meant), then the tables, which are one export for the plan that stands there by then. Where a text cannot be read,
 * the export that came with it is left: it would be read for another plan, or otherwise than it is meant.
 */
export async function openFiles(
  files: readonly File[],
  dropped: () => Dropped,
  take: (opened: Opened) => void,
): Promise<void> {
  const [tables, texts] = [files.filter(isTable), files.filter((file) => !isTable(file))];
  for (const file of texts) {
    const opened = await tried([file], () => openText(file));
    take(opened);
    if (opened.kind === "problem") return;
  }
  if (tables.length === 0) return;
  const open = () => {
    latest = { ...latest, files: tables };
    return openExport(dropped(), texts.length > 0);
  };
  take(await tried(tables, open));
}

/** Counts the last export again, up to a day; null where there is none, as after the page was opened anew. */
export async function countAgain(plan: Plan, asOf: string, today: string): Promise<Opened | null> {
  if (latest.files.length === 0) return null;
  return openedAs(await askReading({ kind: "count", ...latest, plan, asOf, today }));
}

function isTable(file: File): boolean {
  return /\.(csv|tsv)$/i.test(file.name) || isWorkbook(file);
}

/** Opens files that the page can hold; those of another size are the command's. */
async function tried(files: readonly File[], open: () => Promise<Opened>): Promise<Opened> {
  const names = namesOf(files);
  if (files.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES)
    return problem(
      `${names} ${files.length === 1 ? "is" : "are"} larger than 50 MB: the command reads that, reverse-funnel learn.`,
    );
  try {
    return await open();
  } catch (error) {
    return problem(`${names} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function namesOf(files: readonly File[]): string {
  return files.map(({ name }) => name).join(" and ");
}

async function openText(file: File): Promise<Opened> {
  const { readAnyText } = await import("./plan-text.js");
  const read = readAnyText(await file.text());
  switch (read.kind) {
    case "plan":
      return opened(read.reading, `The plan in ${file.name} is open.`);
    case "snapshot":
      return {
        kind: "happened",
        happened: happenedAs(read.document),
        said: `What has happened is read from ${file.name}.`,
      };
    case "mapping": {
      const { meantBy } = await import("./meant-by.js");
      const { problem: wrong } = meantBy(read.document);
      if (wrong !== undefined) return problem(wrong);
      latest = { ...latest, mapping: read.document };
      return { kind: "said", said: `Exports are read as ${file.name} says. Open the export.` };
    }
  }
}

/** With a plan, or a map, that came along, the week is asked for; on the plan's own part of the page, its rates are. */
async function openExport({ document, view, today }: Dropped, isJoined: boolean): Promise<Opened> {
  if (isUntouched(document, today)) return openedAs(await askReading({ kind: "plan", ...latest, today }));
  const result = safeParsePlan(document);
  if (!result.success)
    return problem("Put the plan right first: its stages say what to look for in an export.");
  const kind = view === "plan" && !isJoined ? "learn" : "count";
  return openedAs(await askReading({ kind, ...latest, plan: result.data, today }));
}

function openedAs(answer: ReadingAnswer): Opened {
  const name = namesOf(latest.files);
  switch (answer.kind) {
    case "plan":
      return opened(
        answer.reading,
        `This plan was made from ${name}. Its goal is to win as many as in the last 13 weeks: change it to yours.`,
      );
    case "happened":
      return { ...answer, said: `Counted from ${name}.` };
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
