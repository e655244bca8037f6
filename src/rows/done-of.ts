import type { CompiledSnapshot, Counted, CountedOn } from "../model/compile-snapshot.js";
import { ONE, type Ratio } from "../number/ratio.js";
import type { RowSubject } from "./target-items.js";

/** What was done of one thing: on which days where that is known, else how many in all. */
export type Done =
  | { readonly kind: "unknown" }
  | { readonly kind: "total"; readonly total: Ratio }
  | { readonly kind: "dated"; readonly rows: readonly CountedOn[] };

const UNKNOWN: Done = { kind: "unknown" };

/**
 * What a snapshot says of one thing, whoever did it. An activity that is done at several stages is counted for all of them
 * together, so it is not known for one; a stage that is its own activity is counted by its entries.
 */
export function doneOf(
  { entered, activities, won }: CompiledSnapshot,
  { kind, stage, activity }: Omit<RowSubject, "person">,
  ofOnePlace: ReadonlySet<string>,
): Done {
  if (kind === "win") return wonSoFar(won);
  if (kind === "habit") return counted(activities.get(stage) ?? entered.get(stage));
  if (activity === null) return counted(entered.get(stage));
  if (!ofOnePlace.has(activity)) return UNKNOWN;
  return counted(activities.get(activity) ?? (activity === stage ? entered.get(stage) : undefined));
}

function counted(found: Counted | undefined): Done {
  if (found === undefined) return UNKNOWN;
  return found.rows === null ? { kind: "total", total: found.total } : { kind: "dated", rows: found.rows };
}

function wonSoFar(won: CompiledSnapshot["won"]): Done {
  if (won === undefined) return UNKNOWN;
  if ("num" in won) return { kind: "total", total: won };
  return { kind: "dated", rows: won.map(({ day }) => ({ day, count: ONE, by: undefined })) };
}
