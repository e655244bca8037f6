import type { Problem } from "../schema/issue.js";

/** Every reason for setting a row aside, and everything worth knowing of a row that is used, in our words. */
export const PROBLEMS = {
  "row.too-long": problem(
    "a row of at most a million characters",
    "close the quote that it opens, or shorten its longest cell",
  ),
  "row.unclosed-quote": problem(
    "a quote that closes",
    "close it, or double a quote that stands inside a cell",
  ),
  "text.damaged": problem(
    "text whose characters are all known",
    "some were lost where the file was read in another encoding than it was written in; names may be wrong",
  ),
  "text.excel": problem(
    "delimited text",
    "this is an Excel workbook: hand over the texts of its sheets (readXlsx), or save the sheet as CSV",
  ),
  "text.nul": problem("text", "it is full of zeros: it was written in UTF-16 and read in another encoding"),
  "header.below": problem("the headers in the first row", "the rows above it are not read"),
  "row.header": problem("a deal", "nothing need be done, these are the headers once more"),
  "row.total": problem("a deal", "nothing need be done, totals are no deal"),
  "date.order": problem(
    "a date in the order that the mapping says",
    "this one is the other way round: say in dates which order it is",
  ),
  "days.utc": problem(
    "where days begin",
    "times carry hours, and days were taken to begin at midnight UTC; say timeZone: Europe/Berlin, or utcOffset",
  ),
  "row.too-wide": problem("as many cells as the header has", "put cells that hold the delimiter in quotes"),
  "id.missing": problem(
    "the deal's id",
    "fill it in; a line that is no deal (a total, a footer) can stay as it is",
  ),
  "deal.deleted": problem("a deal that was not deleted", "nothing need be done, deleted deals are left out"),
  "pipeline.other": problem(
    "a deal of the pipelines that were asked for",
    "name its pipeline too if it should count",
  ),
  "stage.left-out": problem("a stage that counts", "map it to a stage if it should count"),
  "stage.missing": problem("a stage, or a day on which one was entered", "fill in one of them"),
  "date.none": problem(
    "a day on which something happened to a closed deal",
    "fill in when it was created or closed",
  ),
  "date.missing": problem("the day on which the stage was entered", "fill it in"),
  "date.invalid": problem("a date", "write year-month-day, such as 2026-01-31"),
  "row.later": problem(
    "something that happened by the day as of which the file is read",
    "nothing need be done, what came later is left out",
  ),
  "row.overtaken": problem(
    "a deal to which nothing happened after the day as of which the file is read",
    "only what carries a day up to then counts: its value, its chance and how it stood are not known",
  ),
  "status.unknown": problem("open, won or lost", "say in statuses what this word means"),
  "table.unreadable": problem("a table whose columns are known", "add the missing columns first"),
  "value.unreadable": problem("an amount", "the deal counts without a value; write one such as 1234.50"),
  "value.ambiguous": problem(
    "an amount that reads one way",
    'the deal counts without a value; say decimal: "." or ","',
  ),
  "value.negative": problem("an amount from 0", "the deal counts without a value"),
  "probability.unreadable": problem("a probability", "the deal counts without one"),
  "deal.repeated": problem(
    "one row for each deal",
    "the rows were joined: every day counts, and the latest row wins where they differ",
  ),
  "deal.reopened": problem(
    "a deal that stays closed",
    "what came last counts: an earlier win or loss is dropped",
  ),
  "deal.begins-late": problem(
    "a deal that begins in the first stage",
    "the stages before count as passed on the day of its first step",
  ),
  "step.backwards": problem("stages in their order", "the furthest stage counts, going back undoes nothing"),
  "step.undated": problem(
    "the day on which the stage was entered",
    "the deal counts as in this stage, since when is not known",
  ),
  "lag.negative": problem(
    "an ending after the first step",
    "what is dated after the end counts on the day of the end",
  ),
  "close.undated": problem("the day of the win or loss", "the last day that is known counts"),
  "close.early": problem(
    "a loss after the last step",
    "what is dated after the end counts on the day of the end",
  ),
} as const satisfies Readonly<Record<string, Omit<Problem, "code">>>;

/** A code of {@link PROBLEMS}. */
export type ProblemCode = keyof typeof PROBLEMS;

/** The problem of a code. */
export function describeProblem(code: ProblemCode): Problem {
  return { code, ...PROBLEMS[code] };
}

function problem(expected: string, advice: string): Omit<Problem, "code"> {
  return { expected, advice };
}
