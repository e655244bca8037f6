import { importLines } from "reverse-funnel/adapters";
import { latestDay, PlanError, snapshot, type Plan } from "reverse-funnel";
import type { Happened } from "../state/happened.js";
import { happenedAs } from "../state/happened.js";
import { learnFromCsv, planFromCsv, type LearnedFile } from "./learned.js";
import type { DocumentReading } from "./read-document.js";
import { readExport, type ExportReading } from "./read-export.js";

/** What is asked of an export: a plan, the rates of one, or what has happened since it began. */
export type ReadingQuestion = {
  readonly file: File;
  readonly today: string;
} & (
  | { readonly kind: "plan" }
  | { readonly kind: "learn"; readonly plan: Plan }
  | { readonly kind: "count"; readonly plan: Plan; readonly asOf?: string | undefined }
);

/** What an export says. */
export type ReadingAnswer =
  | { readonly kind: "plan"; readonly reading: DocumentReading }
  | { readonly kind: "learned"; readonly learned: LearnedFile }
  | { readonly kind: "happened"; readonly happened: Happened }
  | { readonly kind: "problem"; readonly problem: string };

/** Reads an export, whose text was read already. */
export function readingAnswer(question: ReadingQuestion, text: string): ReadingAnswer {
  const { file, today } = question;
  switch (question.kind) {
    case "plan":
      return { kind: "plan", reading: planFromCsv(file.name, text, today) };
    case "learn":
      return { kind: "learned", learned: learnFromCsv(file.name, text, question.plan, today) };
    case "count":
      return countedFrom(file.name, readOnce(file, text, question.plan), question);
  }
}

let last: { readonly file: File; readonly stages: string; readonly export: ExportReading } | null = null;

/** Whoever chooses another day, or another goal, has the same export: it is read again for other stages alone. */
function readOnce(file: File, text: string, { funnel }: Plan): ExportReading {
  const stages = JSON.stringify(funnel);
  if (last?.stages !== stages || !isSame(last.file, file))
    last = { file, stages, export: readExport(text, funnel) };
  return last.export;
}

/** What is sent to a worker is a copy each time. */
export function isSame(one: File, other: File): boolean {
  return one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;
}

/** What has happened in a plan's period, as an export tells it. */
export function countedFrom(
  file: string,
  {
    journeys,
    counts,
    issues,
    stageNames,
  }: Pick<ExportReading, "journeys" | "counts" | "issues" | "stageNames">,
  { plan, asOf, today }: { readonly plan: Plan; readonly asOf?: string | undefined; readonly today: string },
): ReadingAnswer {
  if (journeys.length === 0) {
    const names = stageNames.map(({ name }) => name).slice(0, 8);
    const known = names.length === 0 ? "it names none" : `it names ${names.join(", ")}`;
    return {
      kind: "problem",
      problem: `${file} has no deal in a stage of this plan: ${known}. Call the stages alike, or start empty and drop it again: the plan is then made from it.`,
    };
  }
  const latest = latestDay(journeys) ?? today;
  const until = asOf ?? (latest > today ? today : latest);
  try {
    const document = { ...snapshot(journeys, plan, { asOf: until }) };
    return {
      kind: "happened",
      happened: happenedAs(document, { file, lines: importLines({ counts, issues }) }),
    };
  } catch (error) {
    if (error instanceof PlanError) return { kind: "problem", problem: `${file}: ${error.message}` };
    throw error;
  }
}
