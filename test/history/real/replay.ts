/**
 * Replays two public funnels, month by month: `tsx test/history/real/replay.ts folder`, where the folder holds their files.
 *
 * Olist: "Marketing Funnel by Olist" (Kaggle, CC BY-NC-SA 4.0), two files. Maven: "CRM Sales Opportunities" (Maven Analytics),
 * one file. Neither is part of this project. Prints what each month's forecast said and what came, and writes the monthly tables
 * that `replay.test.ts` stands on.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { backtest } from "../../../src/history/backtest/backtest.js";
import { toNumber } from "../../../src/number/exact-string.js";
import { FUNNELS, monthlyTable, journeysOf, planOf, type DatedDeal } from "./funnels.js";

const [folder = "."] = process.argv.slice(2);
const rows = (name: string): string[][] =>
  readFileSync(join(folder, name), "utf8")
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(","));

const DEALS: Readonly<Record<string, () => DatedDeal[]>> = {
  Olist: () => {
    const won = new Map(rows("olist_closed_deals_dataset.csv").map((row) => [row[0], row[4]?.slice(0, 10)]));
    return rows("olist_marketing_qualified_leads_dataset.csv").map(([id, entered = ""]) => {
      const day = won.get(id);
      return { entered, state: day === undefined ? "open" : "won", closed: day ?? null };
    });
  },
  Maven: () =>
    rows("maven_sales_pipeline.csv").flatMap((row) => {
      const [state, entered, closed] = [row[4]?.toLowerCase(), row[5] ?? "", row[6] ?? ""];
      if (entered === "") return [];
      const ended = state === "won" || state === "lost";
      return [{ entered: iso(entered), state: ended ? state : "open", closed: ended ? iso(closed) : null }];
    }),
};

/** 20-10-16 is 20 October 2016 there. */
function iso(text: string): string {
  return `20${text.slice(6, 8)}-${text.slice(3, 5)}-${text.slice(0, 2)}`;
}

for (const funnel of FUNNELS) {
  const deals = DEALS[funnel.name]?.() ?? [];
  const answer = backtest(planOf(funnel), journeysOf(deals), funnel);
  console.log(funnel.name, "spread", answer.spread, "failed", JSON.stringify(answer.failed));
  for (const { from, won, expected, range, luckRange, held, sure, spread } of answer.periods)
    console.log(
      from.slice(0, 7),
      `won ${won}, expected ${toNumber(expected).toFixed(0)}, range ${range.join(" to ")} ${held ? "" : "MISSED"}, luck alone ${luckRange.join(" to ")}, sure ${sure}, spread ${spread}`,
    );
  console.log(JSON.stringify({ held: answer.held, byLuck: answer.heldByLuck, reached: answer.reached }));
  if (process.argv[3] === "write")
    writeFileSync(
      join(import.meta.dirname, `${funnel.name.toLowerCase()}.json`),
      `${JSON.stringify(monthlyTable(deals))}\n`,
    );
}
