import { parseDay } from "../../calendar/day.js";
import { must } from "../../number/invariant.js";
import { multiply, ratio } from "../../number/ratio.js";
import { guardedCeilingFormula } from "../exact-formulas.js";
import { ceilingOf, levelThrough, type LiveDays, type LivePlan, type LiveStage } from "../live-plan.js";
import { HEADINGS, needFraction } from "../places.js";
import {
  columnName,
  formula,
  number,
  serial,
  text,
  texts,
  type Sheet,
  type SheetCell,
  type SheetRow,
} from "../sheet.js";

/** A sheet has room for so many days that are not there yet, for when the period is made longer. */
const SPARE_DAYS = 25;
/** Days beyond these are not listed. */
const MOST_DAYS = 800;

/** How many rows of days there are. */
export function dayRows({ workingDays }: LiveDays): number {
  return Math.min(MOST_DAYS, workingDays + SPARE_DAYS);
}

/** What each day asks for, and how far each stage must have come by its end. */
export function daysSheet(live: LivePlan): Sheet {
  const { days } = live;
  return {
    name: "Days",
    widths: [14, 12, ...live.stages.map(() => 18), 18],
    frozen: { rows: HEADINGS, columns: 2 },
    rows: [
      [text("Days", "title")],
      [text("What is done on each working day, and how far all must have come by its end.", "note")],
      [],
      [],
      ...(days === null ? fixedRows(live.stages) : liveRows(live, days)),
    ],
  };
}

function liveRows(live: LivePlan, days: LiveDays): readonly SheetRow[] {
  const first = live.stages.slice(0, 1);
  const head = [
    "Day",
    "Working day",
    ...first.map(({ target }) => `${target.stage} on the day`),
    ...live.stages.map(({ target }) => `${target.stage} by then`),
  ];
  const calendar = workedDays(days);
  const rows = Array.from({ length: dayRows(days) }, (_, index): SheetRow => {
    const place = index + 1;
    const isThere = place <= days.workingDays;
    const before = HEADINGS + index;
    const through = live.stages.map((stage, at) => throughCell(stage, at, place, days.workingDays));
    const onDay = levelDifference(live.stages[0], place, days.workingDays);
    return [
      dateCell(days, index, calendar[index]),
      formula(
        days.dates === null ? `IF(${place}<=WorkingDays,${place},"")` : `IF($A$ROW="","",${place})`,
        isThere ? place : "",
      ),
      formula(index === 0 ? `$D$ROW` : `IF($B$ROW="","",$D$ROW-$D$${before})`, isThere ? onDay : ""),
      ...through,
    ];
  });
  return [texts(head, "heading"), ...rows];
}

/** How much of a stage must have come by the end of so many working days. */
function throughCell({ target, effort }: LiveStage, index: number, place: number, all: number): SheetCell {
  const total = `Targets!$G$${HEADINGS + 1 + index}`;
  const need = needFraction(index);
  // Work is spread by its whole total, what follows from it by its exact need, as the answer has it.
  const fraction =
    target.kind === "work"
      ? { num: `(${total}*$B$ROW)`, den: "WorkingDays" }
      : { num: `(${need.num}*$B$ROW)`, den: `(${need.den}*WorkingDays)` };
  const made = guardedCeilingFormula(fraction, `${fraction.num}/${fraction.den}`);
  const value =
    target.kind === "work"
      ? levelThrough(target.total, place, all)
      : ceilingOf(multiply(effort, ratio(place, all)));
  return formula(`IF($B$ROW="","",${made})`, place <= all ? value : "");
}

function levelDifference(stage: LiveStage | undefined, place: number, all: number): number {
  const total = stage?.target.total ?? 0;
  return levelThrough(total, place, all) - levelThrough(total, place - 1, all);
}

/** The working days of the period, one after the other. */
function dateCell({ dates }: LiveDays, index: number, day: number | undefined): SheetCell | null {
  if (dates === null) return null;
  const before = `$A$${HEADINGS + index}`;
  const next =
    index === 0 ? "WORKDAY.INTL(Start-1,1,Weekend,Holidays)" : `WORKDAY.INTL(${before},1,Weekend,Holidays)`;
  const made = `IF(${next}>End,"",${next})`;
  return formula(
    index === 0 ? made : `IF(${before}="","",${made})`,
    day === undefined ? "" : serial(day),
    "date",
  );
}

function workedDays({ dates, weekend, holidays }: LiveDays): readonly number[] {
  if (dates === null) return [];
  const free = new Set(holidays);
  const length = dates.last - dates.first + 1;
  const days = Array.from({ length }, (_, index) => dates.first + index);
  return days.filter((day) => weekend[(((day + 3) % 7) + 7) % 7] === "0" && !free.has(day));
}

/** Days that are values: those with work, and those that close a week. */
function fixedRows(stages: readonly LiveStage[]): readonly SheetRow[] {
  const columns = stages.flatMap(({ target }) => [
    ...(target.days.length === 0
      ? []
      : [
          {
            title: `${target.stage} on the day`,
            on: new Map(target.days.map(({ on, count }) => [on, count])),
          },
        ]),
    { title: `${target.stage} by then`, on: new Map(target.milestones.map(({ on, total }) => [on, total])) },
  ]);
  const all = [...new Set(columns.flatMap(({ on }) => [...on.keys()]))].sort().slice(0, MOST_DAYS);
  return [
    texts(["Day", "", ...columns.map(({ title }) => title)], "heading"),
    ...all.map((iso): SheetRow => [
      number(serial(must(parseDay(iso), "a day of an answer")), "date"),
      null,
      ...columns.map(({ on }) => {
        const found = on.get(iso);
        return found === undefined ? null : number(found);
      }),
    ]),
  ];
}

/** The column of a stage's figures "by then" where days are live. */
export function throughColumn(index: number): string {
  return columnName(3 + index);
}
