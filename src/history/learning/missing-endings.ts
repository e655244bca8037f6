import type { PeriodDeals } from "./past-periods.js";
import type { WholeTimes } from "./whole-times.js";

/** Wins and losses that a record leaves out at its beginning. */
export interface MissingEndings {
  /** The day number of the first day of the first month in which a deal ended. */
  readonly since: number;
  /** How many deals should have ended before, if deals take as long as those that did. */
  readonly expected: number;
}

/** So many endings must be missing before their absence is no luck: it leaves none in fewer than one case in a hundred (e^\u22125). */
const ENOUGH = 5;

/**
 * Were wins and losses left out at the beginning of a record, as in a list of the deals that were closed in a quarter?
 *
 * So it seems where deals came in for months and none ended, although at least five should have. How long deals take is told by
 * those that ended; in such a list those are the slow ones, so fewer are expected than in truth.
 *
 * @param months what each month began with and what came in, by its last day, in order
 */
export function missingEndings(
  months: ReadonlyMap<number, Pick<PeriodDeals, "pipeline" | "fresh">>,
  { ages }: Pick<WholeTimes, "ages">,
): MissingEndings | undefined {
  const decided = sumOf([...ages.values()].map((count) => ({ count })));
  const all = [...months];
  const came: { readonly day: number; readonly count: number }[] = [];
  let found: MissingEndings | undefined;
  for (const [index, [last, { pipeline, fresh }]] of all.entries()) {
    const next = all[index + 1];
    if (next === undefined || sumOf(next[1].pipeline) < sumOf(pipeline) + sumOf(fresh)) break;
    for (const { left, count } of fresh) came.push({ day: last - left, count });
    const expected = [...ages].reduce(
      (sum, [age, count]) => sum + (count / decided) * sumOf(came.filter(({ day }) => day + age <= last)),
      0,
    );
    found = expected >= ENOUGH ? { since: last + 1, expected } : undefined;
  }
  return found;
}

function sumOf(parts: readonly { readonly count: number }[]): number {
  return parts.reduce((sum, { count }) => sum + count, 0);
}
