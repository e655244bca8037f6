/** Writes deals.csv as Pipedrive exports it to a German user, from the made-up year: semicolons, day first, 1.234,50. */
import { writeFileSync } from "node:fs";

import { cell, dateOf, madeUpDeals, STAGES, type MadeUpDeal } from "../crm-history.js";

const header = [
  ...["ID*", "Titel", "Wert", "Währung", "Phase", "Status", "Besitzer", "Quelle"],
  ...["Erstellt am", "Letzte Phasenänderung", "Gewonnen am", "Verloren am", "Erwartetes Abschlussdatum"],
];

/** Day first with dots. */
function german(day: number | undefined): string {
  if (day === undefined) return "";
  const { year, month, day: date } = dateOf(day);
  return `${date}.${month}.${year}`;
}

function row(
  { number, name, value, currency, entered, ended, owner, source, expected }: MadeUpDeal,
  index: number,
): string {
  const visited = STAGES.filter((stage) => entered[stage] !== undefined);
  const [first = "Demo"] = visited;
  const current = visited.at(-1) ?? "Demo";
  const status = ended === undefined ? "Offen" : ended.won ? "Gewonnen" : "Verloren";
  return [
    number,
    name,
    index % 40 === 9 ? "" : value.toLocaleString("de-DE", { minimumFractionDigits: 2 }),
    currency,
    current,
    index % 100 === 50 ? "deleted" : status,
    owner,
    source,
    german(entered[first]),
    visited.length > 1 ? german(entered[current]) : "",
    ended?.won === true ? german(ended.day) : "",
    ended?.won === false ? german(ended.day) : "",
    ended === undefined ? german(expected) : "",
  ]
    .map(cell)
    .join(";");
}

const rows = madeUpDeals(Number(process.argv[2] ?? "420"), 13).map(row);
writeFileSync(new URL("deals.csv", import.meta.url), `\uFEFF${[header.join(";"), ...rows].join("\r\n")}\r\n`);
