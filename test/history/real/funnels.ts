import { addMonths, daysInMonth, formatDay, parseDay } from "../../../src/calendar/day.js";
import type { Journey } from "../../../src/history/journeys/journey.js";
import { definePlan } from "../../../src/plan/define-plan.js";

/** One deal of a funnel of one stage. */
export interface DatedDeal {
  readonly entered: string;
  readonly state: "open" | "won" | "lost";
  readonly closed: string | null;
}

/** A public funnel, and the days between which its record can be trusted. */
export interface RealFunnel {
  readonly name: string;
  readonly observedFrom: string;
  readonly asOf: string;
}

/**
 * Olist recorded wins from 5 December 2017 on, and took leads until May 2018; Maven closed its first deal on 1 March 2017. The
 * first two whole months of each only teach, so Olist has six to try and Maven eight.
 */
export const FUNNELS: readonly RealFunnel[] = [
  { name: "Olist", observedFrom: "2017-12-05", asOf: "2018-08-31" },
  { name: "Maven", observedFrom: "2017-03-01", asOf: "2017-12-31" },
];

export function planOf({ name }: RealFunnel) {
  return definePlan({
    name,
    goal: { metric: "customers", amount: 100, period: "2019-01" },
    funnel: [{ stage: "deal", rate: "10%" }],
  });
}

export function journeysOf(deals: readonly DatedDeal[]): Journey[] {
  const bare = { owner: null, channel: null, value: null, currency: null, probability: null, expected: null };
  return deals.map(({ entered, state, closed }, index) => ({
    ...bare,
    id: String(index),
    steps: [{ stage: "deal", on: entered }],
    state,
    closed: closed !== null && closed < entered ? entered : closed,
  }));
}

/** Of each month in which deals came: how many, and of them how many were won and lost 0, 1, 2, … months later. */
export type MonthlyTable = Readonly<
  Record<string, { readonly came: number; readonly won: readonly number[]; readonly lost: readonly number[] }>
>;

export function monthlyTable(deals: readonly DatedDeal[]): MonthlyTable {
  const table: Record<string, { came: number; won: number[]; lost: number[] }> = {};
  for (const { entered, state, closed } of deals) {
    const row = (table[entered.slice(0, 7)] ??= { came: 0, won: [], lost: [] });
    row.came += 1;
    if (state === "open" || closed === null) continue;
    const later = Math.max(0, months(closed) - months(entered));
    row[state][later] = (row[state][later] ?? 0) + 1;
  }
  for (const { won, lost } of Object.values(table))
    for (const list of [won, lost]) for (let at = 0; at < list.length; at += 1) list[at] ??= 0;
  return Object.fromEntries(Object.entries(table).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function months(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}

/** Deals as a monthly table tells of them: each on a day of its month, spread evenly; those of the same month end after they came. */
export function dealsOf(table: MonthlyTable): DatedDeal[] {
  return Object.entries(table).flatMap(([month, { came, won, lost }]) => {
    const ends = [
      ...won.flatMap((count, later) =>
        Array.from({ length: count }, () => ({ state: "won" as const, later })),
      ),
      ...lost.flatMap((count, later) =>
        Array.from({ length: count }, () => ({ state: "lost" as const, later })),
      ),
    ];
    return Array.from({ length: came }, (_, index): DatedDeal => {
      // A stride that no month's number of deals divides mixes those that end with those that stay open.
      const place = (index * 7919 + 0.5) % came;
      const entered = dayOf(month, 0, place / came);
      const end = ends[index];
      if (end === undefined) return { entered, state: "open", closed: null };
      const within = ((index * 104_729 + 0.5) % came) / came;
      const closed = dayOf(month, end.later, within);
      return { entered, state: end.state, closed: closed < entered ? dayOf(month, 0, 0.999) : closed };
    });
  });
}

function dayOf(month: string, later: number, share: number): string {
  const first = addMonths(parseDay(`${month}-01`) ?? 0, later);
  const text = formatDay(first);
  const days = daysInMonth(Number(text.slice(0, 4)), Number(text.slice(5, 7)));
  return formatDay(first + Math.floor(share * days));
}
