import { importLines } from "reverse-funnel/adapters";
import { latestDay, PlanError, snapshot, type Plan } from "reverse-funnel";
import { listPaths } from "../../../src/history/journeys/paths.js";
import { happenedAs, type Happened } from "../state/happened.js";
import type { PlanDocument } from "../state/plan-document.js";
import { learnFrom, planFromExport, type LearnedFile } from "./learned.js";
import type { DocumentReading } from "./read-document.js";
import { meantBy } from "./meant-by.js";
import { readExport, type ExportReading, type ExportTexts } from "./read-export.js";

/** The files of an export, and how they are meant: what a map file says; null where there is none. */
export interface ExportFiles {
  readonly files: readonly File[];
  readonly mapping: PlanDocument | null;
}

/** What is asked of an export: a plan, the rates of one, or what has happened since it began. */
export type Asked = { readonly today: string } & (
  | { readonly kind: "plan" }
  | { readonly kind: "learn"; readonly plan: Plan }
  | { readonly kind: "count"; readonly plan: Plan; readonly asOf?: string | undefined }
);

/** The same, with the export. */
export type ReadingQuestion = ExportFiles & Asked;

/** What an export says. */
export type ReadingAnswer =
  | { readonly kind: "plan"; readonly reading: DocumentReading }
  | { readonly kind: "learned"; readonly learned: LearnedFile; readonly happened: Happened | null }
  | { readonly kind: "happened"; readonly happened: Happened }
  | { readonly kind: "problem"; readonly problem: string };

/** Asks an export whose texts were read, again and again: its deals are read anew for other ways through the funnel alone. */
export function readingAnswers(
  name: string,
  texts: readonly string[],
  mapping: PlanDocument | null,
): (asked: Asked) => ReadingAnswer {
  let last: { readonly paths: string; readonly reading: ExportReading } | null = null;
  const readFor = ({ funnel }: Plan, exported: ExportTexts): ExportReading => {
    const paths = JSON.stringify(listPaths(funnel));
    if (last?.paths !== paths) last = { paths, reading: readExport(exported, funnel) };
    return last.reading;
  };
  return (asked) => {
    const meant = meantBy(mapping);
    if (meant.problem !== undefined) return { kind: "problem", problem: meant.problem };
    const exported = { texts, meant: meant.meant };
    const { today } = asked;
    if (asked.kind === "plan") return { kind: "plan", reading: planFromExport(name, exported, today) };
    const reading = readFor(asked.plan, exported);
    const counted = countedFrom(name, reading, asked);
    if (asked.kind === "count") return counted;
    // Whoever looks at the week next finds there what has happened.
    const happened = counted.kind === "happened" ? counted.happened : null;
    return { kind: "learned", learned: learnFrom(name, reading, asked.plan, today), happened };
  };
}

/** What has happened in a plan's period, as an export tells it. */
function countedFrom(
  name: string,
  { journeys, counts, issues, stageNames }: ExportReading,
  { plan, asOf, today }: { readonly plan: Plan; readonly asOf?: string | undefined; readonly today: string },
): ReadingAnswer {
  if (journeys.every(({ steps }) => steps.length === 0)) {
    const names = stageNames.map((stage) => stage.name).slice(0, 8);
    const known = names.length === 0 ? "it names none" : `it names ${names.join(", ")}`;
    return {
      kind: "problem",
      problem: `${name} has no deal in a stage of this plan: ${known}. Call the stages alike; or start empty and open it again, and the plan is made from it.`,
    };
  }
  const latest = latestDay(journeys) ?? today;
  const until = asOf ?? (latest > today ? today : latest);
  const { document, notes } = snapshotFor(journeys, plan, until);
  const lines = [...notes, ...importLines({ counts, issues })];
  return { kind: "happened", happened: happenedAs(document, { file: name, lines }) };
}

/** Whoever opens a file is asked no rate of exchange: deals in several currencies count with the plan's own value of a deal. */
function snapshotFor(
  journeys: ExportReading["journeys"],
  plan: Plan,
  asOf: string,
): { readonly document: PlanDocument; readonly notes: readonly string[] } {
  try {
    return { document: { ...snapshot(journeys, plan, { asOf }) }, notes: [] };
  } catch (error) {
    if (!(error instanceof PlanError) || error.issues.some(({ path }) => path[0] !== "exchange")) throw error;
    const bare = journeys.map((journey) => ({ ...journey, value: null, currency: null }));
    return { document: { ...snapshot(bare, plan, { asOf }) }, notes: [SEVERAL] };
  }
}

const SEVERAL =
  "The deals are in other currencies than the plan, or in several: each counts with the plan’s own deal value.";
