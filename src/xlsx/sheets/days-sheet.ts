import { parseDay } from "../../calendar/day.js";
import { at, must } from "../../number/invariant.js";
import { ratio } from "../../number/ratio.js";
import { roundedUp, timesWhole, wholeFraction, cellAt } from "../exact-formulas.js";
import { effortCells, effortDecimal, HEADINGS, totalCell } from "../layout.js";
import { levelThrough, type LiveDays } from "../live-days.js";
import type { LivePlan, LiveStage } from "../live-plan.js";
import {
  columnName,
  formula,
  headings,
  number,
  serial,
  text,
  type Sheet,
  type SheetCell,
  type SheetRow,
} from "../sheet.js";
import { guarded } from "./targets-sheet.js";

/** A sheet has room for so many days that are not there yet, for when the period is made longer. */
const SPARE_DAYS = 45;
/** Days beyond these are not listed. */
const MOST_DAYS = 800;

/** What each day asks for, and how far each stage must have come by its end. */
export function daysSheet(live: LivePlan): Sheet {
  const { days, stages } = live;
  return {
    name: "Days",
    widths: [13, 12, 15, ...stages.map(() => 15)],
    frozen: { rows: HEADINGS, columns: 2 },
    ...(days === null ? {} : { printed: HEADINGS + Math.min(MOST_DAYS, days.count) }),
    rows: [
      [text("Days", "title")],
      [text("What is done on each working day, and how far all must have come by its end.", "hint")],
      days === null ? [] : [shortOfDays(days)],
      [],
      ...(days === null ? fixedRows(live) : liveRows(live, days)),
    ],
  };
}

function rowsFor({ count }: LiveDays): number {
  return Math.min(MOST_DAYS, count + SPARE_DAYS);
}

/** A period that was made longer than there are rows for says so. */
function shortOfDays(days: LiveDays): SheetCell {
  const rows = rowsFor(days);
  const made = `IF(WorkingDays>${rows},"Only the first ${rows} working days are listed.","")`;
  return formula(made, days.count > rows ? `Only the first ${rows} working days are listed.` : "", "hint");
}

function liveRows(live: LivePlan, days: LiveDays): readonly SheetRow[] {
  const [first] = live.stages;
  const head = [
    ...["Day", "Working day", `${first?.target.stage ?? ""} on the day`],
    ...live.stages.map(({ target }) => `${target.stage} by then`),
  ];
  const rows = Array.from({ length: rowsFor(days) }, (_, index): SheetRow => {
    const place = index + 1;
    const isThere = place <= days.count;
    const row = HEADINGS + place;
    const onDay =
      first === undefined ? 0 : through(first, place, days.count) - through(first, place - 1, days.count);
    return [
      dateCell(days, index),
      formula(
        days.dates === null ? `IF(${place}<=WorkingDays,${place},"")` : `IF($A${row}="","",${place})`,
        isThere ? place : "",
      ),
      formula(index === 0 ? `$D${row}` : `IF($B${row}="","",$D${row}-$D${row - 1})`, isThere ? onDay : ""),
      ...live.stages.map((stage, at) =>
        throughCell(live, stage, at, row, isThere ? through(stage, place, days.count) : ""),
      ),
    ];
  });
  return [
    headings(
      head,
      head.map((_, index) => index),
    ),
    ...rows,
  ];
}

/** Work is spread by its whole total, what follows from it by its need, as the answer has it. */
function through({ target, effort }: LiveStage, place: number, all: number): number {
  return levelThrough(target.kind === "work" ? ratio(target.total) : effort, place, all);
}

/** How much of a stage must have come by the end of so many working days. */
function throughCell(
  live: LivePlan,
  { target }: LiveStage,
  index: number,
  row: number,
  value: number | "",
): SheetCell {
  return formula(`IF($B${row}="","",${throughFormula(live, target.kind, index, `$B${row}`)})`, value);
}

/** How much of a stage is done after so many working days, level and never late. */
export function throughFormula(
  live: LivePlan,
  kind: LiveStage["target"]["kind"],
  index: number,
  days: string,
): string {
  const total = totalCell(index);
  const isWork = kind === "work";
  const basis = isWork ? wholeFraction(cellAt(total, null)) : effortCells(live, index);
  const decimal = isWork ? total : effortDecimal(live, index);
  return roundedUp(timesWhole(basis, days, "WorkingDays"), `${decimal}*${days}/WorkingDays`);
}

/** The working days of the period, one after the other. */
function dateCell({ dates }: LiveDays, index: number): SheetCell | null {
  if (dates === null) return null;
  const day = dates.worked[index];
  const before = `$A${HEADINGS + index}`;
  const next = `WORKDAY.INTL(${index === 0 ? "WorkStart-1" : before},1,Weekend,Holidays)`;
  const made = `IF(${next}>End,"",${next})`;
  return formula(
    index === 0 ? made : `IF(${before}="","",${made})`,
    day === undefined ? "" : serial(day),
    "date",
  );
}

/** A column of days that are values. */
interface FixedColumn {
  readonly title: string;
  readonly stage: number;
  readonly by: "day" | "then";
  /** By the end of which day how many in all. */
  readonly through: ReadonlyMap<string, number>;
}

/** The column of how far each stage has come, where days are values; by its place on the path. */
export function fixedThroughColumns(live: LivePlan): readonly string[] {
  const columns = fixedColumns(live);
  return live.stages.map((_, index) =>
    columnName(2 + columns.findIndex(({ stage, by }) => stage === index && by === "then")),
  );
}

/** How many rows of days there are, where days are values. */
export function fixedDayRows(live: LivePlan): number {
  return fixedDates(fixedColumns(live)).length;
}

function fixedColumns({ stages }: LivePlan): readonly FixedColumn[] {
  return stages.flatMap(({ target }, stage): FixedColumn[] => {
    let done = 0;
    const worked = target.days.map(({ on, count }): [string, number] => [on, (done += count)]);
    const isWork = worked.length > 0;
    const through = new Map(isWork ? worked : target.milestones.map(({ on, total }) => [on, total]));
    const then: FixedColumn = { title: `${target.stage} by then`, stage, by: "then", through };
    return isWork
      ? [
          {
            title: `${target.stage} on the day`,
            stage,
            by: "day",
            through: new Map(target.days.map(({ on, count }) => [on, count])),
          },
          then,
        ]
      : [then];
  });
}

function fixedDates(columns: readonly FixedColumn[]): readonly string[] {
  return [...new Set(columns.flatMap(({ through: days }) => [...days.keys()]))].sort().slice(0, MOST_DAYS);
}

/** Days that are values: those with work, and those that close a week. They hold while the totals are as planned. */
function fixedRows(live: LivePlan): readonly SheetRow[] {
  const columns = fixedColumns(live);
  const latest = columns.map(() => 0);
  return [
    headings(["Day", "", ...columns.map(({ title }) => title)], [0, ...columns.map((_, index) => index + 2)]),
    ...fixedDates(columns).map((iso): SheetRow => [
      number(serial(must(parseDay(iso), "a day of an answer")), "date"),
      null,
      ...columns.map(({ through: days, stage, by }, index) => {
        const found = days.get(iso);
        if (by === "day") return found === undefined ? null : heldCell(live, stage, found);
        latest[index] = found ?? at(latest, index);
        return heldCell(live, stage, at(latest, index));
      }),
    ]),
  ];
}

function heldCell(live: LivePlan, stage: number, value: number): SheetCell | null {
  return live.isChain ? guarded(totalCell(stage), at(live.stages, stage).target.total, value) : number(value);
}
