/** Writes deals.csv as HubSpot exports it, from the made-up year, with the oddities that real exports have. */
import { writeFileSync } from "node:fs";

import { cell, iso, madeUpDeals, STAGES, type MadeUpDeal } from "../crm-history.js";

const header = [
  ...[
    "Record ID",
    "Deal Name *",
    "Deal Stage",
    "Pipeline",
    "Amount",
    "Currency",
    "Close Date",
    "Create Date",
  ],
  ...["Deal owner", "Deal probability", "Original Traffic Source"],
  ...[...STAGES, "Closed Won", "Closed Lost"].map((stage) => `Date entered "${stage} (Sales)"`),
  'Date entered "Check (Renewals)"',
];

function row(deal: MadeUpDeal, index: number): string {
  const { entered, ended, expected } = deal;
  const current = [...STAGES].reverse().find((stage) => entered[stage] !== undefined) ?? "Demo";
  const stage = ended === undefined ? current : ended.won ? "Closed Won" : "Closed Lost";
  const clock = (day: number | undefined) => (day === undefined ? "" : `${iso(day)} ${9 + (index % 9)}:30`);
  const created = entered[STAGES.find((name) => entered[name] !== undefined) ?? "Demo"];
  // Some deals were typed in after they were won, some were lost and opened again, of some a day is missing.
  const typedLate = ended?.won === true && index % 30 === 7;
  const reopened = ended === undefined && index % 7 === 3;
  return [
    deal.number,
    index % 50 === 4
      ? `=HYPERLINK("x","${deal.name}")`
      : index % 60 === 5
        ? `${deal.name}\n(second try)`
        : deal.name,
    `${stage} (Sales)`,
    "Sales",
    index % 40 === 9 ? "" : deal.value.toLocaleString("en-US", { minimumFractionDigits: 2 }),
    deal.currency,
    clock(ended?.day ?? expected),
    clock(typedLate ? ended.day + 2 : created),
    deal.owner,
    ended === undefined ? "0.4" : ended.won ? "1" : "0",
    deal.source,
    ...STAGES.map((name) => (name === "Proposal" && index % 45 === 6 ? "" : clock(entered[name]))),
    clock(ended?.won === true ? ended.day : undefined),
    clock(ended?.won === false ? ended.day : reopened ? created : undefined),
    "",
  ]
    .map(cell)
    .join(",");
}

const renewals = [2001, 2002, 2003].map((id) =>
  [
    id,
    "Renewal",
    "Check (Renewals)",
    "Renewals",
    "500",
    "USD",
    "",
    "2026-05-04 9:30",
    "Ana Silva",
    "0.5",
    "",
    "",
    "",
    "",
    "",
    "",
    "2026-05-04 9:30",
  ].join(","),
);
const rows = madeUpDeals(Number(process.argv[2] ?? "420"), 11).map(row);
writeFileSync(
  new URL("deals.csv", import.meta.url),
  `\uFEFF${[header.map(cell).join(","), ...rows, ...renewals].join("\r\n")}\r\n`,
);
