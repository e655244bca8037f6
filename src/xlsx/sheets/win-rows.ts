import { nearestNumber } from "../../number/nearest-number.js";
import { decodeExact } from "../../number/exact-string.js";
import type { Targets } from "../../solve/answer.js";
import { roundedUp, UNKNOWN } from "../exact-formulas.js";
import { planFraction, planRow } from "../layout.js";
import type { LivePlan } from "../live-plan.js";
import type { LiveWins } from "../live-wins.js";
import { formula, number, text, type SheetRow } from "../sheet.js";
import type { TypedFraction } from "../typed-fraction.js";
import { partCell, typedRow, type InputStyle } from "./typed-row.js";
import { winSteps, type WinStep } from "./win-steps.js";

/** Rows of the sheet Plan by their key. */
export type PlanRows = Readonly<Record<string, SheetRow>>;

/** From the goal to the wins. */
export function winRows(live: LivePlan, { goal, wins: planned }: Targets): PlanRows {
  const { wins } = live;
  const unit = goal.unit ?? "";
  if (wins === null)
    return {
      "amount 0": [
        text("Goal"),
        number(nearestNumber(decodeExact(goal.amount)), "decimal"),
        null,
        null,
        text(unit, "note"),
      ],
      wins: [
        text("Wins to go for", "total"),
        number(planned, live.isChain ? "inputWhole" : "total"),
        null,
        null,
        text("As planned.", "note"),
      ],
    };
  return { ...inputRows(live, wins, unit), ...stepRows(live, wins, planned) };
}

function inputRows(live: LivePlan, { amounts, worth, keep, buffer }: LiveWins, unit: string): PlanRows {
  const besides = "What the base does in the period as planned: above 0 it must be won on top.";
  const row = (
    key: string,
    name: string,
    typed: TypedFraction,
    style: InputStyle,
    note: string,
  ): PlanRows => ({
    [key]: typedRow(planRow(live, key), name, typed, style, note),
  });
  const beside = amounts.map(({ item, typed }, index): PlanRows => {
    const key = `amount ${index}`;
    if (index === 0) return row(key, "Goal", typed, "inputDecimal", unit);
    return row(key, `Beside it: ${item}`, typed, "inputDecimal", besides);
  });
  const worthRows: readonly PlanRows[] =
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
  ) as PlanRows;
}

/** From all that wins must add to the wins, a fraction each, rounded up at the end. */
function stepRows(live: LivePlan, wins: LiveWins, planned: number): PlanRows {
  const exact = planFraction(live, "exactWins", { num: null, den: null });
  return {
    ...Object.fromEntries(
      winSteps(live, wins).map((step) => [step.key, stepRow(planRow(live, step.key), step)]),
    ),
    wins: [
      text("Wins to go for", "total"),
      formula(roundedUp(exact, `$B$${planRow(live, "exactWins")}`), planned, "total"),
      null,
      null,
      text("Rounded up to whole wins.", "note"),
    ],
  };
}

/** A fraction that follows, shown as a decimal too. */
function stepRow(row: number, { name, exact, fraction: { num, den }, quotient }: WinStep): SheetRow {
  const made = `IFERROR($C$${row}/$D$${row},IFERROR(${quotient},"${UNKNOWN}"))`;
  return [text(name), formula(made, nearestNumber(exact), "decimal"), partCell(num), partCell(den)];
}
