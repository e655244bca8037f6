import { ceiling } from "../../number/ceiling.js";
import { encodeExact } from "../../number/exact-string.js";
import { apportion } from "../../number/apportion.js";
import { sum } from "../../number/ratio.js";
import type { PlanInput } from "../../plan/plan.js";
import type { Counted } from "../observed.js";
import type { Figures } from "./judge.js";
import type { PersonScore } from "./row.js";

/** What each person did in a span; where the plan names the people of the team, the target is dealt evenly to them. */
export function listPeopleScores(
  plan: PlanInput,
  owner: string | undefined,
  counted: Counted | undefined,
  { first, last, target }: Figures,
): readonly PersonScore[] {
  const rows = (counted?.rows ?? []).filter(({ day, by }) => day >= first && day <= last && by !== undefined);
  const team =
    owner !== undefined && Object.hasOwn(plan.teams ?? {}, owner) ? plan.teams?.[owner] : undefined;
  const named = (team?.people ?? []).map(({ name }) => name);
  const whole = target === undefined ? undefined : Number(ceiling(target));
  const dealt =
    whole === undefined || named.length === 0
      ? []
      : apportion(
          whole,
          named.map(() => 1),
        );
  const seen = rows.flatMap(({ by }) => by ?? []);
  if (seen.length === 0) return [];
  return [...new Set([...named, ...seen])].map((name) => ({
    name,
    actual: encodeExact(sum(rows.filter(({ by }) => by === name).map(({ count }) => count))),
    target: dealt[named.indexOf(name)] ?? null,
  }));
}
