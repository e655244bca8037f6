/** A made-up year of deals, the same every time: what the three exports in `crm-*` are written from. */

/** One made-up deal. Days are counted from 2025-08-01; what lies after day 364 has not happened yet. */
export interface MadeUpDeal {
  readonly number: number;
  readonly name: string;
  readonly owner: string;
  readonly source: string;
  readonly value: number;
  readonly currency: string;
  /** The day on which it entered each stage; a stage that it skipped is not there. */
  readonly entered: Readonly<Partial<Record<StageName, number>>>;
  readonly ended: { readonly day: number; readonly won: boolean } | undefined;
  readonly expected: number;
}

export type StageName = "Demo" | "Proposal" | "Negotiation";

export const STAGES: readonly StageName[] = ["Demo", "Proposal", "Negotiation"];
export const LAST_DAY = 364;

const TRUTH = {
  Demo: { rate: 0.5, lag: [3, 25], lossLag: [5, 40], skip: 0.03 },
  Proposal: { rate: 0.55, lag: [5, 35], lossLag: [10, 50], skip: 0.1 },
  Negotiation: { rate: 0.7, lag: [3, 20], lossLag: [5, 30], skip: 0.2 },
} as const;

/** Numbers from 0 to 1 that are the same for the same seed (Mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** So many deals, begun evenly over the year. */
export function madeUpDeals(count: number, seed: number): readonly MadeUpDeal[] {
  const random = seededRandom(seed);
  const one = <T>(list: readonly [T, ...T[]]): T => list[Math.floor(random() * list.length)] ?? list[0];
  const between = ([from, to]: readonly [number, number]) => from + Math.floor(random() * (to - from + 1));
  return Array.from({ length: count }, (_, index) => {
    let day = between([0, LAST_DAY]);
    const entered: Partial<Record<StageName, number>> = {};
    let won = true;
    for (const stage of STAGES) {
      const { rate, lag, lossLag, skip } = TRUTH[stage];
      if (random() < skip) continue;
      if (day <= LAST_DAY) entered[stage] = day;
      won = random() < rate;
      day += between(won ? lag : lossLag);
      if (!won) break;
    }
    return {
      number: 1001 + index,
      name: `${one(["Acme", "Blue Door", "Cobalt", "Dune", "Elm & Oak"])} ${index + 1}`,
      owner: one(["Ana Silva", "Ben Okafor", "Chloé Martin"]),
      source: one(["Web", "Referral", "Event"]),
      value: 600 + 50 * between([0, 24]),
      currency: random() < 0.05 ? "EUR" : "USD",
      entered,
      ended: day <= LAST_DAY ? { day, won } : undefined,
      expected: day,
    };
  });
}

/** The date of a day of the made-up year, in its parts. */
export function dateOf(day: number): { readonly year: string; readonly month: string; readonly day: string } {
  const [year = "", month = "", date = ""] = new Date(Date.UTC(2025, 7, 1 + day))
    .toISOString()
    .slice(0, 10)
    .split("-");
  return { year, month, day: date };
}

/** `2025-08-01`, or nothing for a day that is not there. */
export function iso(day: number | undefined): string {
  if (day === undefined) return "";
  const { year, month, day: date } = dateOf(day);
  return `${year}-${month}-${date}`;
}

/** Puts a cell in quotes where it holds what separates cells. */
export function cell(text: string | number): string {
  return /[",;\n]/.test(String(text)) ? `"${String(text).replaceAll('"', '""')}"` : String(text);
}
