import { cellAt, roundedUp, timesWhole, wholeFraction } from "../exact-formulas.js";
import { activityRowOf, HEADINGS, stageRowOf, totalCell } from "../layout.js";
import { levelThrough, type LiveDays } from "../live-days.js";
import type { LivePlan } from "../live-plan.js";
import {
  formula,
  headings,
  number,
  serial,
  text,
  texts,
  type Sheet,
  type SheetCell,
  type SheetRow,
} from "../sheet.js";
import { ratio } from "../../number/ratio.js";
import { fixedDayRows, fixedThroughColumns, throughFormula } from "./days-sheet.js";
import { parseDay } from "../../calendar/day.js";
import type { Targets } from "../../solve/answer.js";
import { must } from "../../number/invariant.js";

const COLUMNS = [
  "Stage or activity",
  "Owner",
  "Target",
  "Planned to date",
  "Done",
  "Difference",
  "Status",
  "Left",
  "Needed a day",
];

/** One line to follow: where its target stands, and how much of it is planned by so many days. */
interface Followed {
  readonly name: string;
  readonly owner: string | null;
  readonly total: { readonly cell: string; readonly value: number };
  /** Null where nothing says. */
  readonly planned: string | null;
}

/** Where each stage stands: type what was done, the rest follows. */
export function trackSheet(live: LivePlan, { period }: Targets): Sheet {
  const clock = clockOf(live, period);
  return {
    name: "Track",
    widths: [30, 18, 12, 17, 12, 12, 14, 12, 14],
    frozen: { rows: HEADINGS, columns: 1 },
    rows: [
      [text("Track", "title")],
      [
        text(
          "Type the day and what was done. The status compares it with the plan alone; the command track also says how sure the goal is.",
          "hint",
        ),
      ],
      [],
      clock === null ? [] : clock.row,
      headings(COLUMNS, [2, 3, 4, 5, 7, 8]),
      ...followed(live, clock).map((each, index) => followedRow(each, stageRowOf(index), clock)),
    ],
  };
}

/** How far the period has gone: the cells that say it. */
interface Clock {
  readonly row: SheetRow;
  /** Working days that are over; null where only dates are known. */
  readonly over: string | null;
  readonly left: string;
  readonly daysLeft: number;
}

function clockOf(live: LivePlan, period: Targets["period"]): Clock | null {
  const { days } = live;
  if (days !== null) return liveClock(days);
  if (period.kind === "undated") return null;
  const last = HEADINGS + fixedDayRows(live);
  const start = must(parseDay(period.start), "the first day of a period");
  return {
    over: null,
    left: "$E$4",
    daysLeft: fixedDayRows(live),
    row: [
      text("Through the end of"),
      number(serial(start - 1), "inputDate"),
      null,
      text("Days left", "right"),
      formula(`COUNTIF(Days!$A$${HEADINGS + 1}:$A$${last},">"&$B$4)`, fixedDayRows(live)),
    ],
  };
}

function liveClock({ dates, count }: LiveDays): Clock {
  const clock = { left: "(WorkingDays-$E$4)", over: "$E$4", daysLeft: count };
  if (dates === null)
    return {
      ...clock,
      row: [
        text("Working days over"),
        number(0, "inputWhole"),
        null,
        text("Counted", "right"),
        formula("MIN($B$4,WorkingDays)", 0),
      ],
    };
  const over = "IF($B$4<WorkStart,0,NETWORKDAYS.INTL(WorkStart,MIN($B$4,End),Weekend,Holidays))";
  return {
    ...clock,
    row: [
      text("Through the end of"),
      number(serial((dates.worked[0] ?? dates.first) - 1), "inputDate"),
      null,
      text("Working days over", "right"),
      formula(over, 0),
    ],
  };
}

function followed(live: LivePlan, clock: Clock | null): readonly Followed[] {
  const over = clock?.over ?? null;
  const columns = clock?.over === null ? fixedThroughColumns(live) : [];
  const last = HEADINGS + fixedDayRows(live);
  const stages = live.stages.map(({ target }, index): Followed => {
    const column = columns[index];
    const range = (name: string) => `Days!$${name}$${HEADINGS + 1}:$${name}$${last}`;
    const looked =
      column === undefined ? null : `IFERROR(INDEX(${range(column)},MATCH($B$4,${range("A")},1)),0)`;
    return {
      name: target.stage,
      owner: target.owner,
      total: { cell: totalCell(index), value: target.total },
      planned: over === null ? looked : throughFormula(live, target.kind, index, over),
    };
  });
  const activities = live.activities.map(({ target }, index): Followed => {
    const cell = `Targets!$G$${activityRowOf(live, index)}`;
    const level = timesWhole(wholeFraction(cellAt(cell, null)), over ?? "0", "WorkingDays");
    const isLevel = over !== null && target.people.length === 0;
    return {
      name: `${target.activity} (${target.stage})`,
      owner: target.owner,
      total: { cell, value: target.total },
      planned: isLevel ? roundedUp(level, `${cell}*${over}/WorkingDays`) : null,
    };
  });
  return [...stages, ...activities];
}

function followedRow({ name, owner, total, planned }: Followed, row: number, clock: Clock | null): SheetRow {
  const [target, due, done, left] = [`$C$${row}`, `$D$${row}`, `$E$${row}`, `$H$${row}`];
  const reached = total.value === 0;
  const names: SheetRow = texts([name, owner ?? ""]);
  const compared =
    planned === null ? '"open"' : `IF(${done}>${due},"ahead",IF(${done}=${due},"on track","behind"))`;
  return [
    ...names,
    formula(total.cell, total.value),
    planned === null ? null : formula(planned, 0),
    number(0, "inputWhole"),
    planned === null ? null : formula(`${done}-${due}`, 0),
    formula(
      `IF(${done}>=${target},"reached",${compared})`,
      reached ? "reached" : planned === null ? "open" : "on track",
      "aside",
    ),
    formula(`MAX(0,${target}-${done})`, total.value),
    clock === null ? null : perDayCell(left, clock, total.value),
  ];
}

/** What is left, spread level over the days that are left. */
function perDayCell(left: string, clock: Clock, total: number): SheetCell {
  const each = timesWhole(wholeFraction(cellAt(left, null)), "1", clock.left);
  const value = clock.daysLeft === 0 ? "" : levelThrough(ratio(total), 1, clock.daysLeft);
  return formula(`IF(${clock.left}>0,${roundedUp(each, `${left}/${clock.left}`)},"")`, value);
}
