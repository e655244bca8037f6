import { at } from "../number/invariant.js";
import { encodeExact } from "../number/exact-string.js";
import { larger, subtract, ZERO, type Ratio } from "../number/ratio.js";
import type { AlignedUse } from "../words/conflicts.js";
import type { Allocation, Totals } from "./allocation.js";
import { cellKey, type Ask, type Member } from "./member.js";

/** What all plans together ask of one limit of a team in a week. */
export interface TeamLoad {
  readonly team: string;
  /** The Monday of the week. */
  readonly week: string;
  /** "minutes", or the activity that has a most per day. */
  readonly of: string;
  readonly demand: Ratio;
  readonly capacity: Ratio;
  /** Demand − capacity, not below 0. */
  readonly over: Ratio;
  readonly plans: readonly (Ask & { readonly plan: string })[];
}

/** Demand and capacity of every team and week, with each plan's part; of some cells only where they are named. */
export function computeTeamLoad(
  board: Allocation,
  members: readonly Member[],
  totals: Totals,
  only?: ReadonlySet<string>,
): TeamLoad[] {
  return board.limits.flatMap(({ team: { name: team }, of, capacity }) =>
    board.weeks.byPosition.flatMap(({ label: week }, index): TeamLoad[] => {
      const key = cellKey(team, of, week);
      if (only?.has(key) === false) return [];
      const demand = totals.get(key) ?? ZERO;
      const room = at(capacity, index);
      const over = larger(ZERO, subtract(demand, room));
      return [{ team, week, of, demand, capacity: room, over, plans: partsOf(members, key) }];
    }),
  );
}

/** The same as the answer carries it. */
export function useAnswer({ team, week, of, demand, capacity, over, plans }: TeamLoad): AlignedUse {
  return {
    ...{ team, week, of },
    demand: encodeExact(demand),
    capacity: encodeExact(capacity),
    over: encodeExact(over),
    plans: plans.map((part) => ({
      plan: part.plan,
      demand: encodeExact(part.demand),
      activity: part.activity,
    })),
  };
}

function partsOf(members: readonly Member[], key: string): TeamLoad["plans"] {
  return members.flatMap(({ name, asks }) => {
    const ask = asks.get(key);
    return ask === undefined ? [] : [{ plan: name, ...ask }];
  });
}
