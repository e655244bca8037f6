import type { Format } from "../../format/format.js";
import type { Targets } from "../../solve/answer.js";
import { amountCell, numberCell, rateCell } from "../figures.js";
import { left, right, table, type Section } from "../report.js";

/** What winning costs and what it is worth, as far as it is known. */
export function economicsSection({ economics }: Targets, format: Format): Section {
  const { retention } = economics;
  const rows = [
    ["Cost of all work", amountCell(format, economics.cost)],
    ["Cost of one customer (CAC)", amountCell(format, economics.cac)],
    ["Months until it is paid back", numberCell(format, economics.paybackMonths)],
    ["Lifetime worth of a customer (LTV)", amountCell(format, economics.ltv)],
    ["LTV ÷ CAC", numberCell(format, economics.ltvToCac)],
    ["Recurring revenue kept (gross)", rateCell(format, retention?.gross ?? null)],
    ["Recurring revenue kept, with expansion (net)", rateCell(format, retention?.net ?? null)],
    ["Quick ratio (gained ÷ lost)", numberCell(format, economics.quickRatio)],
  ].filter(([, figure]) => figure !== "");
  return {
    title: "Economics",
    blocks: rows.length === 0 ? [] : [table([left("Figure"), right("Value")], rows)],
  };
}
