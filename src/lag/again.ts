import { convolveBig } from "./convolve-big.js";
import { LONGEST_LAG, type CalendarLag } from "./lag-table.js";
import { ratio, type Ratio, type Whole } from "../number/ratio.js";
import { narrow } from "../number/whole.js";

/** Days are worked out to so many parts of a unit, and then taken to twelve digits. */
const FINE = 10n ** 30n;
const SCALE = 10n ** 12n;

/**
 * When do units enter that come back again and again, of all their entries?
 *
 * The first time on day 0, and each further time after another round: (1 − share) · Σ shareᵏ · (k rounds). The chances add
 * up through each day to twelve digits, rounded down; what is left then, and what lies beyond ten years, comes on the last
 * day.
 *
 * @param round how long it takes to come round
 * @param share of the entries, the share that comes round; from 0 (included) to 1
 *
 * @example
 * ```ts
 * // Half of them come back a week later, and half of these once more.
 * againLag(fixedLag(7), ratio(1, 2)).weights[7]; // => 250000000000
 * ```
 */
export function againLag(round: CalendarLag, share: Ratio): CalendarLag {
  const [num, den] = [BigInt(share.num), BigInt(share.den)];
  const scale = BigInt(round.scale);
  const rows = round.weights.map((weight, later) => ({ days: round.first + later, weight: BigInt(weight) }));
  const atOnce = rows.find(({ days }) => days === 0)?.weight ?? 0n;
  const later = rows.filter(({ days, weight }) => days > 0 && weight > 0n);
  const divisor = den * scale - num * atOnce;
  const entries = [((den - num) * scale * FINE) / divisor];
  const chances: bigint[] = [];
  let [sum, before] = [entries[0] ?? 0n, 0n];
  const take = (): void => {
    const reached = (sum * SCALE) / FINE;
    chances.push(reached - before);
    before = reached;
  };
  take();
  const last = later.length === 0 || num === 0n ? 0 : LONGEST_LAG;
  for (let day = 1; day <= last && before < SCALE - 1n; day += 1) {
    let reach = 0n;
    for (const { days, weight } of later) if (days <= day) reach += weight * (entries[day - days] ?? 0n);
    const entry = (num * reach) / divisor;
    entries.push(entry);
    sum += entry;
    take();
  }
  return tableOf(chances, SCALE - before);
}

/** The rest comes on the last day of all that were looked at, also where single days are too small to be told. */
function tableOf(chances: readonly bigint[], rest: bigint): CalendarLag {
  const all = [...chances];
  const last = all.length - 1;
  all[last] = (all[last] ?? 0n) + rest;
  while (all.at(-1) === 0n) all.pop();
  const first = all.findIndex((chance) => chance > 0n);
  return {
    kind: "calendar",
    first,
    weights: all.slice(first).map(narrow),
    scale: narrow(SCALE),
    cut: ratio(rest, SCALE),
  };
}

/** One lag after the other. */
export function lagAfter(one: CalendarLag, other: CalendarLag): CalendarLag {
  if (isNothing(one)) return other;
  if (isNothing(other)) return one;
  const size = one.weights.length + other.weights.length - 1;
  const weights = convolveBig(one.weights.map(BigInt), other.weights.map(BigInt), size).map((weight): Whole =>
    narrow(weight),
  );
  const scale = narrow(BigInt(one.scale) * BigInt(other.scale));
  return { ...one, first: one.first + other.first, weights, scale };
}

/** Whether it takes no time. */
export function isNothing({ first, weights }: CalendarLag): boolean {
  return first === 0 && weights.length === 1;
}
