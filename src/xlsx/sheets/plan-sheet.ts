import { nearestNumber } from "../../number/nearest-number.js";
import { decodeExact } from "../../number/exact-string.js";
import type { Ratio } from "../../number/ratio.js";
import type { Targets } from "../../solve/answer.js";
import {
  cellAt,
  decimalFraction,
  flipped,
  productOf,
  roundedUp,
  sumFromZero,
  UNKNOWN,
  type SheetFraction,
  type SheetNumber,
} from "../exact-formulas.js";
import { WHY_FIXED } from "../fixed-parts.js";
import { HEADINGS, planFraction, planKeys, planRow, stageRowOf } from "../layout.js";
import { WEEK, type LiveDays } from "../live-days.js";
import type { LivePlan } from "../live-plan.js";
import type { LiveWins } from "../live-wins.js";
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
import type { CellStyle } from "../styles.js";
import { typedValue, type TypedFraction } from "../typed-fraction.js";

/** What is written into the sheet Plan. */
interface PlanSheet {
  readonly title: string;
  readonly live: LivePlan;
  readonly targets: Targets;
}

/** Cells for holidays that are not there yet. */
const SPARE_HOLIDAYS = 12;

/** The inputs: the goal, what a win adds, the period and the rates, each exact as whole numbers. */
export function planSheet({ title, live, targets }: PlanSheet): Sheet {
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
            "note",
          ),
        ],
        [text(live.fixed.map((part) => WHY_FIXED[part]).join(" "), "hint")],
        provedRow(live),
        headings(["Goal", "Value", "Whole number", "Of", "Note"], [1, 2, 3]),
        ...planKeys(live).map((key) => rows[key] ?? []),
      ],
      live.days,
    ),
  };
}

function provedRow({ stages, isChain }: LivePlan): SheetRow {
  if (!isChain) return [];
  const all = `Targets!$J$${stageRowOf(0)}:$K$${stageRowOf(stages.length - 1)}`;
  return [
    text("Proved"),
    formula(`IF(COUNTIF(${all},"check")>0,"check","yes")`, "yes", "right"),
    null,
    null,
    text("yes: every whole number is exact. check: some are too large for the 15 digits of a sheet.", "note"),
  ];
}

type Rows = Readonly<Record<string, SheetRow>>;

function winRows(live: LivePlan, { goal, wins: planned }: Targets): Rows {
  const { wins } = live;
  const unit = goal.unit ?? "";
  if (wins === null)
    return {
      "amount 0": [text("Goal"), decimal(decodeExact(goal.amount)), null, null, text(unit, "note")],
      wins: [
        text("Wins to go for", "total"),
        number(planned, live.isChain ? "inputWhole" : "total"),
        null,
        null,
        text("As planned.", "note"),
      ],
    };
  return { ...inputRows(live, wins, unit), ...derivedRows(live, wins, planned) };
}

function inputRows(live: LivePlan, { amounts, worth, keep, buffer }: LiveWins, unit: string): Rows {
  const besides = "What the base does in the period as planned: above 0 it must be won on top.";
  const row = (key: string, name: string, typed: TypedFraction, style: InputStyle, note: string): Rows => ({
    [key]: typedRow(planRow(live, key), name, typed, style, note),
  });
  const beside = amounts.map(({ item, typed }, index): Rows => {
    const key = `amount ${index}`;
    if (index === 0) return row(key, "Goal", typed, "inputDecimal", unit);
    return row(key, `Beside it: ${item}`, typed, "inputDecimal", besides);
  });
  const worthRows: readonly Rows[] =
    worth.as === "whole"
      ? [row("worth", "A win adds", worth.whole, "inputDecimal", "To the goal.")]
      : [
          row("value", "Value of a win", worth.value, "inputDecimal", "On average, as the deal says it."),
          worth.upsells === null
            ? {}
            : row(
                "upsells",
                "Upsells of a win",
                worth.upsells,
                "inputDecimal",
                "Each one's rate times its value.",
              ),
          row("counts", "How much of it counts", worth.counts, "inputDecimal", "Margin, commission, months."),
        ];
  return Object.assign(
    {},
    ...beside,
    ...worthRows,
    row("keep", "Share of wins that stays", keep, "inputRate", "Those that leave again are won on top."),
    row("buffer", "Buffer", buffer, "inputShare", "A margin on the wins."),
  ) as Rows;
}

/** From all that wins must add to the wins, a fraction each. */
function derivedRows(live: LivePlan, { amounts, worth, keep, buffer }: LiveWins, planned: number): Rows {
  const decimalAt = (key: string): string => `$B$${planRow(live, key)}`;
  const at = (key: string, typed: TypedFraction): SheetFraction => planFraction(live, key, typedParts(typed));
  const made = (key: string, name: string, fraction: SheetFraction, quotient: string): Rows => ({
    [key]: derivedRow(planRow(live, key), name, fraction, quotient),
  });
  const keys = amounts.map((_, index) => `amount ${index}`);
  const each = worthFraction(live, worth);
  const worthCells = planFraction(live, "worth", valuesOf(each.exact));
  const toWin = sumFromZero(amounts.map(({ typed }, index) => at(`amount ${index}`, typed)));
  const gross = productOf(planFraction(live, "toWin", valuesOf(toWin)), flipped(worthCells));
  const net = productOf(planFraction(live, "gross", valuesOf(gross)), flipped(at("keep", keep)));
  const margin = at("buffer", buffer);
  const over = { num: sumOf(margin.num, margin.den), den: margin.den };
  const exact = productOf(planFraction(live, "net", valuesOf(net)), over);
  return {
    ...(worth.as === "whole" ? {} : made("worth", "A win adds", each.exact, each.quotient)),
    ...made("toWin", "Wins must add", toWin, `MAX(0,${keys.map(decimalAt).join("+")})`),
    ...made("gross", "÷ what a win adds", gross, `${decimalAt("toWin")}/${decimalAt("worth")}`),
    ...made("net", "÷ share that stays", net, `${decimalAt("gross")}/${decimalAt("keep")}`),
    ...made("exactWins", "× (1 + buffer)", exact, `${decimalAt("net")}*(1+${decimalAt("buffer")})`),
    wins: [
      text("Wins to go for", "total"),
      formula(
        roundedUp(planFraction(live, "exactWins", valuesOf(exact)), decimalAt("exactWins")),
        planned,
        "total",
      ),
      null,
      null,
      text("Rounded up to whole wins.", "note"),
    ],
  };
}

/** What a win adds: (value + upsells) × how much of both counts. */
function worthFraction(
  live: LivePlan,
  worth: LiveWins["worth"],
): { readonly exact: SheetFraction; readonly quotient: string } {
  const at = (key: string, typed: TypedFraction): SheetFraction => planFraction(live, key, typedParts(typed));
  if (worth.as === "whole") return { exact: at("worth", worth.whole), quotient: "" };
  const value = at("value", worth.value);
  const all = worth.upsells === null ? value : sumFromZero([value, at("upsells", worth.upsells)]);
  const cells = ["value", ...(worth.upsells === null ? [] : ["upsells"])].map(
    (key) => `$B$${planRow(live, key)}`,
  );
  return {
    exact: productOf(all, at("counts", worth.counts)),
    quotient: `(${cells.join("+")})*$B$${planRow(live, "counts")}`,
  };
}

function sumOf(one: SheetNumber, other: SheetNumber): SheetNumber {
  const value = one.value === null || other.value === null ? null : one.value + other.value;
  return cellAt(`(${one.formula}+${other.formula})`, value);
}

function valuesOf({ num, den }: SheetFraction): Readonly<Record<"num" | "den", number | null>> {
  return { num: num.value, den: den.value };
}

type InputStyle = "inputDecimal" | "inputRate" | "inputShare";

/** The whole numbers of what is typed, as its row has them. */
export function typedParts(typed: TypedFraction): Readonly<Record<"num" | "den", number | null>> {
  if (typed.as === "long") return { num: null, den: null };
  if (typed.as === "fraction") return { num: typed.num, den: typed.den };
  return valuesOf(decimalFraction("", typedValue(typed), typed.steps));
}

/** What somebody types: a decimal, from which its whole numbers follow, or two whole numbers. */
function typedRow(
  row: number,
  name: string,
  typed: TypedFraction,
  style: InputStyle,
  note: string,
): SheetRow {
  const value = typedValue(typed);
  switch (typed.as) {
    case "decimal": {
      const { num, den } = decimalFraction(`$B$${row}`, value, typed.steps);
      return [text(name), number(value, style), partCell(num), partCell(den), text(note, "note")];
    }
    case "fraction": {
      const shown = style === "inputDecimal" ? "decimal" : "rate";
      return [
        text(name),
        formula(`$C$${row}/$D$${row}`, value, shown),
        number(typed.num, "inputNumber"),
        number(typed.den, "inputNumber"),
        text(`${note} Type two whole numbers.`, "note"),
      ];
    }
    case "long":
      return [
        text(name),
        number(value, style),
        text(UNKNOWN, "part"),
        text(UNKNOWN, "part"),
        text(`${note} It has more digits than a sheet is exact for.`, "note"),
      ];
  }
}

/** A fraction that follows, shown as a decimal too. */
function derivedRow(row: number, name: string, { num, den }: SheetFraction, quotient: string): SheetRow {
  const value = num.value === null || den.value === null ? UNKNOWN : num.value / den.value;
  return [
    text(name),
    formula(`IFERROR($C$${row}/$D$${row},IFERROR(${quotient},"${UNKNOWN}"))`, value, "decimal"),
    partCell(num),
    partCell(den),
  ];
}

function partCell({ formula: made, value }: SheetNumber): SheetCell {
  return formula(made, value ?? UNKNOWN, "part");
}

function periodRows(live: LivePlan, { period }: Targets): Rows {
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
        ? { start: row("Start", text(period.start), planned), end: row("End", text(period.end), planned) }
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

function rateRows(live: LivePlan): Rows {
  const { stages, activities, isChain } = live;
  const rated = stages.flatMap(({ target, rate, sameAs }, index): [string, SheetRow][] => {
    if (target.rate === null) return [];
    const key = `rate ${index}`;
    if (!isChain || rate === null)
      return [
        [
          key,
          [
            text(target.stage),
            decimal(decodeExact(target.rate), "rate"),
            null,
            null,
            text("As planned.", "note"),
          ],
        ],
      ];
    const other = sameAs === null ? undefined : stages[sameAs];
    if (sameAs === null || other === undefined)
      return [
        [key, typedRow(planRow(live, key), target.stage, rate, "inputRate", "The share that goes on.")],
      ];
    return [[key, sharedRow(planRow(live, `rate ${sameAs}`), target.stage, rate, other.target.stage)]];
  });
  const worked = activities
    .flatMap(({ target, perUnit }) => (perUnit === null ? [] : [{ target, perUnit }]))
    .map(({ target, perUnit }, index): [string, SheetRow] => {
      const key = `perUnit ${index}`;
      const name = `${target.activity} (${target.stage})`;
      return [key, typedRow(planRow(live, key), name, perUnit, "inputDecimal", "So many for each.")];
    });
  return {
    rates: headings(["Stage", "Rate", "Whole number", "Of", "Note"], [1, 2, 3]),
    activities: headings(["Activity", "For each", "Whole number", "Of", "Note"], [1, 2, 3]),
    ...Object.fromEntries([...rated, ...worked]),
  };
}

/** A rate that is another stage's. */
function sharedRow(row: number, name: string, rate: TypedFraction, other: string): SheetRow {
  const { num, den } = typedParts(rate);
  return [
    text(name),
    formula(`$B$${row}`, typedValue(rate), "rate"),
    formula(`$C$${row}`, num ?? UNKNOWN, "part"),
    formula(`$D$${row}`, den ?? UNKNOWN, "part"),
    text(`The same as ${other}.`, "note"),
  ];
}

function decimal(exact: Ratio, style: CellStyle = "decimal"): SheetCell {
  return number(nearestNumber(exact), style);
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
