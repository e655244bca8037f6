import { decimalPlaces } from "../../number/decimal-places.js";
import { nearestNumber } from "../../number/nearest-number.js";
import { at } from "../../number/invariant.js";
import { decodeExact } from "../../number/exact-string.js";
import { add, divide, isPositive, multiply, ONE, ratio, sum, ZERO, type Ratio } from "../../number/ratio.js";
import type { Targets } from "../../solve/answer.js";
import {
  decimalFormulas,
  flipped,
  guardedCeilingFormula,
  productFormulas,
  type FractionCells,
} from "../exact-formulas.js";
import type { LiveDays, LivePlan, LiveWins } from "../live-plan.js";
import { HEADINGS, planFraction, type Places } from "../places.js";
import { formula, number, serial, text, texts, type Sheet, type SheetCell, type SheetRow } from "../sheet.js";
import type { CellStyle } from "../styles.js";

/** What is written into the sheet Plan. */
interface PlanSheet {
  readonly title: string;
  readonly live: LivePlan;
  readonly targets: Targets;
  readonly places: Places;
}

/** Cells for holidays that are not there yet. */
const SPARE_HOLIDAYS = 12;

/** The inputs: the goal, what a win adds, the period and the rates, each exact as whole numbers. */
export function planSheet({ title, live, targets, places }: PlanSheet): Sheet {
  const rows: SheetRow[] = [
    [text(title, "title")],
    [text(hint(live), "note")],
    [
      text("Proved"),
      formula(
        `IF(COUNTIF(Targets!$J$${HEADINGS + 1}:$J$${HEADINGS + live.stages.length},"check")>0,"check","yes")`,
        "yes",
        "text",
      ),
      null,
      null,
      text("yes: every whole number below is exact; check: too large for a spreadsheet's 15 digits.", "note"),
    ],
    [],
    texts(["Goal", "Value", "Whole number", "Of", "Note"], "heading"),
    ...winRows(live.wins, targets, places),
    [],
    texts(["Period", "Value", "", "", "Note"], "heading"),
    ...periodRows(live.days, targets),
    [],
    texts(["Stage", "Rate", "Whole number", "Of", "Note"], "heading"),
    ...live.stages.flatMap(({ target, rate }) =>
      rate === null ? [] : [rateRow(target.stage, rate, live.isChain)],
    ),
  ];
  return {
    name: "Plan",
    widths: [30, 16, 16, 14, 60, 4, 14],
    frozen: { rows: HEADINGS, columns: 1 },
    rows: withHolidays(placed(rows, places), live.days),
  };
}

function hint({ fixed }: LivePlan): string {
  return fixed.length === 0
    ? "Change the blue cells; everything else follows, on every sheet."
    : `Change the blue cells; what depends on them follows. ${fixed.join(" ")}`;
}

/** Rows come one after the other: what others refer to must be where they look for it. */
function placed(rows: readonly SheetRow[], { start, rates }: Places): readonly SheetRow[] {
  if (at(at(rows, start - 2), 0)?.value !== "Period" || at(at(rows, rates - 2), 0)?.value !== "Stage")
    throw new RangeError("planSheet requires its rows where placesOf says");
  return rows;
}

function winRows(
  wins: LiveWins | null,
  { goal, wins: planned }: Targets,
  places: Places,
): readonly SheetRow[] {
  const unit = text(goal.unit ?? "", "note");
  if (wins === null) return fixedWins(goal.amount, planned, unit, places);
  const amounts = wins.amounts.map(({ amount }) => amount);
  const toWin = largerOfZero(sum(amounts));
  const gross = divide(toWin, wins.worth);
  const net = divide(gross, wins.keep);
  const exact = multiply(net, add(ONE, wins.buffer));
  const cells = amounts.map((_, index) => `ROUND($B$${places.amounts + index}*${wins.steps},0)`);
  const whole = `MAX(0,${cells.join("+")})`;
  const [perWin, kept, buffer] = [places.worth, places.keep, places.buffer].map(planFraction);
  if (perWin === undefined || kept === undefined || buffer === undefined) return [];
  const rest = planFraction(places.exactWins);
  return [
    ...wins.amounts.map(({ name, amount }, index): SheetRow => [
      text(name === "goal" ? "Goal" : `Beside it: ${name}`),
      decimal(amount, "inputDecimal"),
      null,
      null,
      index === 0 ? unit : text("What the base adds to what must be won, or takes off.", "note"),
    ]),
    quantityRow("A win adds", wins.worth, "Decimal", "To the goal, upsells included."),
    quantityRow(
      "Share of wins that stays",
      wins.keep,
      "Rate",
      "New customers who leave again are won on top.",
    ),
    quantityRow("Buffer", wins.buffer, "Rate", "A margin on the wins."),
    derivedRow("Wins must add", toWin, {
      num: `${whole}/GCD(${whole},${wins.steps})`,
      den: `${wins.steps}/GCD(${whole},${wins.steps})`,
    }),
    derivedRow("÷ what a win adds", gross, productFormulas(planFraction(places.toWin), flipped(perWin))),
    derivedRow("÷ share that stays", net, productFormulas(planFraction(places.gross), flipped(kept))),
    derivedRow(
      "× (1 + buffer)",
      exact,
      // The sum of a fraction in lowest terms and 1 is in lowest terms.
      productFormulas(planFraction(places.net), { num: `(${buffer.num}+${buffer.den})`, den: buffer.den }),
    ),
    [
      text("Wins to go for", "total"),
      formula(
        guardedCeilingFormula(
          rest,
          `MAX(0,${amounts.map((_, index) => `$B$${places.amounts + index}`).join("+")})` +
            `/$B$${places.worth}/$B$${places.keep}*(1+$B$${places.buffer})`,
        ),
        planned,
        "total",
      ),
      null,
      null,
      text("Rounded up to whole wins.", "note"),
    ],
  ];
}

/** Wins that no formula gives; as many rows as those that one does. */
function fixedWins(
  goal: string,
  planned: number,
  unit: SheetCell,
  { worth, wins }: Places,
): readonly SheetRow[] {
  const empty = Array.from({ length: wins - worth }, (): SheetRow => []);
  return [
    [text("Goal"), decimal(decodeExact(goal), "decimal"), null, null, unit],
    ...empty,
    [
      text("Wins to go for", "total"),
      number(planned, "total"),
      null,
      null,
      text("A value of the plan.", "note"),
    ],
  ];
}

function largerOfZero(amount: Ratio): Ratio {
  return isPositive(amount) ? amount : ZERO;
}

const STEPS = 1_000_000;

/**
 * A quantity in lowest terms. One that ends as a decimal is typed as such; one that does not (1/3) is typed as two whole
 * numbers.
 */
function quantityRow(name: string, exact: Ratio, kind: "Decimal" | "Rate", note: string): SheetRow {
  const { num, den } = exact;
  const value = nearestNumber(exact);
  const places = decimalPlaces(den);
  if (places === undefined || places > 6 || value > STEPS)
    return [
      text(name),
      formula("$C$ROW/$D$ROW", value, kind === "Rate" ? "rate" : "decimal"),
      number(Number(num), "inputWhole"),
      number(Number(den), "inputWhole"),
      text(`${note} Two whole numbers in lowest terms.`, "note"),
    ];
  const made = decimalFormulas("$B$ROW", STEPS);
  return [
    text(name),
    number(value, `input${kind}`),
    formula(made.num, Number(num)),
    formula(made.den, Number(den)),
    text(note, "note"),
  ];
}

/** A fraction that formulas work out, shown as a decimal too. */
function derivedRow(name: string, exact: Ratio, { num, den }: FractionCells): SheetRow {
  return [
    text(name),
    formula("$C$ROW/$D$ROW", nearestNumber(exact), "decimal"),
    formula(num, nearestNumber(ratio(exact.num))),
    formula(den, nearestNumber(ratio(exact.den))),
  ];
}

function rateRow(name: string, rate: Ratio, isChain: boolean): SheetRow {
  if (isChain) return quantityRow(name, rate, "Rate", "The share that goes on.");
  return [text(name), decimal(rate, "rate"), null, null, text("A value of the plan.", "note")];
}

function periodRows(days: LiveDays | null, { period }: Targets): readonly SheetRow[] {
  const value = "A value of the plan.";
  const dates = days?.dates ?? null;
  const counted = "NETWORKDAYS.INTL(Start,End,Weekend,Holidays)";
  const worked = (cell: SheetCell, note: string): SheetRow => [
    text("Working days"),
    cell,
    null,
    null,
    text(note, "note"),
  ];
  if (days !== null && dates !== null)
    return [
      [text("Start"), number(serial(dates.first), "inputDate")],
      [text("End"), number(serial(dates.last), "inputDate"), null, null, text("Included.", "note")],
      [
        text("Free days of a week"),
        text(days.weekend, "inputText"),
        null,
        null,
        text("Seven marks from Monday on: 1 for a day without work. Holidays stand in column G.", "note"),
      ],
      weekRow(days),
      worked(formula(counted, days.workingDays), "From start to end, without free days and holidays."),
    ];
  const isFree = days !== null;
  return [
    period.kind === "dated" ? [text("Start"), text(period.start)] : [],
    period.kind === "dated" ? [text("End"), text(period.end)] : [],
    isFree ? [text("Free days of a week"), text(days.weekend, "inputText")] : [],
    isFree ? weekRow(days) : [],
    worked(number(period.workingDays, isFree ? "inputWhole" : "whole"), isFree ? "Of no calendar." : value),
  ];
}

function weekRow({ weekend }: LiveDays): SheetRow {
  const free = [...weekend].filter((mark) => mark === "0").length;
  return [text("Working days a week"), formula('LEN(Weekend)-LEN(SUBSTITUTE(Weekend,"0",""))', free)];
}

function decimal(exact: Ratio, style: CellStyle): SheetCell {
  return number(nearestNumber(exact), style);
}

/** How many cells there are for holidays. */
export function holidayCells(days: LiveDays | null): number {
  return (days?.holidays.length ?? 0) + SPARE_HOLIDAYS;
}

/** Holidays stand beside the rest, in column G, with room for more. */
function withHolidays(rows: readonly SheetRow[], days: LiveDays | null): readonly SheetRow[] {
  if (days?.dates == null) return rows;
  const places = Array.from({ length: holidayCells(days) }, (_, index): SheetCell => {
    const day = days.holidays[index];
    return day === undefined ? text("", "inputDate") : number(serial(day), "inputDate");
  });
  const beside = [text("Holidays", "heading"), ...places];
  const length = Math.max(rows.length, HEADINGS - 1 + beside.length);
  return Array.from({ length }, (_, index): SheetRow => {
    const row = rows[index] ?? [];
    const cell = beside[index - HEADINGS + 1];
    if (cell === undefined) return row;
    return [...row, ...Array.from({ length: Math.max(0, 6 - row.length) }, () => null), cell];
  });
}
