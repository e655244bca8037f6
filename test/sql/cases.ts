import fc from "fast-check";
import { fromRows } from "../../src/adapters/from-rows.js";
import { formatDay, parseDay } from "../../src/calendar/day.js";
import { countHistory } from "../../src/history/counts/count-history.js";
import { monthsOf } from "../../src/history/counts/count-journeys.js";
import { COUNT_COLUMNS, type CountRow } from "../../src/history/counts/count-row.js";
import { learnCounts } from "../../src/history/counts/learn-counts.js";
import { readCounts } from "../../src/history/counts/read-counts.js";
import { readCountRows, type RawCountRow } from "../../src/history/counts/read-rows.js";
import { listPaths, listPathStages, type FunnelStages } from "../../src/history/journeys/paths.js";
import { learn } from "../../src/history/learning/learn.js";
import type { Learned } from "../../src/history/learning/learned.js";
import { encodeExact, parseExact } from "../../src/number/exact-string.js";
import { at, must } from "../../src/number/invariant.js";
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
const MAPPED = { "Gewonnen – ja!": "won", Übergabe: "C", junk: null } as const;

const CHANNELS: FunnelStages = [
  {
    stage: "B",
    rate: "20%",
    sources: [
      {
        channel: "ads",
        share: "40%",
        funnel: [
          { stage: "lead", rate: "10%" },
          { stage: "A", rate: "30%" },
        ],
      },
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
const LABELS = [
  "A",
  " a ",
  "B",
  "C",
  "Übergabe",
  "übergabe",
  "won",
  "Closed Won",
  "Gewonnen – ja!",
  "lost",
  "LOST",
];
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
      owner: fc.constantFrom("Ana", "Ben", null, 'Ünal, "C" \\ o\'', " Ana "),
      channel: fc.constantFrom("ads", "fairs", "web", "partner's", "Other", null),
      value: fc.option(amount, { freq: 2 }),
      currency: fc.constantFrom("EUR", "usd", null),
    }),
    { maxLength: deals * 4 },
  );
}

interface Deal extends Pick<HistoryRow, "owner" | "channel" | "value"> {
  readonly start: number;
  readonly steps: readonly number[];
  readonly ending: string;
}

/** Deals that go from stage to stage in order, so that rates, lags and the spread of months are known. */
function calmRowsOf(deals: number): fc.Arbitrary<readonly HistoryRow[]> {
  const deal: fc.Arbitrary<Deal> = fc.record({
    start: fc.integer({ min: 0, max: 380 }),
    steps: fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 1, maxLength: 3 }),
    ending: fc.constantFrom("won", "won", "lost", "lost", "open"),
    owner: fc.constantFrom("Ana", "Ben", "Cem", "Dora", "Eva"),
    channel: fc.constantFrom("ads", "fairs", "web"),
    value: fc.integer({ min: 90, max: 110 }).map((whole) => `${whole}.00`),
  });
  const rowsOfDeal = (one: Deal, index: number) => {
    const { start, steps, ending, owner, channel, value } = one;
    const texts = { id: `d-${index}`, owner, channel, value, currency: "EUR" };
    let day = FIRST + start;
    const entries = steps.map((days, place) => {
      const on = formatDay(day);
      day += days;
      return { ...texts, stage: at(["A", "B", "C"], place), on };
    });
    return ending === "open" ? entries : [...entries, { ...texts, stage: ending, on: formatDay(day) }];
  };
  return fc
    .array(deal, { minLength: deals, maxLength: 4 * deals })
    .map((all) => all.flatMap((one, index) => rowsOfDeal(one, index)));
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
    .tuple(fc.oneof(rowsOf(deals), calmRowsOf(deals)), question, money)
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
  const { funnel, asOf, observedFrom, by, currency, exchange } = question;
  const read = readRows({ rows, question });
  const options = { stages: funnel, asOf, observedFrom, by, currency, exchange };
  return learn(read.journeys, { ...options, leftOut: read.leftOut });
}

/**
 * Rows of counts as they can be compared: without rows that only an engine gives (names of no stage, ids of deals that might
 * stand far out, months before the record) and with amounts written in one way.
 */
export function comparable(counts: readonly RawCountRow[], { question }: HistoryCase): readonly string[] {
  const { funnel } = question;
  const { observedFrom, seen } = readCounts(counts, funnel);
  const from = observedFrom === null ? seen.all.earliest : must(parseDay(observedFrom), "a day");
  const months = new Set(
    monthsOf(from, must(parseDay(question.asOf), "a day")).map(({ last }) => formatDay(last).slice(0, 7)),
  );
  const kept = readCountRows(counts, listPathStages(listPaths(funnel))).filter(
    ({ kind, month, count }) =>
      count > 0 &&
      !["unknown", "far"].includes(kind) &&
      (!["stayed", "fresh", "wins"].includes(kind) || months.has(month ?? "")),
  );
  // Rows that are alike are one count, however many an engine hands over.
  const counted = new Map<string, CountRow>();
  for (const row of kept) {
    const value =
      row.kind === "worth" ? encodeExact(must(parseExact(row.value ?? ""), "a value")) : row.value;
    const one = { ...row, value, count: row.kind === "currency" ? 1 : row.count };
    const key = JSON.stringify({ ...one, count: 1 });
    const count = one.kind === "currency" ? 1 : one.count + (counted.get(key)?.count ?? 0);
    counted.set(key, { ...one, count });
  }
  return [...counted.values()]
    .map((row) => JSON.stringify(COUNT_COLUMNS.map((column) => row[column])))
    .sort();
}

/** The counts of the rows of a case. */
export function countsOfRows({ rows, question }: HistoryCase): readonly CountRow[] {
  const { funnel, asOf, observedFrom, by, currency, exchange } = question;
  const read = readRows({ rows, question });
  const options = { stages: funnel, asOf, observedFrom, by, currency, exchange };
  return countHistory(read.journeys, { ...options, leftOut: read.leftOut });
}

function readRows({ rows, question: { funnel, stages, asOf } }: HistoryCase) {
  return fromRows(
    rows.map((row) => ({ ...row })),
    { funnel, columns: COLUMNS, layout: "history", stages, asOf },
  );
}

/** What learning from the counts of an engine says. */
export function learnedFromCounts(counts: readonly RawCountRow[], { question }: HistoryCase): Learned {
  const { funnel, by, currency, exchange } = question;
  return learnCounts(counts, { stages: funnel, by, currency, exchange });
}
