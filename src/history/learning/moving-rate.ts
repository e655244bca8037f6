import { formatDay } from "../../calendar/day.js";
import { cumulativeIncidence, type Curve } from "./cumulative-incidence.js";
import { BLOCK_DAYS, type AgeCounts, type AgeTable, type Observations } from "./observations.js";

/** How the deals that came in earlier and later differ, by blocks of four weeks. */
export interface Movement {
  /**
   * How many times more than luck blocks differ: chi-square ÷ degrees of freedom, 1 where luck explains it. An interval
   * that takes deals as independent is too narrow by the root of it.
   */
  readonly dispersion: number;
  /** Where a lasting change is seen beyond luck: the first day of the later deals, and both parts. */
  readonly change: Change | undefined;
}

interface Change {
  readonly since: string;
  /** Deals are compared within this many days of their entry. */
  readonly within: number;
  readonly before: BlockCount;
  readonly after: BlockCount;
  /** The times of the later deals. */
  readonly later: AgeTable;
}

/** How many of some deals went on within the days that all of them were watched for. */
interface BlockCount {
  readonly wentOn: number;
  readonly of: number;
}

/** A part with fewer deals says nothing about a change. */
const ENOUGH = 20;
/** Blocks on each side of a change, at least. */
const ENOUGH_BLOCKS = 2;
/** Blocks from which on luck between them can be judged. */
const ENOUGH_TO_JUDGE = 6;
/**
 * The greatest of the differences at all places where history may be cut exceeds 3.5 standard errors once in a hundred
 * histories without a change (D. W. K. Andrews, "Tests for parameter instability", Econometrica 61 (1993), 821–856: 12.2 = 3.5²).
 */
const LIMIT = 3.5;

/**
 * Do deals that came in later go on as often as earlier ones?
 *
 * Deals are put in blocks of four weeks by the day on which they entered the stage, and compared by how many went on within
 * the same number of days: that within which nine in ten of those that go on did (half of them, where history is too short
 * for that). Only blocks count whose deals were all watched for so long, from their entry on.
 */
export function findMovement(seen: Observations, curve: Curve, asOf: number): Movement {
  for (const share of [0.9, 0.5]) {
    const within = ageAt(curve, share);
    if (within === undefined) break;
    const blocks = wholeBlocks(seen, within, asOf);
    if (blocks.length >= 2 * ENOUGH_BLOCKS) {
      const change = changeIn(seen, blocks, within);
      return { dispersion: change === undefined ? dispersionOf(blocks) : 1, change };
    }
  }
  return { dispersion: 1, change: undefined };
}

interface Block extends BlockCount {
  readonly block: number;
}

/** The age by which this share of those that went on had. */
function ageAt({ rows, wentOn: final }: Curve, share: number): number | undefined {
  let gone = 0;
  for (const { age, atRisk, wentOn, undecidedBefore } of rows) {
    gone += (undecidedBefore * wentOn) / atRisk;
    if (final > 0 && gone >= share * final - 1e-9) return age;
  }
  return undefined;
}

/** Blocks whose deals were all watched from their entry on for that long, in the order of days. */
function wholeBlocks({ byBlock }: Observations, within: number, asOf: number): readonly Block[] {
  const blocks: Block[] = [];
  for (const [block, table] of [...byBlock].sort(([one], [other]) => one - other)) {
    if ((block + 1) * BLOCK_DAYS - 1 + within > asOf) continue;
    let [wentOn, of, late] = [0, 0, 0];
    for (const [age, [entered, , gone]] of table) {
      of += entered;
      if (age > 0) late += entered;
      if (age <= within) wentOn += gone;
    }
    if (of > 0 && late === 0) blocks.push({ block, wentOn, of });
  }
  return blocks;
}

function changeIn(seen: Observations, blocks: readonly Block[], within: number): Change | undefined {
  const all = sumOf(blocks);
  let best: { at: number; z: number } | undefined;
  for (let at = ENOUGH_BLOCKS; at <= blocks.length - ENOUGH_BLOCKS; at += 1) {
    const [before, after] = [sumOf(blocks.slice(0, at)), sumOf(blocks.slice(at))];
    if (before.of < ENOUGH || after.of < ENOUGH) continue;
    const share = all.wentOn / all.of;
    const variance = share * (1 - share) * (1 / before.of + 1 / after.of);
    const z =
      variance === 0
        ? 0
        : Math.abs(after.wentOn / after.of - before.wentOn / before.of) / Math.sqrt(variance);
    if (best === undefined || z > best.z) best = { at, z };
  }
  if (best === undefined) return undefined;
  const [earlier, rest] = [blocks.slice(0, best.at), blocks.slice(best.at)];
  // Where blocks differ among themselves as much as the parts do, nothing has changed for good.
  const noise = Math.max(1, dispersionOf(earlier), dispersionOf(rest));
  if (best.z <= LIMIT * Math.sqrt(noise)) return undefined;
  const first = rest[0]?.block ?? 0;
  return {
    since: formatDay(first * BLOCK_DAYS),
    within,
    before: sumOf(earlier),
    after: sumOf(rest),
    later: tableFrom(seen, first),
  };
}

function sumOf(blocks: readonly BlockCount[]): BlockCount {
  let [wentOn, of] = [0, 0];
  for (const one of blocks) {
    wentOn += one.wentOn;
    of += one.of;
  }
  return { wentOn, of };
}

/** Chi-square ÷ degrees of freedom where it exceeds what luck gives in nineteen of twenty cases, else 1. */
function dispersionOf(blocks: readonly BlockCount[]): number {
  const { wentOn, of } = sumOf(blocks);
  const share = wentOn / of;
  const free = blocks.length - 1;
  if (blocks.length < ENOUGH_TO_JUDGE || share <= 0 || share >= 1) return 1;
  let square = 0;
  for (const one of blocks) square += (one.wentOn - one.of * share) ** 2 / (one.of * share * (1 - share));
  // Wilson and Hilferty: the cube root of chi-square ÷ its degrees of freedom is nearly normal.
  const spread = 2 / (9 * free);
  const usual = free * (1 - spread + 1.6448536269514722 * Math.sqrt(spread)) ** 3;
  return square > usual ? square / free : 1;
}

/** The times of deals from a block on, together. */
function tableFrom({ byBlock }: Observations, first: number): AgeTable {
  const table = new Map<number, AgeCounts>();
  for (const [block, ages] of byBlock) {
    if (block < first) continue;
    for (const [age, [entered, open, wentOn, lost]] of ages) {
      const [a, b, c, d] = table.get(age) ?? [0, 0, 0, 0];
      table.set(age, [a + entered, b + open, c + wentOn, d + lost]);
    }
  }
  return table;
}

/** The curve of the later deals alone. */
export function curveSince({ later }: Change): Curve {
  return cumulativeIncidence({ byAge: later });
}
