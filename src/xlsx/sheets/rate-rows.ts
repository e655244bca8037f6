import { decodeExact } from "../../number/exact-string.js";
import { nearestNumber } from "../../number/nearest-number.js";
import { UNKNOWN } from "../exact-formulas.js";
import { planRow } from "../layout.js";
import type { LivePlan } from "../live-plan.js";
import { formula, headings, number, text, type SheetRow } from "../sheet.js";
import { typedValue, type TypedFraction } from "../typed-fraction.js";
import { typedParts, typedRow } from "./typed-row.js";
import type { PlanRows } from "./win-rows.js";

/** The rates of the stages, and how often activities are done for each unit. */
export function rateRows(live: LivePlan): PlanRows {
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
            number(nearestNumber(decodeExact(target.rate)), "rate"),
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
      return [key, typedRow(planRow(live, key), name, perUnit, "inputDecimal", "How often for each unit.")];
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
