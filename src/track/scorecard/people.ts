import type { Counted } from "../../model/compile-snapshot.js";
import type { DatedPlan } from "../../model/compile.js";
import { teamOf } from "../../model/teams.js";
import { apportion } from "../../number/apportion.js";
import { ceiling } from "../../number/ceiling.js";
import { encodeExact } from "../../number/exact-string.js";
import { at } from "../../number/invariant.js";
import { sum } from "../../number/ratio.js";
import type { Figures } from "./judge.js";
import type { PersonScore } from "./row.js";

/**
 * What each person did in a span; where the plan names the people of the team, the target is apportioned evenly to them.
 * Nothing where no work is known by person.
 */
export function listPeopleScores(
  { teams }: DatedPlan,
  owner: string | undefined,
  counted: Counted | undefined,
  span: Figures | undefined,
): readonly PersonScore[] {
  if (span === undefined || counted === undefined || counted.rows === null) return [];
  const { first, last, target } = span;
  const rows = counted.rows.filter(({ day }) => day >= first && day <= last);
  const seen = rows.flatMap(({ by }) => (by === undefined ? [] : [by]));
  if (seen.length === 0) return [];
  const named = teamOf(teams, owner)?.people.map(({ name }) => name) ?? [];
  const shares =
    target === undefined || named.length === 0
      ? []
      : apportion(
          Number(ceiling(target)),
          named.map(() => 1),
        );
  return [...new Set([...named, ...seen])].map((name) => {
    const place = shares.length === 0 ? -1 : named.indexOf(name);
    return {
      name,
      actual: encodeExact(sum(rows.filter(({ by }) => by === name).map(({ count }) => count))),
      target: place < 0 ? null : at(shares, place),
    };
  });
}
