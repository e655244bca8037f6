import type { Format } from "../../format/format.js";
import type { Economics, Targets } from "../../solve/answer.js";
import { amountCell, numberCell, rateCell } from "../figures.js";
import { left, right, sentence, table, type Block, type Section } from "../report.js";

/** What winning costs and what it is worth, as far as it is known. */
export function economicsSection({ economics }: Targets, format: Format): Section {
  const { retention } = economics;
  const rows = [
    ["Cost of all work", amountCell(format, economics.cost)],
    ["Fixed costs", amountCell(format, economics.fixedCosts)],
    ["Revenue of the wins", amountCell(format, economics.revenue)],
    ["Profit, all work paid", amountCell(format, economics.profit)],
    ["Cost of one more win", amountCell(format, economics.winCost)],
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
    blocks: [
      ...(rows.length === 0 ? [] : [table([left("Figure"), right("Value")], rows)]),
      ...hoursBlocks(economics, format),
    ],
  };
}

const HOURS = [
  left("Team"),
  right("An hour"),
  right("Hours of work"),
  right("Habits, tasks"),
  right("Unused"),
  right("Cost"),
];

/** What the hours of teams cost, and how much of it serves nothing that moves the goal. */
function hoursBlocks({ hours, besideTheGoal }: Economics, format: Format): Block[] {
  if (hours.length === 0) return [];
  const rows = hours.map(({ team, perHour, work, beside, unused, cost }) => [
    team,
    amountCell(format, perHour),
    numberCell(format, work),
    numberCell(format, beside),
    numberCell(format, unused),
    amountCell(format, cost),
  ]);
  const idle =
    besideTheGoal === null || besideTheGoal.hours === "0"
      ? []
      : [
          sentence(
            `${format.plural(besideTheGoal.hours, "hour")} for ${format.money(besideTheGoal.cost)} serve nothing that moves the goal.`,
          ),
        ];
  return [table(HOURS, rows), ...idle];
}
