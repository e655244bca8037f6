/** Writes deals.csv as a Salesforce report, and history.csv as an API export, from the made-up year. */
import { writeFileSync } from "node:fs";

import { cell, dateOf, iso, madeUpDeals, STAGES, type MadeUpDeal, type StageName } from "../crm-history.js";

const NAMES: Readonly<Record<StageName, string>> = {
  Demo: "Qualification",
  Proposal: "Proposal/Price Quote",
  Negotiation: "Negotiation/Review",
};
const deals = madeUpDeals(Number(process.argv[2] ?? "420"), 12);
const shortId = ({ number }: MadeUpDeal) => `0065g0000${String(number).padStart(6, "0")}`;

/** Month first, without leading zeros, as reports of American users show dates. */
function american(day: number | undefined): string {
  if (day === undefined) return "";
  const { year, month, day: date } = dateOf(day);
  return `${Number(month)}/${Number(date)}/${year}`;
}

function opportunity(deal: MadeUpDeal, index: number): string {
  const { entered, ended, expected } = deal;
  const current = [...STAGES].reverse().find((stage) => entered[stage] !== undefined) ?? "Demo";
  const stage = ended === undefined ? NAMES[current] : ended.won ? "Closed Won" : "Closed Lost";
  const created = entered[STAGES.find((name) => entered[name] !== undefined) ?? "Demo"];
  const amount =
    index % 40 === 9 ? "" : `"${deal.value.toLocaleString("en-US", { minimumFractionDigits: 2 })}"`;
  const chance = ended === undefined ? 40 : ended.won ? 100 : 0;
  const texts = [shortId(deal), deal.name, stage, american(ended?.day ?? expected)].map(cell);
  return [...texts, amount, chance, american(created), deal.owner, deal.source].join(",");
}

function changes(deal: MadeUpDeal, index: number): string[] {
  const { entered, ended } = deal;
  const id = `${shortId(deal)}AA${index % 10}`;
  const line = (stage: string, day: number, amount: number) =>
    `${id},${stage},${amount},${iso(day)}T10:15:00.000+0000`;
  const moves = STAGES.flatMap((stage) => {
    const day = entered[stage];
    if (day === undefined) return [];
    // An edit of the amount writes a row too, and is no move.
    const edit = index % 5 === 0 ? [line(NAMES[stage], day, deal.value)] : [];
    return [line(NAMES[stage], day, deal.value - 50), ...edit];
  });
  // Some deals went back to the beginning for a day.
  const proposed = entered.Proposal;
  if (proposed !== undefined && index % 40 === 20) moves.push(line(NAMES.Demo, proposed + 1, deal.value));
  if (ended === undefined) return moves;
  return [...moves, line(ended.won ? "Closed Won" : "Closed Lost", ended.day, deal.value)];
}

const header =
  "Opportunity ID,Opportunity Name,Stage,Close Date,Amount,Probability (%),Created Date,Opportunity Owner,Lead Source";
const footer = ['"","","","","","","","",""', '"","Confidential, do not distribute","","","","","","",""'];
const write = (file: string, lines: readonly string[]) => {
  writeFileSync(new URL(file, import.meta.url), `${lines.join("\n")}\n`);
};
write("deals.csv", [header, ...deals.map(opportunity), ...footer]);
write("history.csv", ["OpportunityId,StageName,Amount,CreatedDate", ...deals.flatMap(changes)]);
