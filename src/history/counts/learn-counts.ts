import type { GroupKey, Learned } from "../learning/learned.js";
import { learnFrom, type JudgeOptions } from "../learning/learn.js";
import { readCounts } from "./read-counts.js";
import type { RawCountRow } from "./read-rows.js";

/** How counts are judged. The day as of which they were made, and since when history records, is among them. */
export interface LearnCountsOptions<Stage extends string = string> extends JudgeOptions<Stage> {
  /** Which of the groups that were counted are told, in this order; all unless given. */
  readonly by?: GroupKey | readonly GroupKey[] | undefined;
  /** Deals of the record that are in no count beside those that the rows name; default 0. */
  readonly leftOut?: number | undefined;
}

/**
 * What does history say about a funnel, told from counts? The answer of `learn`, digit for digit, from rows that
 * a query engine counted (see `historySql` of `reverse-funnel/sql`), or `countHistory`.
 *
 * @param rows every row of the result, in any order
 * @throws PlanError for rows that cannot be read, a stage that the funnel lacks, and counts of no day or of several
 * @throws RangeError for options as `learn` does, a group that was not counted, and deals far out whose ids were not counted
 *
 * @example
 * ```ts
 * const rows = [
 *   { kind: "as of", value: "2026-02-01", count: 1 },
 *   { kind: "named", stage: "demo", count: 1 },
 *   { kind: "deals", count: 2 },
 *   { kind: "left", stage: "demo", ending: "went on", month: "2026-01", days: 7, count: 1 },
 *   { kind: "left", stage: "demo", ending: "lost", month: "2026-01", days: 15, count: 1 },
 *   { kind: "whole", ending: "went on", days: 27, count: 1 },
 *   { kind: "whole", ending: "lost", days: 27, count: 1 },
 * ] as const;
 * learnCounts(rows, { stages: ["demo"] }).stages.demo?.corrected?.rate; // => "0.5"
 * ```
 */
export function learnCounts<const Stage extends string>(
  rows: readonly RawCountRow[],
  options: LearnCountsOptions<Stage>,
): Learned<Stage> {
  const counts = readCounts(rows, options.stages);
  const { seen } = counts;
  const by = typeof options.by === "string" ? [options.by] : (options.by ?? [...seen.groups.keys()]);
  const groups = new Map(
    by.map((key) => {
      const parts = seen.groups.get(key);
      if (parts !== undefined || seen.all.journeys === 0) return [key, parts ?? new Map()] as const;
      throw new RangeError(
        `learnCounts requires counts by ${key}; got none: make the counts with by: ["${key}"]`,
      );
    }),
  );
  const leftOut = counts.leftOut + (options.leftOut ?? 0);
  return learnFrom({ ...counts, leftOut, seen: { ...seen, groups } }, options);
}
