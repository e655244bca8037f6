import { AssignmentQueue } from "./assignment-queue.js";
import { assignCertainUnits } from "./certain-assignment.js";
import type { TeamCapacity } from "../model/team-capacity.js";

/** What one person is to do: whole units on days of the team, by their positions. */
export interface AssignedShare {
  readonly name: string;
  readonly counts: readonly number[];
}

/**
 * Deals a team's units to its people day by day, one at a time: each unit to the one, among those who are there that day,
 * with the greatest capacity so far ÷ (2 · units so far + 1), ties by order (Sainte-Laguë). Every day, week and total adds
 * up to the team's; people who are equal on every day differ by one at most.
 *
 * @param counts units by day of the team; a day on which nobody is there must have none
 */
export function assignToPeople(team: TeamCapacity, counts: readonly number[]): readonly AssignedShare[] {
  const soFar = team.people.map(() => 0);
  const assigned = team.people.map(() => 0);
  const shares = team.people.map(({ name }) => ({ name, counts: counts.map(() => 0) }));
  counts.forEach((units, day) => {
    team.people.forEach(({ parts }, index) => (soFar[index] = (soFar[index] ?? 0) + (parts[day] ?? 0)));
    // Nobody who is away that day gets a unit, however much was done before.
    const present = soFar.map((capacity, index) =>
      (team.people[index]?.parts[day] ?? 0) > 0 ? capacity : 0,
    );
    if (units === 0) return;
    const before = [...assigned];
    const left = units > present.length ? assignCertainUnits(units, present, assigned) : units;
    if (left > 0) dealOneByOne(left, present, assigned);
    shares.forEach(({ counts: own }, index) => (own[day] = (assigned[index] ?? 0) - (before[index] ?? 0)));
  });
  return shares;
}

function dealOneByOne(units: number, weights: readonly number[], assigned: number[]): void {
  const queue = new AssignmentQueue(weights, assigned);
  for (let unit = 0; unit < units; unit += 1) queue.deal();
}
