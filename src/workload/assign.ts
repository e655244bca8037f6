import { at } from "../number/invariant.js";
import { claimedUnits } from "./claimed-units.js";
import { claimsOf } from "./claims.js";
import { placeUnits } from "./place-units.js";
import type { TeamCapacity } from "../model/team-capacity.js";

/** What one person is to do: whole units on days of the team, by their positions. */
export interface AssignedShare {
  readonly name: string;
  readonly counts: readonly number[];
}

/**
 * Deals a team's units to its people by when they come. A person's claim grows each day by that day's units × own capacity
 * ÷ capacity of those who are there, and at the end of every day everybody has the floor or the ceiling of their claim.
 * Every day, week and total adds up to the team's; people who are alike on every day differ by one at most. Ties go to
 * whoever comes first in the plan.
 *
 * The cost grows with days and people, not with units.
 *
 * @param counts units by day of the team, safe integers from 0 (included); a day on which nobody is there must have none
 *
 * @example Ten units on each of two days, and the second of two alike people is there on the second day only:
 * ```ts
 * assignToPeople(team, [10, 10]); // => [{ name: "Ana", counts: [10, 5] }, { name: "Ben", counts: [0, 5] }]
 * ```
 */
export function assignToPeople(team: TeamCapacity, counts: readonly number[]): readonly AssignedShare[] {
  const { sure, open } = claimedUnits(claimsOf(team, counts), counts.length);
  const dealt = sure.map((own) => [...own]);
  const places = counts.map((units, day) => units - sure.reduce((total, own) => total + at(own, day), 0));
  placeUnits(open, places).forEach((day, unit) => {
    if (day < 0) return;
    const own = at(dealt, at(open, unit).person);
    own[day] = at(own, day) + 1;
  });
  return team.people.map(({ name }, person) => ({ name, counts: at(dealt, person) }));
}
