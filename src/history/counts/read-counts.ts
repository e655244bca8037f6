import { parseDay } from "../../calendar/day.js";
import { encodeExact, parseExact } from "../../number/exact-string.js";
import { must } from "../../number/invariant.js";
import { quote, type Issue } from "../../schema/issue.js";
import { PlanError } from "../../schema/plan-error.js";
import { listPaths, listPathStages, type FunnelStages } from "../journeys/paths.js";
import { byText } from "../journeys/tally.js";
import { inOrder, type DealGroup, type Days } from "../learning/deal-paths.js";
import type { WonValue } from "../learning/deal-values.js";
import { LOST, OPEN, WENT_ON, type Ending } from "../learning/ending.js";
import { GROUP_KEYS, type GroupKey } from "../learning/learned.js";
import { firstDayOf, monthIndex } from "../learning/months.js";
import {
  noTimes,
  observationsOf,
  partOf,
  stagesInHistory,
  type StageTimes,
} from "../learning/observe-journeys.js";
import type { PeriodDeals } from "../learning/past-periods.js";
import { monthsOf } from "./count-journeys.js";
import { ENDINGS, type CountKind, type CountRow } from "./count-row.js";
import type { HistoryCounts } from "./history-counts.js";
import { readCountRows, type RawCountRow } from "./read-rows.js";

/**
 * Puts rows of counts together. The order of rows does not matter, and rows that say the same are added up.
 *
 * @throws PlanError for rows that cannot be read, and for counts of no day or of several
 */
export function readCounts(rows: readonly RawCountRow[], funnel: FunnelStages): HistoryCounts {
  const stages = listPathStages(listPaths(funnel));
  const reader = new CountsReader(stages.at(-1));
  for (const row of readCountRows(rows, stages)) reader.add(row);
  return reader.counts(funnel);
}

interface Month {
  readonly fresh: DealGroup[];
  won: number;
}

/** Times in a stage from a day on; `through` is the last day of the last month that began within them. */
interface Stay {
  readonly stage: string;
  readonly entered: number;
  readonly through: number;
  readonly count: number;
}

class CountsReader {
  readonly #last: string | undefined;
  readonly #days = new Map<CountKind, Set<string>>();
  readonly #named = new Set<string>();
  readonly #all = noTimes();
  readonly #groups = new Map<GroupKey, Map<string | null, StageTimes>>();
  readonly #months = new Map<number, Month>();
  readonly #stays: Stay[] = [];
  readonly #currencies = new Set<string>();
  readonly #won = new Map<string, { -readonly [Key in keyof WonValue]: WonValue[Key] }>();
  readonly #far = new Map<string, string[]>();
  #unused = 0;
  #leftOut = 0;

  /** @param last the stage before the win */
  constructor(last: string | undefined) {
    this.#last = last;
  }

  add(row: CountRow): void {
    const { kind, name, count } = row;
    switch (kind) {
      case "as of":
      case "observed from":
      case "earliest":
        this.#days.set(kind, (this.#days.get(kind) ?? new Set()).add(said(row, "value")));
        return;
      case "named":
        this.#named.add(said(row, "stage"));
        return;
      case "unused":
        this.#unused += count;
        return;
      case "left out":
        this.#leftOut += count;
        return;
      case "unknown":
        return;
      case "deals":
        this.#partOf(row).journeys += count;
        return;
      case "whole":
        this.#all.whole.addWatched(said(row, "days"), endingOf(row), count);
        return;
      case "decided":
        this.#all.whole.addDecided(said(row, "days"), count);
        return;
      case "stayed":
      case "fresh":
      case "wins":
        this.#addToMonth(row);
        return;
      case "currency":
        if (name !== null) this.#currencies.add(name);
        return;
      case "worth":
      case "far":
        this.#addWorth(row);
        return;
      case "left":
      case "late":
      case "watched":
      case "in all":
      case "before":
      case "maybe":
        this.#addTimes({ ...row, kind });
    }
  }

  #partOf({ part, name }: CountRow): StageTimes {
    const key = GROUP_KEYS.find((one) => one === part);
    if (key === undefined) return this.#all;
    const parts = this.#groups.get(key) ?? new Map<string | null, StageTimes>();
    this.#groups.set(key, parts);
    return partOf(parts, name);
  }

  #addTimes(row: CountRow & { readonly kind: TimesKind }): void {
    const { kind, sure, count } = row;
    const stage = said(row, "stage");
    const seen = observationsOf(this.#partOf(row), stage);
    const month = row.month === null ? undefined : monthIndex(must(parseDay(`${row.month}-01`), "a month"));
    const days = () => said(row, "days");
    const isAgain = sure !== null;
    switch (kind) {
      case "left":
        if (isAgain) {
          seen.addUndatedEntries(0, count);
          seen.addUndatedEnds(days(), endingOf(row), count);
          return;
        }
        seen.addEntries(month, 0, count);
        seen.addEnds(month, days(), endingOf(row), count);
        return;
      case "late":
        // They are among those that left, which count as watched from their entry on.
        if (isAgain) {
          seen.addUndatedEntries(0, -count);
          seen.addUndatedEntries(days(), count);
          return;
        }
        seen.addEntries(month, 0, -count);
        seen.addEntries(month, days(), count);
        return;
      case "watched":
        seen.addWatched(days(), count);
        return;
      case "in all":
        seen.inAll.addWatched(days(), endingOf(row), count);
        return;
      case "before":
        seen.before += count;
        return;
      case "maybe":
        seen.addMaybe(endingOf(row) === OPEN ? OPEN : LOST, sure === 1, stage === this.#last, count);
    }
  }

  #addToMonth(row: CountRow): void {
    const begun = must(parseDay(`${said(row, "month")}-01`), "a month");
    const last = firstDayOf(monthIndex(begun) + 1) - 1;
    const { kind, count } = row;
    if (kind === "stayed") {
      const entered = must(parseDay(said(row, "value")), "a day");
      this.#stays.push({ stage: said(row, "stage"), entered, through: last, count });
      return;
    }
    const month = this.#months.get(last) ?? { fresh: [], won: 0 };
    this.#months.set(last, month);
    if (kind === "wins") month.won += count;
    else month.fresh.push({ stage: said(row, "stage"), age: null, left: said(row, "days"), count });
  }

  #addWorth(row: CountRow): void {
    const { kind, name: currency, deal, count } = row;
    const value = must(parseExact(said(row, "value")), "an amount");
    const key = `${currency ?? ""} ${encodeExact(value)}`;
    if (kind === "worth") {
      const one = this.#won.get(key);
      if (one === undefined) this.#won.set(key, { currency, value, count, ids: [] });
      else one.count += count;
    } else {
      const ids = this.#far.get(key) ?? [];
      this.#far.set(key, ids);
      if (deal !== null) ids.push(deal);
    }
  }

  counts(funnel: FunnelStages): HistoryCounts {
    const asOf = this.#day("as of");
    if (asOf === undefined) throw new PlanError([noDay(this.#days.get("as of"))]);
    const observedFrom = this.#day("observed from");
    const earliest = [...(this.#days.get("earliest") ?? [])].sort(byText)[0];
    const all = this.#all;
    if (earliest !== undefined) all.earliest = must(parseDay(earliest), "a day");
    const start = observedFrom === undefined ? all.earliest : must(parseDay(observedFrom), "a day");
    return {
      asOf,
      observedFrom: observedFrom ?? null,
      leftOut: this.#leftOut,
      seen: {
        stages: stagesInHistory(funnel, this.#named),
        ...{ named: this.#named, all, groups: this.#groups, unused: this.#unused },
      },
      months: () => this.#monthsFrom(start, must(parseDay(asOf), "a day")),
      won: [...this.#won].map(([key, one]) => ({ ...one, ids: this.#far.get(key) ?? [] })),
      currencies: [...this.#currencies].sort(byText),
    };
  }

  #day(kind: CountKind): string | undefined {
    const days = [...(this.#days.get(kind) ?? [])];
    if (days.length > 1) throw new PlanError([noDay(new Set(days))]);
    return days[0];
  }

  #monthsFrom(start: number, asOf: number): ReadonlyMap<number, PeriodDeals> {
    return new Map(
      monthsOf(start, asOf).map((days) => {
        const { fresh, won } = this.#months.get(days.last) ?? { fresh: [], won: 0 };
        return [days.last, { pipeline: this.#pipelineOf(days), fresh: inOrder(fresh), won }];
      }),
    );
  }

  #pipelineOf({ first, last }: Days): readonly DealGroup[] {
    const groups = new Map<string, DealGroup>();
    for (const { stage, entered, through, count } of this.#stays) {
      if (entered >= first || through < last) continue;
      const key = `${entered} ${stage}`;
      const age = first - 1 - entered;
      const before = groups.get(key)?.count ?? 0;
      groups.set(key, { stage, age, left: last - first + 1, count: before + count });
    }
    return inOrder([...groups.values()]);
  }
}

type TimesKind = "left" | "late" | "watched" | "in all" | "before" | "maybe";

/** What a row says in a column that its kind must have. */
function said<Column extends keyof CountRow>(row: CountRow, column: Column): NonNullable<CountRow[Column]> {
  return must(row[column] ?? undefined, `the ${column} of a row of counts`);
}

function endingOf({ ending }: CountRow): Ending {
  return must(
    ([OPEN, WENT_ON, LOST] as const).find((one) => ENDINGS[one] === ending),
    "the ending of a row of counts",
  );
}

/** What is wrong with counts that were not made as of one day. */
export function noDay(days: ReadonlySet<string> = new Set()): Issue {
  const list = [...days].sort(byText);
  return {
    code: "counts.day",
    path: [],
    expected: "counts as of one day",
    received: list.length === 0 ? "counts of no day" : list.map(quote).join(", "),
    message:
      list.length === 0
        ? "expected counts as of one day, but no row says which: hand in every row of the result."
        : `expected counts as of one day, but got ${list.map(quote).join(", ")}: hand in the rows of one result.`,
  };
}
