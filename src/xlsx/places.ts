import type { FractionCells } from "./exact-formulas.js";
import type { LivePlan } from "./live-plan.js";

/** Where the figures stand in the sheets: what one sheet works out, others ask for. */
export interface Places {
  /** The first amount of the bridge on the sheet Plan; the others follow. */
  readonly amounts: number;
  readonly worth: number;
  readonly keep: number;
  readonly buffer: number;
  /** All that wins must add, divided by what one adds, then by the share kept; each a fraction. */
  readonly toWin: number;
  readonly gross: number;
  readonly net: number;
  /** With the buffer. */
  readonly exactWins: number;
  readonly wins: number;
  readonly start: number;
  readonly end: number;
  readonly weekend: number;
  readonly daysPerWeek: number;
  readonly workingDays: number;
  /** The first rate. */
  readonly rates: number;
}

/** The row of the headings on every sheet; what is listed starts below it. */
export const HEADINGS = 5;

/** Where the figures of a plan stand. */
export function placesOf({ wins }: LivePlan): Places {
  const amounts = HEADINGS + 1;
  const worth = amounts + (wins?.amounts.length ?? 1);
  const start = worth + 10;
  return {
    amounts,
    worth,
    keep: worth + 1,
    buffer: worth + 2,
    toWin: worth + 3,
    gross: worth + 4,
    net: worth + 5,
    exactWins: worth + 6,
    wins: worth + 7,
    start,
    end: start + 1,
    weekend: start + 2,
    daysPerWeek: start + 3,
    workingDays: start + 4,
    rates: start + 7,
  };
}

/** The two cells of a fraction on the sheet Plan. */
export function planFraction(row: number): FractionCells {
  return { num: `Plan!$C$${row}`, den: `Plan!$D$${row}` };
}

/** The two cells of a stage's need on the sheet Targets, by its place on the path. */
export function needFraction(index: number): FractionCells {
  const row = HEADINGS + 1 + index;
  return { num: `Targets!$E$${row}`, den: `Targets!$F$${row}` };
}
