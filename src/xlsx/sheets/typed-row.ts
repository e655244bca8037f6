import {
  decimalFraction,
  inLowestTerms,
  UNKNOWN,
  type SheetFraction,
  type SheetNumber,
} from "../exact-formulas.js";
import { planFraction } from "../layout.js";
import type { LivePlan } from "../live-plan.js";
import { formula, number, text, type SheetCell, type SheetRow } from "../sheet.js";
import { typedValue, type TypedFraction } from "../typed-fraction.js";

/** The looks of what is typed. */
export type InputStyle = "inputDecimal" | "inputRate" | "inputShare";

/** The whole numbers of what is typed, as its row has them. */
export function typedParts(typed: TypedFraction): Readonly<Record<"num" | "den", number | null>> {
  if (typed.as === "long") return { num: null, den: null };
  if (typed.as === "fraction") return { num: typed.num, den: typed.den };
  const { num, den } = decimalFraction("", typedValue(typed), typed.steps);
  return { num: num.value, den: den.value };
}

/** What is typed as a fraction in lowest terms, by the cells of its row. */
export function typedCells(live: LivePlan, key: string, typed: TypedFraction): SheetFraction {
  const cells = planFraction(live, key, typedParts(typed));
  return typed.as === "fraction" && typed.num >= 0 ? inLowestTerms(cells) : cells;
}

/** What somebody types: a decimal, from which its whole numbers follow, or two whole numbers. */
export function typedRow(
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

/** A whole number of a fraction. */
export function partCell({ formula: made, value }: SheetNumber): SheetCell {
  return formula(made, value ?? UNKNOWN, "part");
}
