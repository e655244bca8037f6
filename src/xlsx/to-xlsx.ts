import type { Solution } from "../solve/answer.js";
import { livePlan, type LivePlan } from "./live-plan.js";
import { HEADINGS, placesOf, type Places } from "./places.js";
import { text, type Sheet } from "./sheet.js";
import { daysSheet } from "./sheets/days-sheet.js";
import { holidayCells, planSheet } from "./sheets/plan-sheet.js";
import { targetsSheet } from "./sheets/targets-sheet.js";
import { trackSheet } from "./sheets/track-sheet.js";
import { writeWorkbook, type CellName } from "./write-workbook.js";

/**
 * The answer as a workbook for Excel, LibreOffice, Numbers or Google Sheets, with formulas that are live: change a rate, the
 * goal or a date, and wins, totals and days follow, equal to what `solve` answers.
 *
 * Sheets: Plan (inputs and the wins), Targets, Days, Track (type what was done) and Assumptions. Formulas use whole numbers
 * alone, so nothing is one off; the cell _Proved_ says "check" where a number is too large for a spreadsheet to be certain. What
 * a sheet cannot work out (lags, channels, the pipeline, people, a chance) is a value, and the sheet Plan says so.
 *
 * The same answer gives the same bytes.
 *
 * @param answer what `solve` answers
 * @throws RangeError for an answer without targets: a goal that no number of wins reaches
 *
 * @example
 * ```ts
 * const answer = solve({ goal: { metric: "customers", amount: 6, period: "2026-02" }, funnel: [{ stage: "call", rate: "10%" }] });
 * toXlsx(answer).slice(0, 2); // => Uint8Array.of(0x50, 0x4b)
 * ```
 */
export function toXlsx(answer: Solution): Uint8Array {
  const { plan, targets } = answer;
  if (targets === null) throw new RangeError("toXlsx requires an answer with targets; got one without");
  const live = livePlan(answer, targets);
  const places = placesOf(live);
  return writeWorkbook(
    [
      planSheet({ title: plan.name ?? "Plan", live, targets, places }),
      targetsSheet(live, places),
      daysSheet(live),
      trackSheet(live),
      assumptionsSheet(answer),
    ],
    namesOf(live, places),
  );
}

function assumptionsSheet({ assumptions }: Solution): Sheet {
  return {
    name: "Assumptions",
    widths: [110],
    frozen: { rows: 1, columns: 0 },
    rows: [
      [text("Assumptions", "title")],
      ...assumptions.map((each) => [text(each.text)]),
      ...(assumptions.length === 0 ? [[text("The plan says everything.", "note")]] : []),
    ],
  };
}

/** Names by which formulas, and whoever writes more of them, find the inputs. */
function namesOf({ wins, days }: LivePlan, places: Places): readonly CellName[] {
  const name = (named: string, row: number): CellName => ({ name: named, cells: `Plan!$B$${row}` });
  return [
    ...(wins === null
      ? []
      : [name("Goal", places.amounts), name("WinAdds", places.worth), name("Buffer", places.buffer)]),
    name("Wins", places.wins),
    name("WorkingDays", places.workingDays),
    ...(days === null ? [] : [name("Weekend", places.weekend), name("DaysPerWeek", places.daysPerWeek)]),
    ...(days?.dates == null
      ? []
      : [
          name("Start", places.start),
          name("End", places.end),
          { name: "Holidays", cells: `Plan!$G$${HEADINGS + 1}:$G$${HEADINGS + holidayCells(days)}` },
        ]),
  ];
}
