import type { Targets } from "../../solve/answer.js";
import { planRow } from "../layout.js";
import { WEEK } from "../live-days.js";
import type { LivePlan } from "../live-plan.js";
import { formula, headings, number, serial, text, type SheetCell, type SheetRow } from "../sheet.js";
import type { PlanRows } from "./win-rows.js";

/** The period, and its days of work. */
export function periodRows(live: LivePlan, { period }: Targets): PlanRows {
  const { days } = live;
  const heading = headings(["Period", "Value", "", "", "Note"], [1, 3]);
  const row = (name: string, cell: SheetCell, note: string, beside: SheetCell | null = null): SheetRow => [
    text(name),
    cell,
    beside,
    null,
    text(note, "note"),
  ];
  const planned = "As planned.";
  if (days === null)
    return {
      period: heading,
      ...(period.kind === "dated"
        ? {
            start: row("Start", text(period.start, "right"), planned),
            end: row("End", text(period.end, "right"), planned),
          }
        : {}),
      workingDays: row("Working days", number(period.workingDays), planned),
    };
  const { dates, weekdays, count } = days;
  const common = {
    period: heading,
    weekdays: row(
      "Days of work in a week",
      text(weekdays.join(" "), "inputText"),
      "mon tue wed thu fri sat sun, without those that are off.",
      formula(
        maskFormula(planRow(live, "weekdays")),
        WEEK.map((day) => (weekdays.includes(day) ? "0" : "1")).join(""),
        "text",
      ),
    ),
    daysPerWeek: row(
      "How many",
      formula('LEN(Weekend)-LEN(SUBSTITUTE(Weekend,"0",""))', weekdays.length),
      "",
    ),
  };
  if (dates === null)
    return { ...common, workingDays: row("Working days", number(count, "inputWhole"), "Of no calendar.") };
  return {
    ...common,
    start: row("Start", number(serial(dates.first), "inputDate"), "The first day."),
    end: row("End", number(serial(dates.last), "inputDate"), "The last day, included."),
    ...(dates.workFrom === null
      ? {}
      : {
          workFrom: row("Work from", number(serial(dates.workFrom), "inputDate"), ""),
          workStart: row(
            "First day of work",
            formula(
              `MAX(Start,$B$${planRow(live, "workFrom")})`,
              serial(Math.max(dates.first, dates.workFrom)),
              "date",
            ),
            "The later of both.",
          ),
        }),
    workingDays: row(
      "Working days",
      formula("NETWORKDAYS.INTL(WorkStart,End,Weekend,Holidays)", count),
      "From the first day of work to the end, without days off and holidays (column G).",
    ),
  };
}

/** Seven marks from Monday on, 1 for a day without work: spreadsheets know a week by them. The cell beside it has the words. */
function maskFormula(row: number): string {
  return WEEK.map((day) => `IF(ISNUMBER(SEARCH("${day}",$B$${row})),"0","1")`).join("&");
}
