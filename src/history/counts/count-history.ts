import { formatDay } from "../../calendar/day.js";
import { encodeExact } from "../../number/exact-string.js";
import { compare } from "../../number/ratio.js";
import type { Journey } from "../journeys/journey.js";
import type { MoneyOptions } from "../journeys/money.js";
import { byName, byText } from "../journeys/tally.js";
import { farOut, type WonValue } from "../learning/deal-values.js";
import { LOST, OPEN, WENT_ON } from "../learning/ending.js";
import { convertedValues } from "../learning/learn.js";
import type { GroupKey } from "../learning/learned.js";
import { firstDayOf } from "../learning/months.js";
import type { PeriodDeals } from "../learning/past-periods.js";
import type { AgeTable, Observations } from "../learning/observations.js";
import { COUNT_COLUMNS, countRow, ENDINGS, type CountRow } from "./count-row.js";
import { countJourneys, type CountOptions } from "./count-journeys.js";
import type { HistoryCounts } from "./history-counts.js";

/**
 * A history as rows of counts: whole numbers from which {@link learnCounts} learns what `learn` learns from the journeys.
 *
 * No row tells of one deal, but for the ids of won deals whose value stands far out. The rows are in one order whatever the
 * order of the journeys, and so can be compared.
 *
 * @throws RangeError when a date is none
 * @throws PlanError when `currency` is given and a deal is in another without an exchange rate
 *
 * @example
 * ```ts
 * const deal = { owner: null, channel: null, value: null, currency: null, probability: null, expected: null };
 * const steps = [{ stage: "demo", on: "2026-01-05" }];
 * const journeys = [{ ...deal, id: "1", steps, state: "won" as const, closed: "2026-01-12" }];
 * const rows = countHistory(journeys, { stages: ["demo"], asOf: "2026-02-01" });
 * rows.find(({ kind }) => kind === "left")?.days; // => 7
 * ```
 */
export function countHistory(
  history: readonly Journey[],
  options: CountOptions & MoneyOptions,
): readonly CountRow[] {
  return writeCounts(countJourneys(history, options), options);
}

/** Writes counts as rows, in one order. */
function writeCounts(counts: HistoryCounts, money: MoneyOptions): readonly CountRow[] {
  const { asOf, observedFrom, leftOut, seen } = counts;
  const { all, groups, named, unused } = seen;
  const rows = [
    countRow("as of", 1, { value: asOf }),
    ...(observedFrom === null ? [] : [countRow("observed from", 1, { value: observedFrom })]),
    ...(all.earliest === Infinity ? [] : [countRow("earliest", 1, { value: formatDay(all.earliest) })]),
    ...[...named].map((stage) => countRow("named", 1, { stage })),
    countRow("unused", unused),
    countRow("left out", leftOut),
    countRow("deals", all.journeys),
    ...[...all.whole.byWatched].flatMap(([days, byEnding]) => endingRows("whole", byEnding, { days })),
    ...[...all.whole.ages].map(([days, count]) => countRow("decided", count, { days })),
    ...[...all.byStage].flatMap(([stage, times]) => [...stageRows(stage, times), ...timeRows(stage, times)]),
    ...[...groups].flatMap(([part, parts]) =>
      [...parts].flatMap(([name, { journeys, byStage }]) => [
        countRow("deals", journeys, { part, name }),
        ...[...byStage].flatMap(([stage, times]) => groupRows(stage, times, part, name)),
      ]),
    ),
    ...monthRows(counts),
    ...counts.currencies.map((name) => countRow("currency", 1, { name })),
    ...worthRows(counts, money),
  ];
  return rows.filter(({ kind, count }) => count > 0 || kind === "deals").sort(inOrder);
}

type Said = Partial<Omit<CountRow, "kind" | "count">>;

function endingRows(
  kind: "whole" | "in all",
  [open, wentOn, lost]: readonly [number, number, number],
  said: Said,
): readonly CountRow[] {
  return [
    countRow(kind, open, { ...said, ending: ENDINGS[OPEN] }),
    countRow(kind, wentOn, { ...said, ending: ENDINGS[WENT_ON] }),
    countRow(kind, lost, { ...said, ending: ENDINGS[LOST] }),
  ];
}

/** What is counted of a stage for all deals together. */
function stageRows(stage: string, times: Observations): readonly CountRow[] {
  return [
    ...[...times.watched].map(([days, count]) => countRow("watched", count, { stage, days })),
    ...[...times.inAll.byWatched].flatMap(([days, counts]) => endingRows("in all", counts, { stage, days })),
    countRow("before", times.before, { stage }),
    ...maybeRows(times, { stage }),
  ];
}

/** Times by the month of their entry; and of all, those whose days were not both written down. */
function timeRows(stage: string, { byMonth, undatedByAge }: Observations): readonly CountRow[] {
  return [
    ...[...byMonth].flatMap(([index, table]) =>
      tableRows(table, { stage, month: formatDay(firstDayOf(index)).slice(0, 7) }),
    ),
    ...tableRows(undatedByAge, { stage, sure: 0 }),
  ];
}

function groupRows(
  stage: string,
  times: Observations,
  part: GroupKey,
  name: string | null,
): readonly CountRow[] {
  const said = { stage, part, name };
  return [...tableRows(times.byAge, said), ...maybeRows(times, said)];
}

function tableRows(table: AgeTable, said: Said): readonly CountRow[] {
  return [...table].flatMap(([days, [entered, open, wentOn, lost]]) => [
    countRow("late", days === 0 ? 0 : entered, { ...said, days }),
    countRow("left", open, { ...said, days, ending: ENDINGS[OPEN] }),
    countRow("left", wentOn, { ...said, days, ending: ENDINGS[WENT_ON] }),
    countRow("left", lost, { ...said, days, ending: ENDINGS[LOST] }),
  ]);
}

function maybeRows(
  { maybeOpen, openHereOrLater, maybeLost, lostHereOrLater }: Observations,
  said: Said,
): readonly CountRow[] {
  const [open, lost] = [ENDINGS[OPEN], ENDINGS[LOST]];
  return [
    countRow("maybe", openHereOrLater, { ...said, ending: open, sure: 1 }),
    countRow("maybe", maybeOpen - openHereOrLater, { ...said, ending: open, sure: 0 }),
    countRow("maybe", lostHereOrLater, { ...said, ending: lost, sure: 1 }),
    countRow("maybe", maybeLost - lostHereOrLater, { ...said, ending: lost, sure: 0 }),
  ];
}

function monthRows({ months }: HistoryCounts): readonly CountRow[] {
  const all = [...months()];
  return all.flatMap(([last, { pipeline, fresh, won }], index) => {
    const month = formatDay(last).slice(0, 7);
    const next = staysOf(all[index + 1]);
    const stays = [...staysOf([last, { pipeline }])].map(([key, { stage, entered, count }]) =>
      countRow("stayed", count - (next.get(key)?.count ?? 0), { stage, month, value: formatDay(entered) }),
    );
    return [
      ...stays,
      ...fresh.map(({ stage, left, count }) => countRow("fresh", count, { stage, month, days: left })),
      countRow("wins", won, { month }),
    ];
  });
}

/** Who was in a stage when a month began, by the day of their entry. Those who are not there when the next begins left before. */
function staysOf(month: readonly [last: number, Pick<PeriodDeals, "pipeline">] | undefined) {
  const [last, { pipeline }] = month ?? [0, { pipeline: [] }];
  return new Map(
    pipeline.map(({ stage, age, left, count }) => {
      const entered = last - left - (age ?? 0);
      return [`${entered} ${stage}`, { stage, entered, count }] as const;
    }),
  );
}

function worthRows(counts: HistoryCounts, money: MoneyOptions): readonly CountRow[] {
  const far = new Set(farIds(convertedValues(counts, money)));
  return counts.won.flatMap(({ currency: name, value, count, ids }) => {
    const said = { name, value: encodeExact(value) };
    return [
      countRow("worth", count, said),
      ...ids.filter((id) => far.has(id)).map((deal) => countRow("far", 1, { ...said, deal })),
    ];
  });
}

function farIds(won: readonly WonValue[]): readonly string[] {
  const currencies = [...new Set(won.map(({ currency }) => currency))];
  return currencies.flatMap((currency) => {
    const own = won.filter((one) => one.currency === currency);
    const sorted = own.sort((one, other) => compare(one.value, other.value));
    return farOut(sorted).flatMap((alike) => alike.flatMap(({ ids }) => ids));
  });
}

function inOrder(one: CountRow, other: CountRow): number {
  for (const column of COUNT_COLUMNS) {
    const [a, b] = [one[column], other[column]];
    const order =
      typeof a === "number" && typeof b === "number"
        ? a - b
        : byName(a === null ? null : String(a), b === null ? null : String(b));
    if (order !== 0) return order;
  }
  return byText(one.kind, other.kind);
}
