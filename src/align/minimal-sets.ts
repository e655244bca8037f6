import { add, compare, ZERO } from "../number/ratio.js";
import { fitTogether, sumShortfall, type Allocation, type Late } from "./allocation.js";
import type { Member } from "./member.js";

/** With more plans in one overload than this, not each of them is made the seed of a set of its own. */
const MOST_SEEDS = 12;

/**
 * The sets of plans that do not fit together while every smaller set of them does: a plan that fails alone, and for each
 * overload sets that begin with a plan of it and its greatest others, shrunk as far as they still do not fit. Plans are
 * taken by demand, ties by name, so that their order in the call changes nothing.
 */
export function minimalSets(board: Allocation, members: readonly Member[]): readonly (readonly Member[])[] {
  const alone = members.filter((member) => !fitTogether(board, [member]));
  const sound = members.filter((member) => !alone.includes(member));
  const sets = new Map<string, readonly Member[]>();
  const tried = new Set<string>();
  for (const seed of seedsOf(board, sound)) {
    const key = keyOf(seed);
    if (tried.has(key)) continue;
    tried.add(key);
    const least = shrunk(board, seed);
    sets.set(keyOf(least), least);
  }
  const inOrder = (set: readonly Member[]) => members.filter((member) => set.includes(member));
  return [...alone.map((member) => [member]), ...[...sets.values()].map(inOrder)].sort(
    (one, other) => one.length - other.length,
  );
}

function keyOf(set: readonly Member[]): string {
  return JSON.stringify(set.map(({ name }) => name).sort());
}

function seedsOf(board: Allocation, members: readonly Member[]): (readonly Member[])[] {
  const { over, late } = sumShortfall(board, members);
  const crowded = [...over].sort().flatMap((key) => crowdsAt(board, members, key));
  return [...crowded, ...late.map((each) => crowdOf(members, each))];
}

/** Sets that are over in one week: the greatest plans, and those with each other plan of the week in the lead. */
function crowdsAt(board: Allocation, members: readonly Member[], key: string): Member[][] {
  const asking = members.filter(({ asks }) => asks.has(key)).sort((one, other) => byDemand(key, one, other));
  const leads = asking.length > MOST_SEEDS ? asking.slice(0, 1) : asking;
  return leads.map((lead) => crowd(board, [lead, ...asking.filter((member) => member !== lead)], key));
}

function byDemand(key: string, one: Member, other: Member): number {
  const [mine, others] = [one, other].map(({ asks }) => asks.get(key)?.demand ?? ZERO);
  return compare(others ?? ZERO, mine ?? ZERO) || byName(one, other);
}

function byName(one: Member, other: Member): number {
  return one.name < other.name ? -1 : 1;
}

/** As many of the plans, in order, as are too much. */
function crowd({ capacity }: Allocation, members: readonly Member[], key: string): Member[] {
  const most = capacity.get(key) ?? ZERO;
  let asked = ZERO;
  const crowded: Member[] = [];
  for (const member of members) {
    if (compare(asked, most) > 0) break;
    asked = add(asked, member.asks.get(key)?.demand ?? ZERO);
    crowded.push(member);
  }
  return crowded;
}

/** All plans that have anything to do with the team whose tasks are late. */
function crowdOf(members: readonly Member[], { reason }: Late): Member[] {
  return [...members]
    .filter(
      ({ compiled, plan }) =>
        compiled.teams.has(reason.team) || (plan.tasks ?? []).some(({ owner }) => owner === reason.team),
    )
    .sort(byName);
}

/** Leaves out, one after the other from the last, every plan without which the others still do not fit. */
function shrunk(board: Allocation, seed: readonly Member[]): readonly Member[] {
  return [...seed].reverse().reduce<readonly Member[]>((set, member) => {
    const rest = set.filter((other) => other !== member);
    return rest.length === 0 || fitTogether(board, rest) ? set : rest;
  }, seed);
}
