import type { Format } from "../../format/format.js";
import { progressPicture } from "../../charts/progress/data.js";
import { sayStatement } from "../../words/progress.js";
import type { PlanProgress } from "../progress.js";
import { sentence, type Section } from "../report.js";
import { countedIn, pictured } from "./pictured.js";

/**
 * Where the outcome is, where it should be, and within which range it will end. `currency` is what the goal counts in; null
 * for a goal that is no money.
 */
export function progressSection(
  { track, snapshot, forecast }: PlanProgress,
  currency: string | null,
  format: Format,
): Section {
  const today = track.verdict.statements.filter(({ code }) => code === "today");
  return pictured(countedIn(progressPicture(track, snapshot, forecast), currency), {
    title: "Where we are",
    place: "page",
    blocks: today.map((statement) => sentence(sayStatement(statement, format))),
  });
}
