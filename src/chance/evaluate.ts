/* eslint-disable @typescript-eslint/no-non-null-assertion -- indices run over the length of the list itself */
import type { ChanceModel, Work } from "./chance-model.js";
import type { Case, Node, Part, Sweep } from "./sweep.js";
import { missedBy } from "./missed.js";
import { addUnits, multiplyInto, noWin, winsFrom, type Group } from "./wins.js";
import { toChance } from "./chance.js";

/**
 * How likely are 0, 1, 2, … wins with this new work?
 *
 * @param work units for each stage and landing group of the model
 * @returns as many entries as `notEnough` has; what is missing from 1 is the chance of more wins
 */
export function winsOf(sweep: Sweep, work: Work): Float64Array {
  const total = new Float64Array(sweep.length);
  for (const each of sweep.cases) {
    const wins = winsOfCase(each, work, sweep);
    for (let k = 0; k < total.length; k += 1) total[k] = total[k]! + each.weight * wins[k]!;
  }
  return total;
}

/** The same in one case of the outer dimensions, without its weight. */
export function winsOfCase({ factor, roots }: Case, work: Work, sweep: Sweep): Float64Array {
  const wins = noWin(sweep.length);
  for (const root of roots) multiplyInto(wins, winsOfPart(root, work, factor, sweep));
  return wins;
}

/**
 * How likely is the goal with this new work?
 *
 * 1 − Σ P(wins) · P(they are not enough).
 *
 * @returns from 0 to 1 (both included)
 */
export function chanceOf(model: ChanceModel, sweep: Sweep, work: Work): number {
  if (!isLong(sweep)) return enough(winsOf(sweep, work), model.notEnough);
  let missed = 0;
  for (const each of sweep.cases) missed += each.weight * missedIn(each, work, sweep, model.notEnough);
  return toChance(1 - missed);
}

/** From so many wins on, the chances of each number of them are the longer way. */
const LONG = 64;

/** Are many wins needed, of one chain of stages without a joint? */
function isLong({ length, newSums, cases }: Sweep): boolean {
  return (
    length >= LONG &&
    newSums === undefined &&
    cases.every(
      ({ roots }) => roots.length === 1 && roots[0]!.nodes.every(({ branches }) => branches.length === 0),
    )
  );
}

/** How likely is the goal missed in one case of the outer dimensions? */
function missedIn(
  { factor, roots }: Case,
  work: Work,
  { length }: Sweep,
  notEnough: readonly number[],
): number {
  const { stage, landing, nodes } = roots[0]!;
  const landed = together(landing, work[stage] ?? []);
  let missed = 0;
  for (const node of nodes) {
    const groups = landed.map(({ count, chance }): Group => ({
      count,
      chance: Math.min(1, factor * node.chance * chance),
    }));
    const short = shortOf(node, notEnough);
    missed += node.weight * (missedBy(groups, short) ?? missedWith(winsFrom(groups, length), short));
  }
  return missed;
}

/** Days one after the other of which the same share lands count as one. */
function together(landing: readonly number[], counts: readonly number[]): readonly Group[] {
  const groups: { count: number; readonly chance: number }[] = [];
  landing.forEach((chance, group) => {
    const count = counts[group] ?? 0;
    const last = groups.at(-1);
    if (last?.chance === chance) last.count += count;
    else if (count > 0) groups.push({ count, chance });
  });
  return groups;
}

const shorts = new WeakMap<Node, ArrayLike<number>>();

/** For each number of wins from new work, the chance that they and those from the chain's open work are not enough. */
function shortOf(node: Node, notEnough: readonly number[]): ArrayLike<number> {
  const { wins } = node;
  if (wins === undefined) return notEnough;
  const known = shorts.get(node);
  if (known !== undefined) return known;
  let last = wins.length - 1;
  while (last >= 0 && wins[last] === 0) last -= 1;
  const short = new Float64Array(notEnough.length);
  for (let fresh = 0; fresh < short.length; fresh += 1)
    for (let open = 0; open <= last && open + fresh < short.length; open += 1)
      short[fresh] = short[fresh]! + wins[open]! * notEnough[open + fresh]!;
  shorts.set(node, short);
  return short;
}

/** The chance of the goal from the chances of each number of wins. */
export function enough(wins: Float64Array, notEnough: readonly number[]): number {
  return toChance(1 - missedWith(wins, notEnough));
}

function missedWith(wins: Float64Array, notEnough: ArrayLike<number>): number {
  let missed = 0;
  for (let k = 0; k < notEnough.length; k += 1) missed += wins[k]! * notEnough[k]!;
  return missed;
}

function winsOfPart(part: Part, work: Work, factor: number, sweep: Sweep): Float64Array {
  const { length } = sweep;
  const total = new Float64Array(length);
  const counts = work[part.stage] ?? [];
  for (const { chance, weight, wins: open, branches } of part.nodes) {
    const wins = open === undefined ? noWin(length) : Float64Array.from(open);
    addNew(wins, sweep, (list) => {
      part.landing.forEach((landing, group) => {
        addUnits(list, counts[group] ?? 0, Math.min(1, factor * chance * landing));
      });
    });
    for (const branch of branches) multiplyInto(wins, winsOfPart(branch, work, factor, sweep));
    for (let k = 0; k < length; k += 1) total[k] = total[k]! + weight * wins[k]!;
  }
  return total;
}

/** Adds what new work brings, in place: wins, or what they come to. */
function addNew(wins: Float64Array, { newSums }: Sweep, add: (list: Float64Array) => void): void {
  if (newSums === undefined) {
    add(wins);
    return;
  }
  const won = noWin(newSums.length);
  add(won);
  const brought = new Float64Array(wins.length);
  newSums.forEach((sums, count) => {
    const likely = won[count]!;
    if (likely > 0)
      for (let at = 0; at < brought.length; at += 1) brought[at] = brought[at]! + likely * sums[at]!;
  });
  multiplyInto(wins, brought);
}
