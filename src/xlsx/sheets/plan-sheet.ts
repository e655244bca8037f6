import type { Targets } from "../../solve/answer.js";
import { provedText } from "../exact-formulas.js";
import { WHY_FIXED } from "../fixed-parts.js";
import { HEADINGS, planKeys, stageRowOf } from "../layout.js";
import type { LiveDays } from "../live-days.js";
import type { LivePlan } from "../live-plan.js";
import {
  formula,
  headings,
  number,
  serial,
  text,
  type Sheet,
  type SheetCell,
  type SheetRow,
} from "../sheet.js";
import { periodRows } from "./period-rows.js";
import { rateRows } from "./rate-rows.js";
import { winRows } from "./win-rows.js";

/** What is written into the sheet Plan. */
interface PlanSheet {
  readonly title: string;
  readonly live: LivePlan;
  readonly targets: Targets;
  /** Whether the sheet Targets says of each number that it is certain. */
  readonly isProved: boolean;
}

/** Cells for holidays that are not there yet. */
const SPARE_HOLIDAYS = 12;

/** The inputs: the goal, what a win adds, the period and the rates, each exact as whole numbers. */
export function planSheet({ title, live, targets, isProved }: PlanSheet): Sheet {
  const rows = { ...winRows(live, targets), ...periodRows(live, targets), ...rateRows(live) };
  return {
    name: "Plan",
    widths: [30, 21, 16, 12, 70, 3, 13],
    frozen: { rows: HEADINGS, columns: 1 },
    rows: withHolidays(
      [
        [text(title, "title")],
        [
          text(
            "Change the blue cells: whatever follows from them is worked out again, on every sheet.",
            "hint",
          ),
        ],
        [text(live.fixed.map((part) => WHY_FIXED[part]).join(" "), "hint")],
        provedRow(live, isProved),
        headings(["From goal to wins", "Value", "Whole number", "Of", "Note"], [1, 2, 3]),
        ...planKeys(live).map((key) => rows[key] ?? []),
      ],
      live.days,
    ),
  };
}

function provedRow({ stages, isChain }: LivePlan, isProved: boolean): SheetRow {
  if (!isChain) return [];
  const all = `Targets!$J$${stageRowOf(0)}:$K$${stageRowOf(stages.length - 1)}`;
  return [
    text("Proved"),
    formula(`IF(COUNTIF(${all},"check")>0,"check","yes")`, provedText(isProved), "right"),
    null,
    null,
    text("yes: every whole number is exact. check: some are too large for the 15 digits of a sheet.", "note"),
  ];
}

/** How many cells there are for holidays. */
export function holidayCells(days: LiveDays | null): number {
  return (days?.dates?.holidays.length ?? 0) + SPARE_HOLIDAYS;
}

/** Holidays stand beside the rest, in column G, with room for more. */
function withHolidays(rows: readonly SheetRow[], days: LiveDays | null): readonly SheetRow[] {
  const dates = days?.dates ?? null;
  if (dates === null) return rows;
  const cells = Array.from({ length: holidayCells(days) }, (_, index): SheetCell => {
    const day = dates.holidays[index];
    return day === undefined ? text("", "inputDate") : number(serial(day), "inputDate");
  });
  const beside = [text("Holidays", "headingRight"), ...cells];
  const length = Math.max(rows.length, HEADINGS - 1 + beside.length);
  return Array.from({ length }, (_, index): SheetRow => {
    const row = rows[index] ?? [];
    const cell = beside[index - HEADINGS + 1];
    if (cell === undefined) return row;
    return [...row, ...Array.from({ length: Math.max(0, 6 - row.length) }, () => null), cell];
  });
}
