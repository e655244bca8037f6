import { encodeExact } from "../number/exact-string.js";
import { larger, subtract, ZERO } from "../number/ratio.js";
import type { AlignedUse } from "./answer.js";
import type { Allocation, Totals } from "./allocation.js";
import { cellKey, type Member } from "./member.js";

/** Demand and capacity of every team and week, with each plan's part; of some cells only where they are named. */
export function computeTeamLoad(
  board: Allocation,
  members: readonly Member[],
  totals: Totals,
  only?: ReadonlySet<string>,
): AlignedUse[] {
  return board.limits.flatMap(({ team, of, capacity }) =>
    board.weeks.byPosition.flatMap(({ label }, index): AlignedUse[] => {
      const key = cellKey(team.name, of, label);
      if (only?.has(key) === false) return [];
      const demand = totals.get(key) ?? ZERO;
      const room = capacity[index] ?? ZERO;
      return [
        {
          team: team.name,
          week: label,
          of,
          demand: encodeExact(demand),
          capacity: encodeExact(room),
          over: encodeExact(larger(ZERO, subtract(demand, room))),
          plans: partsOf(members, key),
        },
      ];
    }),
  );
}

function partsOf(members: readonly Member[], key: string): AlignedUse["plans"] {
  return members.flatMap(({ name, asks }) => {
    const ask = asks.get(key);
    return ask === undefined ? [] : [{ plan: name, demand: encodeExact(ask.demand), activity: ask.activity }];
  });
}
