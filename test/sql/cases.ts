import fc from "fast-check";
import { fromRows } from "../../src/adapters/from-rows.js";
import { formatDay } from "../../src/calendar/day.js";
import { learnCounts } from "../../src/history/counts/learn-counts.js";
import type { RawCountRow } from "../../src/history/counts/read-rows.js";
import type { FunnelStages } from "../../src/history/journeys/paths.js";
import { learn } from "../../src/history/learning/learn.js";
import type { Learned } from "../../src/history/learning/learned.js";
import type { SqlDialect } from "../../src/sql/dialect.js";
import { historySql, type HistorySqlOptions } from "../../src/sql/history-sql.js";

/** One row of a table of stage changes. */
export interface HistoryRow {
  readonly id: string;
  readonly stage: string | null;
  readonly on: string | null;
  readonly owner: string | null;
  readonly channel: string | null;
  /** With two places, as an engine prints a DECIMAL(12, 2). */
  readonly value: string | null;
  readonly currency: string | null;
}

/** The columns of such a table. */
export const COLUMNS = {
  id: "id",
  stage: "stage",
  on: "on",
  owner: "owner",
  channel: "channel",
  value: "value",
  currency: "currency",
};

/** A table, and what is asked of it. */
export interface HistoryCase {
  readonly rows: readonly HistoryRow[];
  readonly question: Omit<HistorySqlOptions, "dialect" | "table">;
}

/** 2025-01-01. */
const FIRST = 20_089;
const MAPPED = { "Closed – Won!": "won", Übergabe: "C", junk: null } as const;

const CHANNELS: FunnelStages = [
  {
    stage: "B",
    rate: "20%",
    sources: [
      { channel: "ads", share: "40%", funnel: [{ stage: "lead", rate: "10%" }, { stage: "A", rate: "30%" }] },
      {
        channel: "partner's",
        rest: true,
        funnel: [
          {
            stage: "A",
            rate: "3%",
            sources: [
              { channel: "fairs", share: "50%", funnel: [{ stage: "visit", rate: "10%" }] },
              { channel: "web", rest: true, funnel: [{ stage: "click", rate: "10%" }] },
            ],
          },
        ],
      },
    ],
  },
  { stage: "C", rate: "50%" },
];

const FUNNELS: readonly FunnelStages[] = [["new", "A", "B", "C"], ["C"], CHANNELS];
const LABELS = ["A", " a ", "B", "C", "Übergabe", "übergabe", "won", "Closed Won", "Closed – Won!", "lost", "LOST"];
const STRANGE = ["junk", "Demo", "", null];
const INNER = ["lead", "visit", "click"];

function rowsOf(deals: number): fc.Arbitrary<readonly HistoryRow[]> {
  const label = fc.oneof(
    { weight: 10, arbitrary: fc.constantFrom(...LABELS, ...INNER) },
    { weight: 1, arbitrary: fc.constantFrom(...STRANGE) },
  );
  const day = fc.integer({ min: 0, max: 425 }).map((after) => formatDay(FIRST + after));
  const amount = fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 90, max: 110 }).map((whole) => `${whole}.00`) },
    { weight: 1, arbitrary: fc.constantFrom("0.50", "20000.00", "-4.00", "333.33") },
  );
  return fc.array(
    fc.record({
      id: fc.integer({ min: 1, max: deals }).map((id) => `d-${id}`),
      stage: label,
      on: fc.option(day, { freq: 30 }),
      owner: fc.constantFrom("Ana", "Ben", null, "Ünal, \"C\" \\ o'", " Ana "),
      channel: fc.constantFrom("ads", "fairs", "web", "partner's", "Other", null),
      value: fc.option(amount, { freq: 2 }),
      currency: fc.constantFrom("EUR", "usd", null),
    }),
    { maxLength: deals * 4 },
  );
}

/** Tables of all kinds with as many deals as this, and questions of all kinds. */
export function anyCase(deals: number): fc.Arbitrary<HistoryCase> {
  const money = fc.constantFrom(
    {},
    { currency: "EUR", exchange: { USD: "0.9" } },
    { currency: "USD", exchange: { EUR: "200/181" } },
  );
  const question = fc.record({
    funnel: fc.constantFrom(...FUNNELS),
    stages: fc.constantFrom(MAPPED, undefined),
    asOf: fc.constant(formatDay(FIRST + 400)),
    observedFrom: fc.constantFrom(undefined, undefined, "2025-03-01", "2025-05-12", "2025-05-25"),
    by: fc.constantFrom([], ["owner"], ["owner", "channel", "month"]) as fc.Arbitrary<("owner" | "month")[]>,
    form: fc.constantFrom("statements" as const, "query" as const),
  });
  return fc
    .tuple(rowsOf(deals), question, money)
    .map(([rows, asked, rates]) => ({ rows, question: { ...asked, ...rates, columns: COLUMNS } }));
}

/** The statements of a case for an engine. */
export function statementsOf(
  { question }: HistoryCase,
  dialect: SqlDialect,
  table: string | readonly string[],
): readonly string[] {
  return historySql({ ...question, dialect, table });
}

/** What learning from the rows says. */
export function learnedFromRows({ rows, question }: HistoryCase): Learned {
  const { funnel, stages, asOf, observedFrom, by, currency, exchange } = question;
  const read = fromRows(
    rows.map((row) => ({ ...row })),
    { funnel, columns: COLUMNS, layout: "history", stages, asOf },
  );
  const options = { stages: funnel, asOf, observedFrom, by, currency, exchange };
  return learn(read.journeys, { ...options, leftOut: read.leftOut });
}

/** What learning from the counts of an engine says. */
export function learnedFromCounts(counts: readonly RawCountRow[], { question }: HistoryCase): Learned {
  const { funnel, by, currency, exchange } = question;
  return learnCounts(counts, { stages: funnel, by, currency, exchange });
}
