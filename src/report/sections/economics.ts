import type { Targets } from "../../solve/answer.js";
import { exactCell, rateCell } from "../figures.js";
import { left, right, table, type Section } from "../report.js";

/** What winning costs and what it is worth, as far as it is known. */
export function economicsSection({ economics }: Targets): Section {
  const { retention } = economics;
  const rows = [
    ["Cost of all work", exactCell(economics.cost)],
    ["Cost of one customer (CAC)", exactCell(economics.cac)],
    ["Months until it is paid back", exactCell(economics.paybackMonths)],
    ["Lifetime worth of a customer (LTV)", exactCell(economics.ltv)],
    ["LTV ÷ CAC", exactCell(economics.ltvToCac)],
    ["Recurring revenue kept (gross)", rateCell(retention?.gross ?? null)],
    ["Recurring revenue kept, with expansion (net)", rateCell(retention?.net ?? null)],
    ["Quick ratio (gained ÷ lost)", exactCell(economics.quickRatio)],
  ].filter(([, figure]) => figure !== "");
  return {
    title: "Economics",
    blocks: rows.length === 0 ? [] : [table([left("Figure"), right("Value")], rows)],
  };
}
