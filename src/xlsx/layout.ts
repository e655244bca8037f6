import { cellAt, type SheetFraction, type SheetNumber } from "./exact-formulas.js";
import type { LivePlan } from "./live-plan.js";
import type { LiveWins } from "./live-wins.js";

/** The row of the headings on every sheet; what is listed starts below it. */
export const HEADINGS = 5;

/** What a win adds, and what that follows from. */
function worthKeys(worth: LiveWins["worth"]): readonly string[] {
  if (worth.as === "whole") return ["worth"];
  return ["value", ...(worth.upsells === null ? [] : ["upsells"]), "counts", "worth"];
}

/** The rows of the sheet Plan below the headings, in order; an empty key is an empty row. */
export function planKeys({ wins, days, stages, activities, isChain }: LivePlan): readonly string[] {
  const dated = days?.dates !== null;
  const rated = isChain ? stages.filter(({ rate }) => rate !== null) : [];
  const worked = activities.filter(({ perUnit }) => perUnit !== null);
  return [
    ...(wins === null
      ? ["amount 0"]
      : [
          ...wins.amounts.map((_, index) => `amount ${index}`),
          ...[...worthKeys(wins.worth), "keep", "buffer", "toWin", "gross", "net", "exactWins"],
        ]),
    "wins",
    ...["", "period"],
    ...(dated ? ["start", "end"] : []),
    ...((days?.dates?.workFrom ?? null) === null ? [] : ["workFrom", "workStart"]),
    ...(days === null ? [] : ["weekdays", "daysPerWeek"]),
    "workingDays",
    ...["", "rates"],
    ...(isChain ? rated : stages.slice(0, -1)).map((_, index) => `rate ${index}`),
    ...(worked.length === 0 ? [] : ["", "activities"]),
    ...worked.map((_, index) => `perUnit ${index}`),
  ];
}

/**
 * The row of a key on the sheet Plan.
 *
 * @throws RangeError for a key that the sheet does not have
 */
export function planRow(live: LivePlan, key: string): number {
  const place = planKeys(live).indexOf(key);
  if (place < 0) throw new RangeError(`planRow requires a row of the sheet Plan; got ${key}`);
  return HEADINGS + 1 + place;
}

/** A row of the sheet Plan as a fraction, with what its cells come to. */
export function planFraction(
  live: LivePlan,
  key: string,
  { num, den }: Readonly<Record<"num" | "den", number | null>>,
): SheetFraction {
  const row = planRow(live, key);
  return { num: cellAt(`Plan!$C$${row}`, num), den: cellAt(`Plan!$D$${row}`, den) };
}

/** The row of a stage, by its place on the path, on the sheets Targets and Track. */
export function stageRowOf(index: number): number {
  return HEADINGS + 1 + index;
}

/** The row of an activity on the sheet Targets: below the stages, an empty row and a heading. */
export function activityRowOf({ stages }: LivePlan, index: number): number {
  return stageRowOf(stages.length) + 2 + index;
}

/** A stage's total on the sheet Targets. */
export function totalCell(index: number): string {
  return `Targets!$G$${stageRowOf(index)}`;
}

/** What a stage's total is rounded up from: the fraction of its need. */
export function needCells(
  index: number,
  value: Readonly<Record<"num" | "den", number | null>>,
): SheetFraction {
  const row = stageRowOf(index);
  return { num: cellAt(`Targets!$E$${row}`, value.num), den: cellAt(`Targets!$F$${row}`, value.den) };
}

/** What the work of a stage's days is measured by: its need, or the whole number that is handed on. */
export function effortCells({ isCascade }: LivePlan, index: number): SheetFraction {
  const unknown = { num: null, den: null };
  const whole: SheetNumber = cellAt(totalCell(index), null);
  return isCascade ? { num: whole, den: cellAt("1", 1) } : needCells(index, unknown);
}

/** The same as a decimal, for where the fraction has grown too large. */
export function effortDecimal({ isCascade }: LivePlan, index: number): string {
  return isCascade ? totalCell(index) : `Targets!$D$${stageRowOf(index)}`;
}
