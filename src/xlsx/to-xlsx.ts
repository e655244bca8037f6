import { requireHanded } from "../schema/handed.js";
import type { Solution } from "../solve/answer.js";
import { HEADINGS, planRow } from "./layout.js";
import { livePlan, type LivePlan } from "./live-plan.js";
import { text, type Sheet } from "./sheet.js";
import { daysSheet } from "./sheets/days-sheet.js";
import { holidayCells, planSheet } from "./sheets/plan-sheet.js";
import { targetsSheet } from "./sheets/targets-sheet.js";
import { trackSheet } from "./sheets/track-sheet.js";
import { writeWorkbook, type CellName } from "./write-workbook.js";

/**
 * The answer as a workbook for Excel, LibreOffice, Numbers or Google Sheets, with formulas that are live: change a rate, a
 * value, the goal or a date, and wins, totals, weeks and days follow, equal to what `solve` answers.
 *
 * Its sheets are Plan (inputs and the wins), Targets, Days, Track (type what was done) and Assumptions. Formulas count in whole
 * numbers alone, so nothing is one off; the cell _Proved_ says "check" where a number is too large for a sheet to be certain.
 * What a sheet cannot work out (lags, channels, open deals, people, a chance) is a value, and the sheet Plan says so.
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
  requireHanded("toXlsx", ["an answer of solve"], answer);
  const { plan, targets } = answer;
  if (targets === null) throw new RangeError("toXlsx requires an answer with targets; got one without");
  const live = livePlan(answer, targets);
  const stages = targetsSheet(live);
  const isProved = !stages.rows.some((row) =>
    row.some((cell) => cell?.formula !== undefined && cell.value === "check"),
  );
  return writeWorkbook(
    [
      planSheet({ title: plan.name ?? "Plan", live, targets, isProved }),
      stages,
      daysSheet(live),
      trackSheet(live, targets),
      assumptionsSheet(answer),
    ],
    namesOf(live),
  );
}

function assumptionsSheet({ assumptions }: Solution): Sheet {
  const lines =
    assumptions.length === 0 ? ["The plan needs no assumptions."] : assumptions.map((each) => each.text);
  return {
    name: "Assumptions",
    widths: [120],
    frozen: { rows: 1, columns: 0 },
    rows: [[text("Assumptions", "title")], ...lines.map((line) => [text(line, "wrapped")])],
  };
}

/** Names by which formulas, and whoever writes more of them, find the inputs. */
function namesOf(live: LivePlan): readonly CellName[] {
  const { wins, days } = live;
  const dates = days?.dates ?? null;
  const name = (named: string, key: string, column = "B"): CellName => ({
    name: named,
    cells: `Plan!$${column}$${planRow(live, key)}`,
  });
  return [
    name("Goal", "amount 0"),
    ...(wins === null ? [] : [name("WinAdds", "worth"), name("Buffer", "buffer")]),
    name("Wins", "wins"),
    name("WorkingDays", "workingDays"),
    ...(days === null ? [] : [name("Weekend", "weekdays", "C"), name("DaysPerWeek", "daysPerWeek")]),
    ...(dates === null
      ? []
      : [
          name("Start", "start"),
          name("End", "end"),
          name("WorkStart", dates.workFrom === null ? "start" : "workStart"),
          { name: "Holidays", cells: `Plan!$G$${HEADINGS + 1}:$G$${HEADINGS + holidayCells(days)}` },
        ]),
  ];
}
